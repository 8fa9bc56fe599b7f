import { listOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { type Body, bodyText } from '../../../text/body.ts';
import { headingNumber } from '../../from-body.ts';
import type { DocumentBlock, Finding } from '../../model.ts';
import * as say from '../../wording.ts';

const HEARD: Readonly<Record<string, string>> = {
  听取: '会议听取了',
  审议通过: '会议审议通过了',
  原则通过: '会议原则通过了',
  协商: '会议就以下议题进行了协商：',
  暂缓: '会议决定暂缓审议',
  书面审议: '会议书面审议了',
};

/** An item of the agenda: its head, who reported, what came of it. */
export function agendaBlocks(row: Values, counter: { next: number }, event: StoredRecord): DocumentBlock[] {
  const source = say.sourceOf(event, 'agendaItems');
  const title = textOf(row, 'title')
    .trim()
    .replace(/[。；;]+$/u, '');
  const blocks = [say.paragraph('heading1', `${headingNumber(1, counter.next++)}${title}`, source)];
  const reporter = textOf(row, 'reporter').trim();
  const conclusion = textOf(row, 'conclusion');
  const verb = HEARD[conclusion] ?? (conclusion ? `会议${conclusion}：` : '');
  const subject = title.replace(/^(?:听取|审议|研究|协商|传达学习|传达|通报)(?:了|并审议)?/u, '');
  let told = '';
  if (verb && reporter) told = `${reporter}作了汇报，${verb}${subject}。`;
  else if (verb) told = `${verb}${subject}。`;
  else if (reporter) told = `会议听取了${reporter}的汇报。`;
  const note = say.sentence(textOf(row, 'note'));
  for (const text of [told, ...note.split(/[\r\n]+/)])
    if (text.trim()) blocks.push(say.paragraph('body', text.trim(), source));
  return blocks;
}

/** A decision with whose work it is and by when. */
export function resolutionText(row: Values): string {
  const facts: string[] = [];
  const department = textOf(row, 'department').trim();
  const helpers = listOf(row, 'coDepartments');
  const due = say.chineseDay(textOf(row, 'due'));
  if (department) facts.push(`责任部门：${department}`);
  if (helpers.length > 0) facts.push(`协办：${helpers.join('、')}`);
  if (due) facts.push(`时限：${due}前`);
  const text = say.sentence(textOf(row, 'text').replace(/\s*[\r\n]+\s*/gu, ''));
  return facts.length > 0 ? `${text}（${facts.join('；')}）` : text;
}

/** Items of the agenda that the written text does not mention. */
export function missedAgenda(agenda: readonly Values[], body: Body, event: StoredRecord): Finding[] {
  const text = bodyText(body).replace(/\s/gu, '');
  return agenda
    .map((row) => textOf(row, 'title').replace(/\s/gu, ''))
    .filter((title) => !text.includes(title))
    .map((title) => ({
      severity: 'hint',
      message: `议题“${title}”在纪要正文里没有出现，请核对是否写到。`,
      source: say.sourceOf(event, 'agendaItems'),
    }));
}
