import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkTemplate, fillTemplate, sampleTemplate } from '../../../electron/exporting/template/index.ts';
import { openParts, paragraphsOf, partText } from '../../../electron/exporting/template/word-text.ts';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { knownNames } from '../../../shared/documents/templates/index.ts';
import { composeSample, settings } from '../../documents/samples.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const { model } = composeSample('minutes');
const context = { settings, label: '会议纪要', today: '2024-12-06' };
const base = { settings, now: '2024-12-06T01:30:00Z', readFile: () => Promise.reject(new Error('没有图片')) };
const known = knownNames({ model, context });

const p = (text: string) =>
  `<w:p><w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`;
const row = (...cells: string[]) => `<w:tr>${cells.map((text) => `<w:tc>${p(text)}</w:tc>`).join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>';
const relations = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file made by hand, as an office would make one. */
function word(body: string, more: Record<string, string> = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': `<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(''),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const check = (bytes: Uint8Array) => checkTemplate(bytes, { known, complete: true });
const messages = (bytes: Uint8Array) => check(bytes).map(({ message }) => message);
const fill = async (bytes: Uint8Array, of: DocumentModel = model) => {
  const filled = await fillTemplate(bytes, of, { ...base, ...context });
  const text = paragraphsOf(partText(openParts(filled.bytes), 'word/document.xml')).map((one) => one.text);
  return { ...filled, text };
};

