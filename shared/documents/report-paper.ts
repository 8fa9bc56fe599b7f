import { type BodyLine, bodyLines } from '../figures/reports/body-lines.ts';
import { placesOf } from '../figures/reports/placeholder.ts';
import { plainReport, takenIn } from '../figures/reports/taken.ts';
import { rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from './definition.ts';
import type { DocumentBlock, DocumentModel, Finding } from './model.ts';
import { characterFindings } from './rare-characters.ts';
import * as say from './wording.ts';

/** 工作报告: the draft with the numbers that were taken into it; set as 公文 are (GB/T 9704-2012, 7.3), without a red head. */
export const reportPaper: DocumentDefinition = {
  id: 'report',
  label: '工作报告',
  group: '成果',
  layout: 'official',
  aliases: ['常委会工作报告', '年度工作报告'],
  description: '把报告稿排成公文格式：标题、各级标题、正文，数是上次取进稿子的。',
  parameters: [
    { name: 'report', label: '报告稿', type: 'reference', targets: ['report'], required: true },
    { name: 'subtitle', label: '副标题', type: 'text', help: '例如在哪次会议上、谁作的报告，排在标题下面' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const record = say.recordParam(params, 'report', '报告稿', ['report'], material);
  const title = textOf(record.values, 'title').trim() || '工作报告';
  const subtitle = say.textParam(params, 'subtitle');
  const source = say.sourceOf(record, 'body');
  const body = textOf(record.values, 'body');
  const taken = takenIn(rowsOf(record.values, 'taken'));
  const lines = bodyLines(plainReport(body, taken));
  const model: DocumentModel = {
    document: 'report',
    title,
    fileName: title,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    blocks: [
      say.paragraph('title', title, say.sourceOf(record, 'title')),
      ...(subtitle ? [say.paragraph('subtitle', subtitle)] : []),
      say.blank(),
      ...lines.map(({ role, text }): DocumentBlock => say.paragraph(role, text, source)),
    ],
  };
  const findings = [...draftFindings(record, lines), ...placeFindings(record, model)];
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

function draftFindings(record: StoredRecord, lines: readonly BodyLine[]): Finding[] {
  const findings: Finding[] = [];
  if (lines.length === 0)
    findings.push({ severity: 'warning', message: '报告稿还没有正文。', source: say.sourceOf(record, 'body') });
  if (textOf(record.values, 'state') !== '定稿')
    findings.push({ severity: 'hint', message: '这份报告稿还没有定稿。', source: say.sourceOf(record, 'state') });
  return findings;
}

/** What is left of {…} in the text has no number yet, or names no figure. */
function placeFindings(record: StoredRecord, { blocks }: DocumentModel): Finding[] {
  return blocks.flatMap((block, index) => {
    const text = block.type === 'paragraph' ? say.runsText(block.runs) : '';
    return placesOf(text).map(({ start, end }): Finding => {
      const message = `“${text.slice(start, end)}”还没有取到数。请打开报告稿更新，或核对指标编码。`;
      return { severity: 'error', message, block: index, source: say.sourceOf(record, 'body') };
    });
  });
}
