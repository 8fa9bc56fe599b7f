import { textOf } from '../../../records/read-value.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, DocumentModel, Finding, Run } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { cell } from './cells.ts';
import { faceOf } from './people.ts';
import { byStrokes, type Entry, servingOf, termBody, termOf, termParameter } from './roll.ts';

const SHEETS = ['8张', '10张'] as const;
const LINES = ['有裁切线', '无线'] as const;
const PERSONAL = ['含手机', '不含手机'] as const;
const ACROSS = 2;
/** Millimetres of paper for cards on a free A4 page, a little less than there is. */
const ROOM = 238;

/** 委员联系卡: cards to cut out, two across; the lines are where to cut. */
export const contactCard: DocumentDefinition = {
  id: 'contactCard',
  label: '委员联系卡',
  group: '委员履职',
  layout: 'plain',
  aliases: ['联系卡', '便民联系卡'],
  description: '一张A4纸排8张或10张联系卡，姓名、界别、单位职务、联系方式，印好裁开。',
  parameters: [
    { name: 'members', label: '委员', type: 'references', targets: ['member'], help: '留空为本届全部在任委员' },
    termParameter,
    { name: 'perSheet', label: '一张纸排', type: 'choice', options: SHEETS, initial: SHEETS[0] },
    { name: 'lines', label: '裁切线', type: 'choice', options: LINES, initial: LINES[0] },
    { name: 'personal', label: '手机', type: 'choice', options: PERSONAL, initial: PERSONAL[0] },
    { name: 'footer', label: '卡片末行', type: 'text', help: '例如本机关的电话，印在每张卡上' },
  ],
  compose,
};

interface CardLook {
  readonly personal: boolean;
  readonly body: string;
  readonly footer: string;
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const perSheet = say.choiceParam(params, 'perSheet', '一张纸排', SHEETS) === SHEETS[0] ? 8 : 10;
  const lines = say.choiceParam(params, 'lines', '裁切线', LINES) === LINES[0] ? 'all' : 'none';
  const personal = say.choiceParam(params, 'personal', '手机', PERSONAL) === PERSONAL[0];
  const findings: Finding[] = [];
  const { entries, body } = chosen(params, material, findings);
  const look: CardLook = { personal, body, footer: say.textParam(params, 'footer') };
  const sheets: Entry[][] = [];
  for (let at = 0; at < entries.length; at += perSheet) sheets.push(entries.slice(at, at + perSheet));
  const blocks = sheets.flatMap((sheet, index): DocumentBlock[] => [
    ...(index > 0 ? [{ type: 'pageBreak' } as const] : []),
    sheetOf(sheet, perSheet / ACROSS, lines, look, material),
  ]);
  const model: DocumentModel = {
    document: 'contactCard',
    title: '委员联系卡',
    fileName: `委员联系卡（${entries.length}名，${say.chineseDay(material.today)}）`,
    page: { orientation: 'portrait', grid: 'free', folio: 'none' },
    blocks,
  };
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

function chosen(
  params: Readonly<Record<string, unknown>>,
  material: DocumentMaterial,
  findings: Finding[],
): { entries: readonly Entry[]; body: string } {
  const { fullName } = material.settings;
  const ids = Array.isArray(params.members) ? params.members.map(String).filter(Boolean) : [];
  if (ids.length === 0) {
    const term = termOf(params, material);
    const entries = servingOf(term, material, findings);
    if (entries.length === 0) throw new DocumentError('本届还没有在任委员，没有卡片可出。请先登记或导入委员。', 'term');
    return { entries, body: termBody(fullName, term) };
  }
  const records = [...new Set(ids)].map((id, index) => {
    const record = material.lookup('member', id);
    if (!record) throw new DocumentError(`所选的第${index + 1}名委员找不到了，可能已被删除。请重新选择。`, 'members');
    return record;
  });
  const entries = byStrokes(records, material, findings, '卡片');
  if (entries.length === 0) throw new DocumentError('所选的委员都没有姓名，没有卡片可出。', 'members');
  return { entries, body: termBody(fullName, material.lookup('term', textOf(records[0]?.values ?? {}, 'term'))) };
}

function sheetOf(
  entries: readonly Entry[],
  down: number,
  lines: 'all' | 'none',
  look: CardLook,
  material: DocumentMaterial,
): DocumentBlock {
  const rows: DocumentCell[][] = [];
  for (let at = 0; at < entries.length; at += ACROSS) {
    const cards = entries.slice(at, at + ACROSS).map((entry) => cardOf(entry, look, material));
    rows.push([...cards, ...Array.from({ length: ACROSS - cards.length }, () => cell(''))]);
  }
  return {
    type: 'table',
    columns: Array.from({ length: ACROSS }, () => ({ width: 1, align: 'left' as const })),
    headRows: 0,
    lines,
    size: 12,
    heights: rows.map(() => Math.floor(ROOM / down)),
    rows,
  };
}

function cardOf(
  { record, name }: Entry,
  { personal, body, footer }: CardLook,
  material: DocumentMaterial,
): DocumentCell {
  const face = faceOf(record, material.lookup);
  const source = say.sourceOf(record);
  const line = (lead: string, text: string): Run[] => (text ? [{ text: `\n${lead}${text}`, source }] : []);
  return {
    runs: [
      { text: body, source },
      { text: `\n${spacedName(name)}`, lead: true, source },
      ...(face.rank ? [{ text: `　${face.rank}`, source }] : []),
      ...line('界别：', face.sector),
      ...line('单位：', face.post),
      ...line('街道：', face.subdistrict),
      ...(personal ? line('手机：', textOf(face.person, 'mobile')) : []),
      ...line('', footer),
    ],
    align: 'left',
    source,
  };
}
