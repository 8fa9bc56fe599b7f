import type { TemplateFault } from './fault.ts';
import { partLabel, partText, plainXml, TEMPLATED, type WordParts } from './word-text.ts';

/** Bytes. A template is some pages of layout, with a mark or a seal. */
const LARGEST = 20 * 1024 * 1024;

const fault = (message: string, where = '文件'): TemplateFault => ({ severity: 'error', message, where });

/** What the bytes alone tell, before anything is unpacked. */
export function bytesFaults(bytes: Uint8Array): TemplateFault[] {
  if (bytes.length > LARGEST) {
    return [fault(`模板有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过 20 MB。请把里面的大图片压缩后再传。`)];
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return [fault('这是加了打开密码的文件，或老式的 .doc。请在 Word/WPS 里取消密码，另存为 .docx 后再传。')];
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return [fault('这不是 .docx 文件。请在 Word/WPS 里另存为 .docx 后再传。')];
  return [];
}

/** Fields that read other files, start programs or run macros. */
const FIELDS = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b/u;

const LINKS: readonly (readonly [RegExp, string])[] = [
  [/attachedTemplate$/u, '链接着另一个模板（远程模板）。请在“开发工具→文档模板”里改用 Normal 模板，再另存'],
  [/hyperlink$/u, '有指向外部的超链接。请选中链接，右键“取消超链接”，再另存'],
  [/image$/u, '有不在文件里的图片（链接图片）。请删掉，用“插入→图片”重新放进去'],
  [/oleObject|package/u, '嵌着别的文件（OLE 对象）。请删掉它，或改成图片'],
];

/** What a template may not hold: programs, links to elsewhere, files within files. */
export function packageFaults(parts: WordParts): TemplateFault[] {
  const names = Object.keys(parts);
  if (!names.includes('word/document.xml')) {
    return [fault('这不是 Word 文档（可能是 Excel、PPT 或别的压缩包）。请选一个 .docx 文件。')];
  }
  const found: TemplateFault[] = [];
  const types = partText(parts, '[Content_Types].xml');
  if (/macroEnabled/iu.test(types) || names.some((name) => /vbaProject|vbaData/iu.test(name))) {
    found.push(fault('文件里带有宏。请另存为“Word 文档（*.docx）”，不要带宏的格式。'));
  }
  if (names.some((name) => /^word\/(embeddings|activeX)\//iu.test(name))) {
    found.push(fault('文件里嵌着别的文件或控件（OLE、ActiveX）。请删掉它，或改成图片。'));
  }
  if (names.some((name) => /\.xml$|\.rels$/u.test(name) && /<!\s*(?:DOCTYPE|ENTITY)/iu.test(partText(parts, name)))) {
    found.push(fault('文件内部带有 DOCTYPE 声明，正常的 Word 文件没有这种内容，疑为有害文件。'));
  }
  return [...found, ...linkFaults(parts), ...fieldFaults(parts)];
}

function linkFaults(parts: WordParts): TemplateFault[] {
  const found = new Map<string, TemplateFault>();
  for (const name of Object.keys(parts)) {
    if (!name.endsWith('.rels')) continue;
    const where = name.includes('header') ? '页眉' : name.includes('footer') ? '页脚' : '正文';
    for (const [relation] of partText(parts, name).matchAll(/<Relationship\s[^>]*>/gu)) {
      const type = plainXml(/\sType="([^"]*)"/u.exec(relation)?.[1] ?? '');
      const inside = !/\sTargetMode="External"/iu.test(relation);
      if (inside && !/(oleObject|aFChunk|subDocument|attachedTemplate|vbaProject)$/iu.test(type)) continue;
      const target = plainXml(/\sTarget="([^"]*)"/u.exec(relation)?.[1] ?? '').slice(0, 80);
      const words = LINKS.find(([pattern]) => pattern.test(type))?.[1] ?? '引用着文件以外的内容。请删掉它';
      found.set(`${where}${words}${target}`, fault(`${words}（${target}）。`, where));
    }
  }
  return [...found.values()];
}

function fieldFaults(parts: WordParts): TemplateFault[] {
  return Object.keys(parts)
    .filter((name) => TEMPLATED.test(name))
    .flatMap((name) => {
      const xml = partText(parts, name);
      const codes = [
        [...xml.matchAll(/<w:instrText[^>]*>([^<]*)/gu)].map(([, code = '']) => code).join(''),
        ...[...xml.matchAll(/w:instr="([^"]*)"/gu)].map(([, code = '']) => code),
      ];
      const bad = codes.map((code) => FIELDS.exec(plainXml(code).toUpperCase())?.[1]).find(Boolean);
      return bad ? [fault(`有会读取外部内容或运行程序的域（${bad}）。请删掉它。`, partLabel(name))] : [];
    });
}
