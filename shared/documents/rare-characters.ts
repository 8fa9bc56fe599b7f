import type { OfficeSettings } from './definition.ts';
import { isOutsideGb2312, isOutsideGbk } from './gb2312.ts';
import type { DocumentBlock, DocumentModel, Finding } from './model.ts';
import { paperText } from './paragraph-setting.ts';
import { runsText } from './wording.ts';

function textsOf(block: DocumentBlock): string {
  if (block.type === 'paragraph') return runsText(block.runs);
  if (block.type === 'table') return block.rows.flatMap((row) => row.map((cell) => runsText(cell.runs))).join('');
  return block.type === 'figure' ? (block.caption ?? '') : '';
}

/**
 * Characters that the usual faces of 公文 do not have, with what happens to them; and characters that no paper can
 * carry. One finding a kind of trouble, at the first block where it occurs.
 */
export function characterFindings(model: DocumentModel, settings: OfficeSettings): Finding[] {
  const rare = new Map<string, number>();
  const rarest = new Map<string, number>();
  let broken = -1;
  model.blocks.forEach((block, index) => {
    const text = textsOf(block);
    if (broken < 0 && (paperText(text) !== text || text.includes('\ufffd'))) broken = index;
    for (const character of text) {
      if (!isOutsideGb2312(character)) continue;
      const list = isOutsideGbk(character) ? rarest : rare;
      if (!list.has(character)) list.set(character, index);
    }
  });
  const findings: Finding[] = [];
  const body = settings.fonts.body || '仿宋_GB2312';
  const tell = (list: Map<string, number>, message: (characters: string) => string) => {
    const [first] = list;
    if (!first) return;
    const characters = [...list.keys()].slice(0, 12).join('、');
    findings.push({ severity: 'hint', message: message(characters), block: first[1] });
  };
  if (/GB2312/i.test(body)) {
    tell(rare, (characters) => `生僻字${characters}在${body}里没有，导出时改用仿宋，字形齐全。`);
  }
  tell(rarest, (characters) => `生僻字${characters}要用宋体的扩展字库显示，打印前请核对字形。`);
  if (broken >= 0) {
    findings.push({
      severity: 'warning',
      message: '文中有看不见的控制符或残缺的字，导出时去掉或以�代替，请核对。',
      block: broken,
    });
  }
  return findings;
}
