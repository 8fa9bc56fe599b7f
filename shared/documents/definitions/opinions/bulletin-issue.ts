import { placingOf } from '../../../figures/bulletin-issue.ts';
import { numberOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { bodyArticle, EXTENTS, type Extent, eventArticle, storedBody } from '../../briefing.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentModel, Finding } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { located } from '../consultation/locate.ts';
import { authorLines, opinionDoubts, opinionText, opinionTitle } from './opinion-article.ts';
import { personalFindings } from './privacy.ts';

/** 专刊、增刊、委员建言、政协简报: one issue out of its record, under the name it has there (J10, H.6). */
export const bulletinIssue: DocumentDefinition = {
  id: 'bulletinIssue',
  label: '社情民意专刊',
  group: '社情民意',
  layout: 'briefing',
  aliases: ['信息专刊', '增刊', '委员建言', '政协简报', '社情民意', '编发'],
  description: '把一期期刊排成成品：刊名、期号、编印单位、日期、要目、各篇信息和作者、报送栏、编辑、签发、印数。',
  parameters: [
    { name: 'bulletin', label: '期次', type: 'reference', targets: ['bulletin'], required: true },
    { name: 'notice', label: '左上角字样', type: 'text', initial: '内部资料', help: '留空不印' },
    { name: 'editorNote', label: '编者按', type: 'longText' },
    { name: 'reviewer', label: '核稿', type: 'text' },
    { name: 'receivers', label: '报送栏', type: 'longText', help: '一行一项；留空用期次里的，再没有用资料库设置里的' },
    {
      name: 'extent',
      label: '报告、活动的篇幅',
      type: 'choice',
      options: EXTENTS,
      initial: EXTENTS[0],
      help: '社情民意总是全文',
    },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const bulletin = say.recordParam(params, 'bulletin', '期次', ['bulletin'], material);
  const extent = say.choiceParam(params, 'extent', '篇幅', EXTENTS);
  const { values } = bulletin;
  const name = textOf(values, 'publication').trim();
  if (!name) throw new DocumentError('这一期还没有选刊名，请先在期刊期次里选。', 'bulletin');
  const number = numberOf(values, 'number');
  const printed = textOf(values, 'printedOn');
  const date = say.chineseDay(printed || material.today);
  const issuer = textOf(values, 'issuer').trim() || material.settings.issuer;
  const notice = say.textParam(params, 'notice');
  const findings = issueFindings(bulletin, material);
  const receivers = receiversOf(params, values, material);
  if (receivers.length === 0)
    findings.push({
      severity: 'warning',
      message: '没有报送栏。请在期次的“发送对象”里填写。',
      source: say.sourceOf(bulletin, 'receivers'),
    });
  const words = numberWords(values);
  const remarks = remarksOf(params, values);
  const title = `${name}${words.short}`;
  const model: DocumentModel = {
    document: 'bulletinIssue',
    title,
    fileName: `${title}（${date}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    masthead: {
      style: 'briefing',
      mark: name,
      ...(number === undefined ? {} : { number: words.full }),
      ...(issuer ? { issuer } : {}),
      date,
      ...(notice ? { notice } : {}),
    },
    blocks: [...openingOf(params, itemsOf(bulletin, material)), ...articlesOf(bulletin, extent, material, findings)],
    imprint: { style: 'briefing', receivers, ...(remarks ? { remarks } : {}) },
  };
  const all = [...located(findings, model), ...personalFindings(model), ...characterFindings(model, material.settings)];
  return { model, findings: all };
}

/** 第6期（总第46期）; a supplement says so and has numbers of its own: 增刊第1期. */
function numberWords(values: Values): { readonly full: string; readonly short: string } {
  const number = numberOf(values, 'number');
  if (number === undefined) return { full: '', short: '' };
  const total = numberOf(values, 'totalNumber');
  const extra = values.supplement === true && values.publication !== '增刊' ? '增刊' : '';
  const short = `${extra}第${number}期`;
  return { short, full: `${short}${total === undefined ? '' : `（总第${total}期）`}` };
}

function receiversOf(params: Readonly<Record<string, unknown>>, values: Values, { settings }: DocumentMaterial) {
  const typed = say.textParam(params, 'receivers');
  if (typed) return say.receiverLines(typed, '送');
  const own = rowsOf(values, 'receivers')
    .map((row) => ({ label: textOf(row, 'label').trim() || '送', text: textOf(row, 'text').trim() }))
    .filter(({ text }) => text);
  return own.length > 0 ? own : settings.briefingReceivers.map((row) => ({ ...row }));
}

function remarksOf(params: Readonly<Record<string, unknown>>, values: Values): string {
  const copies = numberOf(values, 'copies');
  const people = [
    ['编辑', textOf(values, 'editor').trim()],
    ['核稿', say.textParam(params, 'reviewer')],
    ['签发', textOf(values, 'signer').trim()],
  ] as const;
  const named = people.filter(([, who]) => who).map(([label, who]) => `${label}：${who}`);
  return [...named, ...(copies ? [`共印${copies}份`] : [])].join('　');
}

interface Item {
  readonly row: Values;
  readonly record: StoredRecord | undefined;
  readonly title: string;
}

/** Items in the order given to them; those without a number last, as they were entered. */
function itemsOf(bulletin: StoredRecord, { lookup }: DocumentMaterial): readonly Item[] {
  const order = (row: Values) => numberOf(row, 'order') ?? Number.MAX_SAFE_INTEGER;
  return rowsOf(bulletin.values, 'items')
    .toSorted((a, b) => order(a) - order(b))
    .map((row) => {
      const record =
        lookup('opinion', textOf(row, 'opinion')) ??
        lookup('researchReport', textOf(row, 'report')) ??
        lookup('event', textOf(row, 'event'));
      const own = record?.kind === 'opinion' ? opinionTitle(record) : textOf(record?.values ?? {}, 'title').trim();
      return { row, record, title: textOf(row, 'title').trim() || own || '未写标题' };
    });
}

/** Editor's note, and the list of contents of an issue with several papers. */
function openingOf(params: Readonly<Record<string, unknown>>, items: readonly Item[]): DocumentBlock[] {
  const note = say.textParam(params, 'editorNote').replace(/^(?:编者)?按[：:]/u, '');
  const lines = note.split(/[\r\n]+/u).filter((line) => line.trim());
  const notes = lines.map((line, index): DocumentBlock => {
    const lead = index === 0 ? [{ text: '编者按：', lead: true }] : [];
    return { type: 'paragraph', role: 'editorNote', runs: [...lead, { text: line.trim() }] };
  });
  const contents =
    items.length < 3
      ? []
      : [
          say.paragraph('tableTitle', '本期要目'),
          ...items.map(({ title, record }) =>
            say.paragraph('body', `◆${title}`, ...(record ? [say.sourceOf(record, 'title')] : [])),
          ),
          say.blank(),
        ];
  return [...notes, ...(notes.length > 0 ? [say.blank()] : []), ...contents];
}

function articlesOf(
  bulletin: StoredRecord,
  extent: Extent,
  material: DocumentMaterial,
  findings: Finding[],
): DocumentBlock[] {
  return itemsOf(bulletin, material).flatMap(({ record, title }, index) => [
    ...(index > 0 ? [say.blank()] : []),
    say.paragraph('articleTitle', title, record ? say.sourceOf(record, 'title') : say.sourceOf(bulletin, 'items')),
    say.blank(),
    ...articleOf(record, title, { bulletin, extent, material, findings }),
  ]);
}

interface Printing {
  readonly bulletin: StoredRecord;
  readonly extent: Extent;
  readonly material: DocumentMaterial;
  readonly findings: Finding[];
}

function articleOf(record: StoredRecord | undefined, title: string, printing: Printing): DocumentBlock[] {
  const { bulletin, extent, material, findings } = printing;
  if (!record) {
    const message = `“${title}”没有选稿件，只有标题。`;
    findings.push({ severity: 'error', message, source: say.sourceOf(bulletin, 'items') });
    return [say.paragraph('body', '____', say.sourceOf(bulletin, 'items'))];
  }
  if (record.kind === 'event') return eventArticle(record, extent, material, findings);
  if (record.kind === 'researchReport') {
    const body = storedBody(record.values.body);
    if (body) return bodyArticle(record, 'body', body, extent, findings);
    findings.push({ severity: 'error', message: `“${title}”没有正文。`, source: say.sourceOf(record, 'body') });
    return [say.paragraph('body', '____', say.sourceOf(record, 'body'))];
  }
  const { blocks, findings: about } = opinionText(record);
  findings.push(...about, ...opinionDoubts(record));
  if (!placingOf(record.values)) {
    const message = `“${title}”的状态是“${textOf(record.values, 'state')}”，还没有签发。`;
    findings.push({ severity: 'warning', message, source: say.sourceOf(record, 'state') });
  }
  const authors = authorLines(record, material.lookup, { contact: false });
  if (authors.length === 0) {
    const message = `“${title}”没有登记反映人和报送单位，文末没有作者。`;
    findings.push({ severity: 'warning', message, source: say.sourceOf(record, 'lead') });
  }
  return [...blocks, ...authors];
}

/** What the record of the issue lacks, and gaps in the numbers before it (期号连续，增刊单编). */
function issueFindings(bulletin: StoredRecord, { list }: DocumentMaterial): Finding[] {
  const { values } = bulletin;
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], field: string, message: string) =>
    findings.push({ severity, message, source: say.sourceOf(bulletin, field) });
  const number = numberOf(values, 'number');
  if (number === undefined) tell('error', 'number', '还没有期号。');
  if (!textOf(values, 'printedOn')) tell('warning', 'printedOn', '没有印发日期，用了今天。');
  if (!textOf(values, 'signer')) tell('warning', 'signer', '没有签发人。');
  if (!numberOf(values, 'copies')) tell('hint', 'copies', '没有填印数。');
  if (rowsOf(values, 'items').length === 0) tell('error', 'items', '这一期还没有条目。');
  if (values.publication === '增刊')
    tell('hint', 'publication', '刊名登记的是“增刊”，报头就印“增刊”；要印原刊名，请把刊名改成原刊，再勾选“增刊”。');
  const same = list('bulletin').filter(
    (other) =>
      other.values.publication === values.publication &&
      other.values.year === values.year &&
      (other.values.supplement === true) === (values.supplement === true),
  );
  const used = new Set(same.map((other) => numberOf(other.values, 'number')));
  const missing = Array.from({ length: Math.max(0, (number ?? 1) - 1) }, (_, index) => index + 1).filter(
    (one) => !used.has(one),
  );
  if (missing.length > 0)
    tell(
      'warning',
      'number',
      `期号不连续：本年没有第${missing.slice(0, 10).join('、')}${missing.length > 10 ? '……' : ''}期。`,
    );
  return findings;
}
