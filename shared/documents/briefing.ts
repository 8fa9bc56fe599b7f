import { asBody, isBlankBody } from '../records/body-shape.ts';
import { rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { type Body, blockText, countCharacters, spansText } from '../text/body.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from './definition.ts';
import { excerpt } from './excerpt.ts';
import { blocksFromBody } from './from-body.ts';
import { placed } from './minutes.ts';
import type { DocumentBlock, DocumentModel, Finding } from './model.ts';
import { characterFindings } from './rare-characters.ts';
import * as say from './wording.ts';

export const EXTENTS = ['摘编', '全文'] as const;
export type Extent = (typeof EXTENTS)[number];
/** Characters of an article that is put in as an excerpt. */
const EXCERPT = 800;

/** 工作简报: head with name, number, issuer and date, one article a record, 报送栏 at the foot. */
export const briefing: DocumentDefinition = {
  id: 'briefing',
  label: '工作简报',
  group: '会议',
  layout: 'briefing',
  aliases: ['政协简报'],
  description: '把选中的会议活动和资料编成一期简报：报头、期号、编印单位、报送栏，文字可在页面上再改。',
  parameters: [
    {
      name: 'records',
      label: '内容',
      type: 'references',
      targets: ['event', 'material'],
      required: true,
      help: '按所选的先后排列',
    },
    { name: 'issue', label: '期号', type: 'integer', required: true },
    { name: 'total', label: '总期号', type: 'integer' },
    { name: 'name', label: '刊名', type: 'text', initial: '工作简报' },
    { name: 'title', label: '本期标题', type: 'text', help: '整期只讲一件事时写，排在报头下面' },
    { name: 'issuer', label: '编印单位', type: 'text', help: '留空用资料库设置里的' },
    { name: 'date', label: '日期', type: 'date', help: '留空用今天' },
    {
      name: 'extent',
      label: '篇幅',
      type: 'choice',
      options: EXTENTS,
      initial: EXTENTS[0],
      help: '摘编：每篇取开头约800字',
    },
    { name: 'editorNote', label: '编者按', type: 'longText' },
    { name: 'notice', label: '左上角字样', type: 'text', help: '例如“内部资料”' },
    { name: 'receivers', label: '报送栏', type: 'longText', help: '一行一项，例如“报：市政协”；留空用资料库设置里的' },
    { name: 'editor', label: '编辑', type: 'text' },
    { name: 'reviewer', label: '核稿', type: 'text' },
    { name: 'copies', label: '印数', type: 'integer' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const records = chosen(params, material);
  const issue = say.integerParam(params, 'issue', '期号');
  if (issue === undefined || issue < 1) throw new DocumentError('请填写期号（1 以上的整数）。', 'issue');
  const total = say.integerParam(params, 'total', '总期号');
  const date = say.dayParam(params, 'date', '日期') || material.today;
  const extent = say.choiceParam(params, 'extent', '篇幅', EXTENTS);
  const copies = say.integerParam(params, 'copies', '印数');
  const { settings } = material;
  const name = say.textParam(params, 'name') || '工作简报';
  const issuer = say.textParam(params, 'issuer') || settings.issuer;
  const findings: Finding[] = [];
  const own = say.textParam(params, 'receivers');
  const receivers = own ? say.receiverLines(own, '送') : settings.briefingReceivers.map((row) => ({ ...row }));
  if (receivers.length === 0)
    findings.push({ severity: 'warning', message: '没有报送栏。可在资料库设置里写好，每期自动带上。' });
  if (!issuer) findings.push({ severity: 'warning', message: '没有编印单位。可在资料库设置里写好。' });
  if (total !== undefined && total < issue)
    findings.push({ severity: 'warning', message: `总期号${total}小于本年期号${issue}，请核对。` });
  const remarks = [
    say.textParam(params, 'editor') && `编辑：${say.textParam(params, 'editor')}`,
    say.textParam(params, 'reviewer') && `核稿：${say.textParam(params, 'reviewer')}`,
    copies ? `共印${copies}份` : '',
  ].filter(Boolean);
  const model: DocumentModel = {
    document: 'briefing',
    title: `${name}第${issue}期`,
    fileName: `${name}第${issue}期（${say.chineseDay(date)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    masthead: {
      style: 'briefing',
      mark: name,
      number: `第${issue}期${total === undefined ? '' : `（总第${total}期）`}`,
      ...(issuer ? { issuer } : {}),
      date: say.chineseDay(date),
      ...(say.textParam(params, 'notice') ? { notice: say.textParam(params, 'notice') } : {}),
    },
    blocks: [...opening(params, records), ...articles(records, extent, material, findings)],
    imprint: { style: 'briefing', receivers, ...(remarks.length > 0 ? { remarks: remarks.join('　') } : {}) },
  };
  return { model, findings: [...placed(findings, model), ...characterFindings(model, settings)] };
}

function chosen(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): StoredRecord[] {
  const value = params.records;
  const ids = (Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，\s]+/) : [])
    .map((id) => String(id).trim())
    .filter(Boolean);
  if (ids.length === 0) throw new DocumentError('请先选要编进简报的会议活动或资料。', 'records');
  return [...new Set(ids)].map((id, index) => {
    const record = material.lookup('event', id) ?? material.lookup('material', id);
    if (!record) throw new DocumentError(`所选内容的第${index + 1}项找不到了，可能已被删除。请重新选择。`, 'records');
    return record;
  });
}

/** Title of the whole number, editor's note, and the list of contents of a number with several articles. */
function opening(params: Readonly<Record<string, unknown>>, records: readonly StoredRecord[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  const title = say.textParam(params, 'title');
  if (title) blocks.push(say.paragraph('title', title), say.blank());
  const note = say.textParam(params, 'editorNote').replace(/^(?:编者)?按[：:]/u, '');
  if (note) {
    const lines = note.split(/[\r\n]+/).filter((line) => line.trim());
    lines.forEach((line, index) => {
      const lead = index === 0 ? [{ text: '编者按：', lead: true }] : [];
      blocks.push({ type: 'paragraph', role: 'editorNote', runs: [...lead, { text: line.trim() }] });
    });
    blocks.push(say.blank());
  }
  if (records.length >= 3) {
    blocks.push({ type: 'paragraph', role: 'tableTitle', runs: [{ text: '本期要目' }] });
    for (const record of records)
      blocks.push(say.paragraph('body', `◆${titleOf(record)}`, say.sourceOf(record, 'title')));
    blocks.push(say.blank());
  }
  return blocks;
}

const titleOf = (record: StoredRecord): string => textOf(record.values, 'title').trim() || '未命名';

function articles(
  records: readonly StoredRecord[],
  extent: Extent,
  material: DocumentMaterial,
  findings: Finding[],
): DocumentBlock[] {
  return records.flatMap((record, index) => [
    ...(index > 0 ? [say.blank()] : []),
    say.paragraph('articleTitle', titleOf(record), say.sourceOf(record, 'title')),
    say.blank(),
    ...(record.kind === 'event'
      ? eventArticle(record, extent, material, findings)
      : materialArticle(record, extent, findings)),
  ]);
}

export function storedBody(value: unknown): Body | undefined {
  const body = asBody(value);
  return body && !isBlankBody(body) ? body : undefined;
}

/** The text of a record as an article, cut to the extent wished; says in a finding what was left out. */
export function bodyArticle(
  record: StoredRecord,
  field: string,
  body: Body,
  extent: Extent,
  findings: Finding[],
): DocumentBlock[] {
  const source = say.sourceOf(record, field);
  const own = withoutTitle(body, titleOf(record));
  if (extent === '全文') return blocksFromBody(own, source);
  const part = excerpt(own, EXCERPT);
  const all = countCharacters(own);
  const taken = countCharacters(part);
  if (taken < all) {
    const message = `《${titleOf(record)}》全文${all}字，摘编取了开头${taken}字，请在页面上增删。`;
    findings.push({ severity: 'hint', message, source });
  }
  return blocksFromBody(part, source);
}

function withoutTitle(body: Body, title: string): Body {
  const plain = (words: string) => words.replace(/[\s\p{P}]/gu, '');
  const first = body.blocks[0];
  const same =
    first && (first.type === 'heading' || first.type === 'paragraph') && plain(blockText(first)) === plain(title);
  return same ? { blocks: body.blocks.slice(1) } : body;
}

/** A meeting as news: when, where, what was on the agenda; then its minutes. */
export function eventArticle(
  event: StoredRecord,
  extent: Extent,
  material: DocumentMaterial,
  findings: Finding[],
): DocumentBlock[] {
  const { values } = event;
  const body = storedBody(values.minutes);
  const blocks: DocumentBlock[] = [];
  const first = body?.blocks.find((block) => block.type === 'paragraph');
  const told = first?.type === 'paragraph' && /召开|举行|开展|举办/u.test(spansText(first.text));
  if (!told) blocks.push(say.paragraph('body', newsOpening(event, material), say.sourceOf(event)));
  if (body) blocks.push(...bodyArticle(event, 'minutes', body, extent, findings));
  const resolutions = rowsOf(values, 'resolutions')
    .map((row) => textOf(row, 'text').trim())
    .filter(Boolean);
  if (resolutions.length > 0 && (!body || extent === '全文')) {
    const items = resolutions.map((item, index) => `${index + 1}.${item.replace(/[。；;]+$/u, '')}`).join('；');
    blocks.push(say.paragraph('body', `会议议定：${items}。`, say.sourceOf(event, 'resolutions')));
  }
  if (!body && resolutions.length === 0 && rowsOf(values, 'agendaItems').length === 0) {
    const message = `“${titleOf(event)}”没有纪要、议题和议定事项，只写了一句话。`;
    findings.push({ severity: 'warning', message, source: say.sourceOf(event, 'minutes') });
  }
  return blocks;
}

/** 2月26日，示例区政协在三楼会议室召开…。会议听取了……。 The year is left out in the year of the briefing. */
function newsOpening(event: StoredRecord, material: DocumentMaterial): string {
  const { values } = event;
  const start = textOf(values, 'start');
  const when = say.chineseWhen(start, textOf(values, 'end'));
  const sameYear = start.slice(0, 4) === material.today.slice(0, 4);
  const shortWhen = sameYear ? when.replace(/^\d+年/u, '') : when;
  const place = textOf(values, 'place').trim();
  const verb = textOf(values, 'category') === '会议' || textOf(values, 'category') === '协商' ? '召开' : '开展';
  const who = material.settings.shortName;
  const title = titleOf(event);
  const held = title.includes('政协')
    ? `${title}${place ? `在${place}` : ''}${verb}`
    : `${who}${place ? `在${place}` : ''}${verb}${title}`;
  const agenda = rowsOf(values, 'agendaItems')
    .map((row) => textOf(row, 'title').trim())
    .filter(Boolean);
  const topics =
    agenda.length > 0 ? `会议议题：${agenda.map((item) => item.replace(/[。；;]+$/u, '')).join('；')}。` : '';
  return `${shortWhen ? `${shortWhen}，` : ''}${held}。${topics}`;
}

function materialArticle(record: StoredRecord, extent: Extent, findings: Finding[]): DocumentBlock[] {
  const body = storedBody(record.values.body);
  const blocks: DocumentBlock[] = [];
  if (body) blocks.push(...bodyArticle(record, 'body', body, extent, findings));
  else {
    const summary = textOf(record.values, 'summary').trim();
    if (summary) blocks.push(say.paragraph('body', summary, say.sourceOf(record, 'summary')));
    const message = `《${titleOf(record)}》没有正文${summary ? '，只用了摘要' : ''}。`;
    findings.push({ severity: 'warning', message, source: say.sourceOf(record, 'body') });
  }
  const author = textOf(record.values, 'author').trim() || textOf(record.values, 'source').trim();
  if (author) blocks.push(say.paragraph('byline', `（${author}）`, say.sourceOf(record, 'author')));
  return blocks;
}
