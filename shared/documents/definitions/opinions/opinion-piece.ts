import { placingOf } from '../../../figures/bulletin-issue.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentModel, Finding } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { located } from '../consultation/locate.ts';
import { authorLines, opinionDoubts, opinionText, opinionTitle } from './opinion-article.ts';
import { personalFindings } from './privacy.ts';

const CONTACTS = ['不附电话', '附作者电话'] as const;
const FILE_RULE = '{单位}{标题}（{日期}）';

/** 报送件: one opinion as a paper of its own, its file named by the city's rule (J11, R-12). */
export const opinionPiece: DocumentDefinition = {
  id: 'opinionPiece',
  label: '社情民意报送件',
  group: '社情民意',
  layout: 'briefing',
  aliases: ['报送件', '报送包', '单篇信息', '上报稿'],
  description: '一条社情民意单独成件，报市政协用：编号、标题、正文、作者单位职务。文件名按市里的要求，可改。',
  parameters: [
    { name: 'opinion', label: '社情民意', type: 'reference', targets: ['opinion'], required: true },
    { name: 'to', label: '报送', type: 'text', help: '例如“市政协研究室”；留空不写' },
    { name: 'mark', label: '报头', type: 'text', initial: '社情民意信息' },
    { name: 'date', label: '报送日期', type: 'date', help: '留空用今天' },
    { name: 'contact', label: '作者电话', type: 'choice', options: CONTACTS, initial: CONTACTS[0] },
    { name: 'editor', label: '编辑', type: 'text' },
    { name: 'signer', label: '签发', type: 'text' },
    { name: 'limit', label: '字数上限', type: 'integer', initial: 1500, help: '正文超过的提醒；留空不查' },
    {
      name: 'fileRule',
      label: '文件名规则',
      type: 'text',
      initial: FILE_RULE,
      help: '可用{单位}{标题}{日期}{日期数字}{编号}{作者}，按市里的要求排列',
    },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const opinion = say.recordParam(params, 'opinion', '社情民意', ['opinion'], material);
  const date = say.dayParam(params, 'date', '报送日期') || material.today;
  const contact = say.choiceParam(params, 'contact', '作者电话', CONTACTS) === CONTACTS[1];
  const limit = say.integerParam(params, 'limit', '字数上限');
  const { settings, lookup } = material;
  const title = opinionTitle(opinion);
  const text = opinionText(opinion);
  const authors = authorLines(opinion, lookup, { contact });
  const findings = [...text.findings, ...opinionDoubts(opinion), ...pieceFindings(opinion, text.blocks, limit)];
  if (authors.length === 0)
    findings.push({
      severity: 'error',
      message: '没有登记反映人和报送单位；报送的信息须实名。',
      source: say.sourceOf(opinion, 'lead'),
    });
  const code = textOf(opinion.values, 'code').trim();
  const to = say.textParam(params, 'to');
  const people = [
    ['编辑', say.textParam(params, 'editor')],
    ['签发', say.textParam(params, 'signer')],
  ] as const;
  const remarks = people
    .filter(([, who]) => who)
    .map(([label, who]) => `${label}：${who}`)
    .join('　');
  const model: DocumentModel = {
    document: 'opinionPiece',
    title,
    fileName: fileNameOf(params, { opinion, title, date }, material, findings),
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    masthead: {
      style: 'briefing',
      mark: say.textParam(params, 'mark') || '社情民意信息',
      ...(code ? { number: `编号：${code}` } : {}),
      ...(settings.issuer ? { issuer: settings.issuer } : {}),
      date: say.chineseDay(date),
    },
    blocks: [
      say.paragraph('articleTitle', title, say.sourceOf(opinion, 'title')),
      say.blank(),
      ...text.blocks,
      ...authors,
    ],
    ...(to || remarks
      ? {
          imprint: {
            style: 'briefing',
            receivers: to ? say.receiverLines(to, '报') : [],
            ...(remarks ? { remarks } : {}),
          },
        }
      : {}),
  };
  // The telephone the city asked for is no slip.
  const personal = personalFindings(model).filter(
    ({ block }) => !contact || !authors.some((line) => line === model.blocks[block ?? -1]),
  );
  return { model, findings: [...located(findings, model), ...personal, ...characterFindings(model, settings)] };
}

interface Named {
  readonly opinion: StoredRecord;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

/** @throws DocumentError when nothing is left of the name */
function fileNameOf(
  params: Readonly<Record<string, unknown>>,
  { opinion, title, date }: Named,
  { settings, lookup }: DocumentMaterial,
  findings: Finding[],
): string {
  const { values } = opinion;
  const words: Readonly<Record<string, string>> = {
    单位: settings.shortName,
    标题: title,
    日期: say.chineseDay(date),
    日期数字: date.replaceAll('-', ''),
    编号: textOf(values, 'code').trim(),
    作者: say.memberName(textOf(values, 'lead'), lookup) || textOf(values, 'leadName').trim(),
  };
  const rule = say.textParam(params, 'fileRule') || FILE_RULE;
  const unknown: string[] = [];
  const name = rule.replace(/[{｛]([^{}｛｝]*)[}｝]/gu, (_, key: string) => {
    const word = words[key.trim()];
    if (word === undefined) unknown.push(key);
    return word ?? '';
  });
  if (unknown.length > 0) {
    const message = `文件名规则里的{${unknown.join('}{')}}认不得，没有填；可用{${Object.keys(words).join('}{')}}。`;
    findings.push({ severity: 'warning', message });
  }
  if (!name.trim()) throw new DocumentError('按文件名规则排出来是空的，请至少写上{标题}。', 'fileRule');
  return name.trim();
}

function pieceFindings(opinion: StoredRecord, blocks: readonly DocumentBlock[], limit: number | undefined): Finding[] {
  const findings: Finding[] = [];
  const state = textOf(opinion.values, 'state');
  if (!placingOf(opinion.values)) {
    const message = `这条信息的状态是“${state}”，还没有签发，请核对是否可以报送。`;
    findings.push({ severity: 'warning', message, source: say.sourceOf(opinion, 'state') });
  }
  const words = blocks.flatMap((block) => (block.type === 'paragraph' ? [say.runsText(block.runs)] : [])).join('');
  const length = [...words.replace(/\s/gu, '')].length;
  if (limit !== undefined && length > limit) {
    const message = `正文${length}字，超过${limit}字。`;
    findings.push({ severity: 'warning', message, source: say.sourceOf(opinion, 'problem') });
  }
  return findings;
}
