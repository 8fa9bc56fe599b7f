import { rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { answeringRows, casesMergedInto, roundOf } from '../../../workflow/proposal-reading.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentModel, Finding } from '../../model.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { finished } from './paper.ts';

const FORMATS = ['信函格式', '公文格式'] as const;

/**
 * 答复函 of a handling unit to the proposer: its class in the upper right corner, its title in the one form, whom to ask
 * at the end (H.1, W-4c). Of cases handled together every proposer gets a letter of his own (W-6).
 */
export const replyLetter: DocumentDefinition = {
  id: 'replyLetter',
  label: '提案答复函',
  group: '提案',
  layout: 'letter',
  aliases: ['提案复函', '提案答复'],
  description: '右上角标A、B、C，标题按统一格式，末尾写联系人及电话，抄送提案委；并案的在各自的提案上出，分别答复。',
  parameters: [
    {
      name: 'proposal',
      label: '提案',
      type: 'reference',
      targets: ['proposal'],
      required: true,
      help: '并入别案的也可选，信写给它的提案人',
    },
    { name: 'unit', label: '答复单位', type: 'reference', targets: ['organisation'], help: '几个单位分别答复时选' },
    { name: 'format', label: '格式', type: 'choice', options: FORMATS, initial: FORMATS[0] },
    { name: 'number', label: '答复字号', type: 'text', help: '由答复单位编；留空用登记的答复字号' },
    { name: 'issueDate', label: '成文日期', type: 'date', help: '留空用登记的答复日期' },
    { name: 'receivers', label: '抄送', type: 'longText', help: '留空为提案委员会' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const record = say.recordParam(params, 'proposal', '提案', ['proposal'], material);
  const main = of.mainCaseOf(record, material);
  const unit = say.textParam(params, 'unit')
    ? say.recordParam(params, 'unit', '答复单位', ['organisation'], material).id
    : '';
  const format = say.choiceParam(params, 'format', '格式', FORMATS);
  const reply = replyOf(main, unit, material);
  const by = of.unitOf(textOf(reply, 'unit') || textOf(answeringRows(main.values)[0] ?? {}, 'unit'), material);
  const letter = textOf(reply, 'class');
  const date = say.dayParam(params, 'issueDate', '成文日期') || textOf(reply, 'repliedOn') || material.today;
  const number = say.documentNumber(say.textParam(params, 'number') || textOf(reply, 'number'));
  const title = titleFor(record, main, material);
  const source = say.sourceOf(main, 'replies');
  const contact = contactWords(reply, material);
  const model: DocumentModel = {
    document: 'replyLetter',
    title,
    fileName: `${title}（${of.proposerOf(record, material) || '提案人'}）`,
    page: {
      orientation: 'portrait',
      grid: 'official',
      folio: 'outside',
      ...(format === FORMATS[0] ? { firstPageFolio: 'none' } : {}),
    },
    masthead: {
      style: format === FORMATS[0] ? 'letter' : 'official',
      mark: (format === FORMATS[0] ? by || '____' : `${by || '____'}文件`).slice(0, 40),
      ...(number ? { number } : {}),
    },
    ...(letter ? { corner: letter } : {}),
    blocks: [
      say.paragraph('title', title, source),
      say.blank(),
      salutation(record, material),
      ...textBlocks(record, main, reply),
      say.blank(),
      say.paragraph('signature', by || '____', source),
      say.paragraph('date', say.chineseDay(date), source),
      say.paragraph('annotation', `（联系人及电话：${contact || '____'}）`, source),
    ],
    imprint: {
      style: 'official',
      receivers: say.receiverLines(say.textParam(params, 'receivers') || committeeName(material), '抄送'),
      ...(format === FORMATS[0] ? {} : { issuer: by, issued: `${say.chineseDay(date)}印发` }),
    },
    sealed: true,
  };
  return finished(model, gaps({ record, main, reply, by, number, contact }, material), material);
}

/** The last answer of the unit that was not sent back. @throws DocumentError when it is not clear whose answer is meant. */
function replyOf(main: StoredRecord, unit: string, material: DocumentMaterial): Values {
  const standing = rowsOf(main.values, 'replies').filter((row) => textOf(row, 'review') !== '退回重办');
  const owners = [...new Set(standing.map((row) => textOf(row, 'unit')))];
  if (!unit && owners.length > 1) {
    const names = owners.map((id) => of.unitOf(id, material)).filter(Boolean);
    throw new DocumentError(`${names.join('、')}分别答复了这件提案，请选出哪一家的答复函。`, 'unit');
  }
  const rows = standing.filter((row) => !unit || textOf(row, 'unit') === unit);
  const last = Math.max(1, ...rows.map(roundOf));
  const found = rows.findLast((row) => roundOf(row) === last);
  if (!found) {
    const who = unit ? of.unitOf(unit, material) : '承办单位';
    throw new DocumentError(
      `${of.caseName(main.values)}还没有登记${who}的答复。请先在提案里登记答复，再出答复函。`,
      'proposal',
    );
  }
  return found;
}

/** 关于区政协十届三次会议第1号提案的答复; a case that lost its own number bears that of the main case. */
function titleFor(record: StoredRecord, main: StoredRecord, material: DocumentMaterial): string {
  const named = record.values.caseNumber ? record : main;
  return `关于${of.fullCaseName(named, material)}的答复`;
}

/** 尊敬的张三委员：, with those who signed along: 尊敬的张三等3位委员：; a unit by its name. */
function salutation(record: StoredRecord, material: DocumentMaterial): DocumentBlock {
  const name = of.proposerOf(record, material) || '____';
  if (!textOf(record.values, 'lead')) {
    return say.paragraph('salutation', `${name}：`, say.sourceOf(record, 'leadUnit'));
  }
  const others = of.cosignersOf(record, material).length;
  const words = others > 0 ? `尊敬的${name}等${others + 1}位委员：` : `尊敬的${name}委员：`;
  return say.paragraph('salutation', words, say.sourceOf(record, 'lead'));
}

function textBlocks(record: StoredRecord, main: StoredRecord, reply: Values): DocumentBlock[] {
  const source = say.sourceOf(main, 'replies');
  const lines = textOf(reply, 'text')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter(Boolean);
  const about = say.sourceOf(record, record.id === main.id ? 'title' : 'mergedInto');
  const merged =
    record.id === main.id
      ? ''
      : `您提出的《${of.titleOf(record)}》收悉，因与${of.caseName(main.values)}内容相近，合并办理，现答复如下：`;
  const opened = !merged && /收悉|收到/u.test(lines[0] ?? '');
  const own = merged ? [lines[0]?.replace(RECEIVED, '') ?? '', ...lines.slice(1)].filter(Boolean) : lines;
  return [
    ...(opened ? [] : [say.paragraph('body', merged || `您提出的《${of.titleOf(record)}》收悉，现答复如下：`, about)]),
    ...own.map((line) => say.paragraph(roleOf(line), line, source)),
    ...(/感谢/u.test(lines.join('')) ? [] : [say.paragraph('body', '感谢您对我们工作的关心和支持。')]),
  ];
}

/** The opening of an answer: of the case that took others up it does not fit them. */
const RECEIVED = /^[^。]{0,60}收悉(?:，现答复如下：|。)/u;

/** A line that is only a numbered heading is set as one. */
function roleOf(line: string): 'heading1' | 'heading2' | 'body' {
  const heading = [...line].length <= 30 && !/[。；：]$/u.test(line);
  if (heading && /^[一二三四五六七八九十]+、/u.test(line)) return 'heading1';
  return heading && /^（[一二三四五六七八九十]+）/u.test(line) ? 'heading2' : 'body';
}

/** Whom the unit named in its answer; else whom the office has for the unit. */
function contactWords(reply: Values, material: DocumentMaterial): string {
  const about = material.lookup('organisation', textOf(reply, 'unit'))?.values ?? {};
  const name = textOf(reply, 'contact') || textOf(about, 'contact');
  const tel = textOf(reply, 'tel') || textOf(about, 'tel');
  return [name, tel].filter(Boolean).join('\u3000');
}

/** 政协示例区委员会提案委员会 */
function committeeName(material: DocumentMaterial): string {
  const committee = material.list('committee').findLast(({ values }) => textOf(values, 'name').includes('提案'));
  return `${material.settings.shortName}${textOf(committee?.values ?? {}, 'name') || '提案委员会'}`;
}

interface Letter {
  readonly record: StoredRecord;
  readonly main: StoredRecord;
  readonly reply: Values;
  readonly by: string;
  readonly number: string;
  readonly contact: string;
}

function gaps({ record, main, reply, by, number, contact }: Letter, material: DocumentMaterial): Finding[] {
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], message: string, about = main, field = 'replies') =>
    findings.push({ severity, message, source: say.sourceOf(about, field) });
  if (!by) tell('error', '答复没有写明是哪个单位的。');
  if (!textOf(reply, 'text').trim()) tell('error', '答复没有正文。');
  if (!textOf(reply, 'class')) tell('error', '答复没有标A、B、C类别，右上角空着。');
  if (!number) tell('warning', '答复没有字号。');
  if (!textOf(reply, 'signer')) tell('warning', '没有登记签发人。');
  if (!contact) tell('error', '没有联系人及电话。');
  else if (!/\d/u.test(contact)) tell('warning', '没有联系电话，只有联系人。');
  if (!textOf(reply, 'repliedOn')) tell('warning', '没有登记答复日期。');
  if (textOf(reply, 'review') !== '通过') tell('warning', '答复还没有审核通过。');
  if (!of.proposerOf(record, material)) tell('error', '没有提案人，不知道写给谁。', record, 'lead');
  if (!main.values.caseNumber) tell('warning', '没有提案号，标题里只写“提案”。', main, 'caseNumber');
  const others = [main, ...casesMergedInto(main.id, material.list('proposal'))].filter(({ id }) => id !== record.id);
  if (others.length > 0) {
    const names = [...new Set(others.map((other) => of.proposerOf(other, material)).filter(Boolean))];
    const more = names.length > 5 ? `等${names.length}名提案人` : '';
    tell('hint', `并案办理的要分别答复：还要给${names.slice(0, 5).join('、')}${more}各出一份，在各自的提案上出。`);
  }
  return findings;
}
