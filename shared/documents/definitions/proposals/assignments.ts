import { numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { compareNames } from '../../../text/stroke-order.ts';
import type { WorkContext } from '../../../workflow/machine.ts';
import { answeringRows, handlingRows, isCoUnit, replyDue } from '../../../workflow/proposal-reading.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, Finding } from '../../model.ts';
import { spacedName } from '../../names.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { type Column, cell, register } from './cells.ts';
import { plainPaper } from './paper.ts';

/** 交办情况一览表: who handles what until when, unit by unit (J06: 每主办案有期限). */
export const proposalAssignments: DocumentDefinition = {
  id: 'proposalAssignments',
  label: '提案交办情况一览表',
  group: '提案',
  layout: 'plain',
  aliases: ['交办一览表', '承办单位一览表', '交办清单'],
  description: '按承办单位列出主办、分办、独办和会办的提案，写明交办日期和期限；可只出一个单位的。',
  parameters: [
    ...of.scopeParameters,
    { name: 'unit', label: '承办单位', type: 'reference', targets: ['organisation'], help: '留空列全部单位' },
  ],
  compose,
};

const COLUMNS: readonly Column[] = [
  { label: '序号', width: 13 },
  { label: '提案号', width: 27 },
  { label: '案由', width: 96, align: 'left' },
  { label: '提案人', width: 28 },
  { label: '承办方式', width: 21 },
  { label: '交办日期', width: 25 },
  { label: '期限', width: 25 },
  { label: '状态', width: 22 },
];

interface Line {
  readonly record: StoredRecord;
  readonly row: Values;
  readonly due: string;
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const scope = of.scopeOf(params, material);
  const only = say.textParam(params, 'unit')
    ? say.recordParam(params, 'unit', '承办单位', ['organisation'], material).id
    : '';
  const work = of.workOf(material);
  const filed = of.filedOf(scope.cases);
  const groups = groupsOf(filed, only, work, material);
  const handed = new Set([...groups.values()].flat().map(({ record }) => record.id)).size;
  const title = `${material.settings.shortName}${scope.name}提案交办情况一览表`;
  const note = `（交办${handed}件，涉及${groups.size}个承办单位，截至${say.chineseDay(material.today)}）`;
  const blocks: DocumentBlock[] = [
    say.paragraph('title', title, of.scopeSource(scope)),
    say.paragraph('subtitle', note, of.scopeSource(scope)),
    say.paragraph('tableNote', ''),
    groups.size > 0
      ? register(COLUMNS, rowsOf(groups, material))
      : say.paragraph('body', only ? '这个单位没有承办提案。' : '还没有交办提案。'),
    say.paragraph(
      'tableNote',
      '口径：立案的主案，并入别案的不另计；一件提案有几个承办单位的，在各单位名下都列出，件数只算一件。延期的按批准后的期限。',
    ),
  ];
  return plainPaper(
    {
      document: 'proposalAssignments',
      title,
      fileName: `${title}${only ? `（${of.unitOf(only, material)}）` : ''}（${say.chineseDay(material.today)}）`,
      orientation: 'landscape',
      blocks,
    },
    gaps(filed, [...groups.values()].flat(), only !== ''),
    material,
  );
}

/** Lines by unit, units in the office's order. */
function groupsOf(
  filed: readonly StoredRecord[],
  only: string,
  work: WorkContext,
  material: DocumentMaterial,
): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const record of filed) {
    for (const row of handlingRows(record.values)) {
      const unit = textOf(row, 'unit');
      if (only && unit !== only) continue;
      groups.set(unit, [...(groups.get(unit) ?? []), { record, row, due: replyDue(row, work) }]);
    }
  }
  const order = (id: string) => numberOf(material.lookup('organisation', id)?.values ?? {}, 'order') ?? 10_000;
  const ids = [...groups.keys()].sort(
    (a, b) =>
      Number(a === '') - Number(b === '') ||
      order(a) - order(b) ||
      compareNames(of.unitOf(a, material), of.unitOf(b, material)),
  );
  return new Map(ids.map((id) => [id, [...(groups.get(id) ?? [])].sort(answeringFirst)]));
}

const answeringFirst = (a: Line, b: Line): number =>
  Number(isCoUnit(a.row)) - Number(isCoUnit(b.row)) || of.byCaseNumber(a.record, b.record);

function rowsOf(groups: ReadonlyMap<string, readonly Line[]>, material: DocumentMaterial): DocumentCell[][] {
  const rows: DocumentCell[][] = [];
  for (const [unit, lines] of groups) {
    const helping = lines.filter(({ row }) => isCoUnit(row)).length;
    const counts = [
      lines.length > helping ? `主办（分办、独办）${lines.length - helping}件` : '',
      helping > 0 ? `会办${helping}件` : '',
    ].filter(Boolean);
    const name = of.unitOf(unit, material) || '未选承办单位';
    const source = unit ? { kind: 'organisation', id: unit } : undefined;
    rows.push([
      {
        runs: [{ text: `${name}（${counts.join('，')}）`, lead: true, ...(source ? { source } : {}) }],
        colSpan: COLUMNS.length,
        align: 'left',
      },
    ]);
    lines.forEach((line, index) => {
      rows.push(rowOf(line, index + 1, material));
    });
  }
  return rows;
}

function rowOf({ record, row, due }: Line, number: number, material: DocumentMaterial): DocumentCell[] {
  const at = (field: string) => say.sourceOf(record, field);
  const short = of.proposersInShort(record, material);
  const day = (value: string) => value.replaceAll('-', '.');
  return [
    cell(String(number)),
    cell(textOf(record.values, 'caseNumber'), at('caseNumber')),
    cell(of.titleOf(record), at('title'), { align: 'left' }),
    cell(textOf(record.values, 'lead') ? spacedName(short) : short, at('lead')),
    cell(textOf(row, 'role'), at('assignments')),
    cell(day(textOf(row, 'handedOn')), at('assignments')),
    cell(day(due), at('assignments')),
    cell(textOf(row, 'state'), at('assignments')),
  ];
}

function gaps(filed: readonly StoredRecord[], lines: readonly Line[], one: boolean): Finding[] {
  const records = (fits: (line: Line) => boolean) => [...new Set(lines.filter(fits).map(({ record }) => record))];
  const dated = ({ row }: Line) => textOf(row, 'due') || textOf(row, 'extendedTo');
  return [
    ...(lines.length === 0 ? [{ severity: 'warning', message: '所选范围里没有交办的提案。' } as const] : []),
    ...of.lacking(
      'error',
      records(({ row, due }) => !isCoUnit(row) && !due),
      'assignments',
      '没有办理期限',
    ),
    ...of.lacking(
      'warning',
      records((line) => line.due !== '' && !dated(line)),
      'assignments',
      '没有登记期限，表上按交办日期推算',
    ),
    ...of.lacking(
      'warning',
      records(({ row }) => !textOf(row, 'unit')),
      'assignments',
      '没有选承办单位',
    ),
    ...(one
      ? []
      : of.lacking(
          'warning',
          filed.filter(({ values }) => answeringRows(values).length === 0),
          'assignments',
          '已经立案，还没有交办',
        )),
  ];
}