describe('模板体检', () => {
  it('样板没有毛病', async () => {
    expect(check(await sampleTemplate(model, base))).toEqual([]);
  });

  it.each([
    ['少右括号', p('{标题'), /少了右括号/],
    ['少左括号', p('标题}'), /少了左括号/],
    ['没有结尾', p('{#正文}') + p('{文字}'), /没有结尾 \{\/正文\}/],
    ['没有开头', p('{文号}{/正文}'), /没有开头 \{#正文\}/],
    ['开头结尾不一样', p('{#正文}') + p('{文字}') + p('{/全文}'), /开头是 \{#正文\}，结尾却是 \{\/全文\}/],
    ['全角括号', p('{文号}｛标题｝'), /全角括号/],
    ['名字写错', p('{标題}'), /没有“标題”这个占位符。是不是想写 \{标题\}/],
    ['列表当文字', p('{正文}'), /要写成 \{#正文\}/],
    ['不能加@', p('{@标题}'), /“标题”不能加 @/],
    ['@不单独成段', p('版记：{@版记}'), /单独占一段/],
    ['空括号', p('{ }'), /没有名字|不明|写得不对/],
  ])('%s', (_, body, expected) => {
    const faults = check(word(body));
    expect(faults.map(({ message }) => message).join('\n')).toMatch(expected);
    expect(faults.some(({ severity }) => severity === 'error')).toBe(true);
    expect(faults[0]?.where).toMatch(/^正文/);
  });

  it('几处毛病一次说全，并说明在正文、页眉还是表格里', () => {
    const bytes = word(p('{标提}') + table(row('姓名', '{性明}')), {
      'word/header1.xml': `<w:hdr ${W}>${p('{文好}')}</w:hdr>`,
    });
    const faults = check(bytes);
    expect(faults.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['{标提}', '{性明}', '{文好}']));
    expect(faults.find(({ tag }) => tag === '{性明}')?.where).toContain('表格里');
    expect(faults.find(({ tag }) => tag === '{文好}')?.where).toContain('页眉');
  });

  it('占位符被格式拆成几截不算毛病，也照样替换', async () => {
    const split =
      '<w:p><w:r><w:t>{标</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>题</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>';
    expect(check(word(split))).toEqual([]);
    expect((await fill(word(split))).text[0]).toBe('示例区政协十届三十八次主席会议纪要');
  });

  it('宏、远程模板、外链图片、OLE、危险域、DOCTYPE 一律不收', () => {
    const rel = (type: string, target: string) => ({
      'word/_rels/document.xml.rels': relations(
        `<Relationship Id="rId9" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`,
      ),
    });
    expect(messages(word(p('{标题}'), { 'word/vbaProject.bin': 'x' })).join()).toContain('宏');
    expect(messages(word(p('{标题}'), rel('attachedTemplate', 'http://x.example/t.dotm'))).join()).toContain(
      '远程模板',
    );
    expect(messages(word(p('{标题}'), rel('image', 'http://x.example/a.png'))).join()).toContain('链接图片');
    expect(messages(word(p('{标题}'), rel('hyperlink', 'http://x.example/'))).join()).toContain('取消超链接');
    expect(messages(word(p('{标题}'), { 'word/embeddings/a.bin': 'x' })).join()).toContain('OLE');
    const field =
      '<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "c:\\a.txt"</w:instrText></w:r></w:p>';
    expect(messages(word(field)).join()).toContain('INCLUDETEXT');
    expect(messages(word(p('{标题}'), { 'word/settings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' })).join()).toContain(
      'DOCTYPE',
    );
  });

  it('加密的、老式的、太大的、不是 Word 的，说明怎么办', () => {
    expect(messages(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))[0]).toContain('密码');
    expect(messages(strToU8('随便一段文字'))[0]).toContain('不是 .docx');
    expect(messages(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))[0]).toContain('不是 Word 文档');
    const large = new Uint8Array(21 * 1024 * 1024).fill(1);
    expect(messages(large)[0]).toContain('20 MB');
    expect(messages(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))[0]).toContain('损坏');
  });

  it('没有一个占位符时提醒；不知道表格栏目时只提醒不拒绝', () => {
    expect(check(word(p('通知')))).toMatchObject([{ severity: 'warning' }]);
    const blind = checkTemplate(word(p('{承办科室}')), { known: knownNames(), complete: false });
    expect(blind).toMatchObject([{ severity: 'warning', tag: '{承办科室}' }]);
  });
});

describe('填模板', () => {
  it('正文、名单、表格、条件照记录展开，缺的写明缺什么', async () => {
    const filled = await fill(
      word(
        p('{红头}') +
          p('{文号}（{密级}）') +
          p('{#正文}') +
          p('{级别}|{文字}') +
          p('{/正文}') +
          p('{#密级}密{/密级}{^密级}公开{/密级}') +
          table(row('名称', '姓名'), row('{#名单}{名称}', '{姓名}{/名单}')) +
          p('{单位简称}'),
      ),
    );
    expect(filled.text[0]).toBe('主席会议纪要');
    expect(filled.text[1]).toBe('示政协纪〔2024〕38号（【缺：密级】）');
    expect(filled.missing).toEqual(['密级']);
    expect(filled.text).toContain('1|一、听取提案办理情况的汇报');
    expect(filled.text).toContain('公开');
    expect(filled.text).toContain('出席');
    expect(filled.text.at(-1)).toBe('示例区政协');
    expect(filled.dropped).toContain('版记');
  });

  it('登记表一行一件，栏目按表头取名', async () => {
    const register: DocumentModel = {
      ...model,
      blocks: [
        {
          type: 'table',
          columns: [{ width: 1 }, { width: 3 }],
          headRows: 1,
          rows: [
            [{ runs: [{ text: '序 号' }] }, { runs: [{ text: '案由' }] }],
            ...[1, 2, 3].map((n) => [{ runs: [{ text: String(n) }] }, { runs: [{ text: `第${n}件` }] }]),
          ],
        },
      ],
    };
    const filled = await fill(
      word(table(row('号', '由', '行'), row('{#表格1}{序号}', '{案由}', '{行号}{/表格1}'))),
      register,
    );
    expect(filled.text).toEqual(['号', '由', '行', '1', '第1件', '1', '2', '第2件', '2', '3', '第3件', '3']);
  });

  it('表单的格子按左边的标签取名，空格子留空不算缺', async () => {
    const cell = (text: string, label = false) => ({ runs: [{ text }], ...(label ? { label } : {}) });
    const form: DocumentModel = {
      ...model,
      blocks: [
        {
          type: 'table',
          columns: [{ width: 1 }, { width: 1 }, { width: 1 }, { width: 1 }],
          headRows: 0,
          rows: [
            [cell('姓　名', true), cell('丁一'), cell('界别', true), cell('')],
            [cell('意见', true), { ...cell('同意'), colSpan: 3 }],
          ],
        },
      ],
    };
    const filled = await fill(word(p('{姓名}/{界别}/{意见}')), form);
    expect(filled.text).toEqual(['丁一//同意']);
    expect(filled.missing).toEqual([]);
  });

  it('@版记、@表格1 照程序的排法放进别处做的模板，样式一起带上', async () => {
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;
    const types = TYPES.replace(
      '</Types>',
      '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
    );
    const filled = await fill(
      word(p('{@正文}') + table(row('{@表格1}')) + p('{@版记}'), {
        'word/styles.xml': styles,
        '[Content_Types].xml': types,
      }),
    );
    const parts = unzipSync(filled.bytes);
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const used = new Set([...document.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id));
    const defined = new Set(
      [...strFromU8(parts['word/styles.xml'] ?? new Uint8Array()).matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id),
    );
    expect(used.size).toBeGreaterThan(3);
    expect([...used].filter((id) => !defined.has(id))).toEqual([]);
    expect(document).toContain('区人大常委会办公室');
    expect(filled.dropped).not.toContain('版记');
    expect(document).not.toMatch(/<\/w:tbl><\/w:tc>/);
  });

  it('模板里写的代码不会运行', async () => {
    const before = Object.keys(globalThis).length;
    const attempts = [
      "{constructor.constructor('return process')()}",
      '{constructor}',
      '{__proto__}',
      '{标题.constructor}',
      '{toString}',
      '{#正文}{constructor}{/正文}',
      '{hasOwnProperty}',
    ];
    for (const attempt of attempts) {
      const { text, missing } = await fill(word(p(attempt)));
      expect(text.join('')).not.toMatch(/function|\[object|native code/);
      expect(missing.length).toBeGreaterThan(0);
    }
    expect(Object.keys(globalThis).length).toBe(before);
    expect(check(word(p("{constructor.constructor('return process')()}"))).length).toBeGreaterThan(0);
    // 换分隔符的写法也不认
    expect((await fill(word(p('{=[[ ]]=}[[标题]]')))).text.join('')).toContain('[[标题]]');
  });

  it('记录里的特殊字符不会弄坏文件，也不会再被当成占位符', async () => {
    const nasty: DocumentModel = { ...model, title: '甲<b>&乙{文号}丙\u0001', blocks: [] };
    const { text } = await fill(word(p('{标题}')), nasty);
    expect(text[0]).toBe('甲<b>&乙{文号}丙');
  });
});
