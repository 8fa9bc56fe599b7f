import { rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { answeringRows, handlingRows, isCoUnit, replyDue, roundOf } from '../../../workflow/proposal-reading.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentTable, Finding } from '../../model.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { boxes, cell, label } from './cells.ts';
import { ANSWER_CLASSES, classWords, wordsOf } from './choices.ts';
import { plainPaper } from './paper.ts';

const REQUIREMENTS =
  '请主动与提案人沟通，按期办理并书面答复提案人，答复件首页右上角标明A、B、C类别，同时报送提案委员会；不属于本单位职责的，请在退办期限内退回并说明理由。';

/** 提案转办单: one page a case, from the review to what the proposer thinks of the result (J06). */
export const proposalHandover: DocumentDefinition = {
  id: 'proposalHandover',
  label: '提案转办单',
  group: '提案',
  layout: 'plain',
  aliases: ['提案交办单', '转办通知单'],
  description: '编号、案由、审查意见、分处意见、领导批示、办理要求，A、B、C和满意度栏；可一次出几件，一件一页。',
  parameters: [
    {
      name: 'proposals',
      label: '提案',
      type: 'references',
      targets: ['proposal'],
      required: true,
      help: '可选几件，一件一页',
    },
    { name: 'requirements', label: '办理要求', type: 'longText', help: '留空用通行的写法' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const records = chosen(params, material);
  const requirements = say.textParam(params, 'requirements') || REQUIREMENTS;
  const findings: Finding[] = [];
  const title = `${material.settings.shortName || '政协'}提案转办单`;
  const blocks = records.flatMap((record, index): DocumentBlock[] => {
    findings.push(...gaps(record));
    return [
      ...(index > 0 ? [{ type: 'pageBreak' } as const] : []),
      say.paragraph('formTitle', title, say.sourceOf(record)),
      say.paragraph('tableNote', ''),
      slip(record, requirements, material),
      say.paragraph('tableNote', '附注：征询意见只征求第一提案人（提出单位），附议的提案人不逐一征求。'),
    ];
  });
  const [only] = records.length === 1 ? records : [];
  return plainPaper(
    {
      document: 'proposalHandover',
      title,
      fileName: only
        ? `提案转办单（${of.caseName(only.values)}）`
        : `提案转办单（${records.length}件，${say.chineseDay(material.today)}）`,
      orientation: 'portrait',
      folio: 'none',
      blocks,
    },
    findings,
    material,
  );
}

function chosen(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): readonly StoredRecord[] {
  const value = params.proposals;
  const ids = Array.isArray(value) ? value : typeof value === 'string' && value ? [value] : [];
  if (ids.length === 0) throw new DocumentError('请先选提案。', 'proposals');
  return ids.map((id) => say.recordParam({ proposals: id }, 'proposals', '提案', ['proposal'], material));
}

function slip(record: StoredRecord, requirements: string, material: DocumentMaterial): DocumentTable {
  const { values } = record;
  const at = (field: string) => say.sourceOf(record, field);
  const handed = handlingRows(values)
    .map((row) => textOf(row, 'handedOn'))
    .filter(Boolean)
    .sort();
  const phone = textOf(values, 'liaisonMobile');
  const classes = rowsOf(values, 'replies').map((row) => textOf(row, 'class'));
  const results = lastResult(values);
  const words = (letter: string) => classWords(letter, material);
  const wide = { colSpan: 3, align: 'left' } as const;
  return {
    type: 'table',
    columns: [28, 53, 28, 53].map((width) => ({ width, align: 'center' })),
    headRows: 0,
    size: 12,
    rows: [
      [
        label('提案号'),
        cell(textOf(values, 'caseNumber'), at('caseNumber')),
        label('交办日期'),
        cell(say.chineseDay(handed[0] ?? ''), at('assignments')),
      ],
      [label('案由'), cell(textOf(values, 'title'), at('title'), wide)],
      [
        label('提案人'),
        cell(of.proposersInShort(record, material), at('lead')),
        label('联系人\n及电话'),
        cell([textOf(values, 'liaisonName'), phone].filter(Boolean).join('\n'), at('liaisonMobile')),
      ],
      [label('审查意见'), cell(reviewWords(record, material), at('state'), wide)],
      [label('分处意见'), cell(handlingWords(values, material), at('assignments'), wide)],
      [label('领导批示'), cell('', undefined, wide)],
      [label('办理要求'), cell(`${requirements}${dueWords(values, material)}`, at('assignments'), wide)],
      [label('办理结果'), { runs: boxes(ANSWER_CLASSES.map(words), classes.map(words), 31, at('replies')), ...wide }],
      [label('提案人意见'), { runs: boxes(wordsOf('satisfaction', material), results, 31, at('feedback')), ...wide }],
      [label('承办人'), cell(''), label('承办单位\n负责人'), cell('')],
    ],
    heights: [10, 14, 14, 20, 22, 34, 30, 18, 14, 16],
    source: say.sourceOf(record),
  };
}

/** What was said of the last handling: of several proposers the least content counts. */
function lastResult(values: Values): readonly string[] {
  const rows = rowsOf(values, 'feedback');
  const last = Math.max(1, ...rows.map(roundOf));
  const said = rows.filter((row) => roundOf(row) === last).map((row) => textOf(row, 'result'));
  return ['不满意', '基本满意', '满意'].filter((word) => said.includes(word)).slice(0, 1);
}

function reviewWords(record: StoredRecord, material: DocumentMaterial): string {
  const { values } = record;
  const filed = say.chineseDay(textOf(values, 'filedOn'));
  const merged = material.list('proposal').filter((other) => other.values.mergedInto === record.id);
  const parts = [
    filed ? `${filed}审查立案` : '',
    textOf(values, 'category') ? `类别：${textOf(values, 'category')}` : '',
    values.isKey === true ? `重点提案${textOf(values, 'keyLevel') ? `（${textOf(values, 'keyLevel')}）` : ''}` : '',
  ].filter(Boolean);
  const joined = merged.map((other) => `${of.proposerOf(other, material)}《${of.titleOf(other)}》`).join('；');
  return [parts.join('；'), joined ? `并案${merged.length}件：${joined}` : ''].filter(Boolean).join('\n');
}

/** 主办：…（2024年6月15日前答复）, one line a role. */
function handlingWords(values: Values, material: DocumentMaterial): string {
  const roles = ['主办', '独办', '分办', '会办'];
  return roles
    .map((role) => {
      const rows = handlingRows(values).filter((row) => textOf(row, 'role') === role);
      return rows.length > 0 ? `${role}：${of.unitsOf(rows, material)}` : '';
    })
    .filter(Boolean)
    .join('\n');
}

function dueWords(values: Values, material: DocumentMaterial): string {
  const work = of.workOf(material);
  const latest = (rows: readonly Values[]) =>
    rows
      .map((row) => replyDue(row, work))
      .filter(Boolean)
      .sort()
      .at(-1);
  const answer = latest(answeringRows(values));
  const helping = latest(handlingRows(values).filter(isCoUnit));
  return [
    answer ? `答复期限：${say.chineseDay(answer)}。` : '',
    helping ? `会办意见请于${say.chineseDay(helping)}前送主办单位。` : '',
  ].join('');
}

function gaps(record: StoredRecord): Finding[] {
  const { values } = record;
  const name = values.caseNumber ? of.caseName(values) : `《${of.titleOf(record)}》`;
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], field: string, what: string) =>
    findings.push({ severity, message: `${name}${what}。`, source: say.sourceOf(record, field) });
  if (!values.caseNumber) tell('error', 'caseNumber', '还没有提案号，立案以后才能转办');
  if (answeringRows(values).length === 0) tell('error', 'assignments', '还没有确定承办单位，分处意见空着');
  for (const row of answeringRows(values)) {
    if (!textOf(row, 'due') && !textOf(row, 'extendedTo') && !textOf(row, 'handedOn')) {
      tell('error', 'assignments', '没有交办日期和办理期限');
      break;
    }
  }
  if (!textOf(values, 'liaisonMobile')) tell('warning', 'liaisonMobile', '没有联系人手机，承办单位联系不上提案人');
  return findings;
}
