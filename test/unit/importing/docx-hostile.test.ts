import { deflateRawSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../electron/importing/index.ts';
import { documentXml, outline, paragraphXml, rawDocx, source, unreadable } from './samples.ts';

const TEXT = paragraphXml('老桥在河上立了很多年，往来的人都要从桥上过。');
const refusal = (bytes: Uint8Array, name = 'x.docx'): Promise<unknown> => readDocument(source(name, bytes));

/** An old-style container with the given streams, as Office writes for locked files and .doc. */
function ole(...streams: string[]): Uint8Array {
  const container = xlsx.CFB.utils.cfb_new();
  for (const stream of streams) xlsx.CFB.utils.cfb_add(container, stream, Buffer.alloc(5000, 7));
  return new Uint8Array(xlsx.CFB.write(container, { type: 'buffer' }) as Buffer);
}

/** A zip written by hand, so that its directory may lie. */
function forged(
  entries: { name: string; data: Uint8Array; claims?: number; flags?: number; method?: number; at?: number }[],
): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims, flags = 0, method = 8, at } of entries) {
    const packed = method === 8 ? deflateRawSync(data) : Buffer.from(data);
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims ?? data.length, 22);
    local.writeUInt16LE(title.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claims ?? data.length, 24);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE(at ?? offset, 42);
    chunks.push(local, title, packed);
    directory.push(central, title);
    offset += 30 + title.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...chunks, ...directory, end]));
}

const document = (): { name: string; data: Uint8Array } => ({
  name: 'word/document.xml',
  data: new TextEncoder().encode(documentXml(TEXT)),
});

describe('读不得的文件逐一退回，说明原因', () => {
  it('200 MB 的文件只看大小就退回，不读一个字节', async () => {
    await expect(readDocument(unreadable('大.docx', 200 * 1024 * 1024))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('200 MB'),
    });
  });

  it('有密码的、旧版 .doc、.xls、.ppt 各说各的', async () => {
    await expect(refusal(ole('/EncryptionInfo', '/EncryptedPackage'))).rejects.toThrow('有密码');
    await expect(refusal(ole('/WordDocument', '/1Table'))).rejects.toThrow('请用 Word/WPS 另存为 .docx');
    await expect(refusal(ole('/Workbook'))).rejects.toThrow('Excel 表格');
    await expect(refusal(ole('/Other'))).rejects.toThrow('另存为 .docx');
    await expect(refusal(forged([{ ...document(), flags: 1 }]))).rejects.toThrow('有密码');
  });

  it('残缺的、内部有错的、别的压缩包', async () => {
    const good = rawDocx(TEXT);
    await expect(refusal(good.subarray(0, good.length - 200))).rejects.toThrow('不是完整的 Word 文件');
    await expect(refusal(rawDocx(TEXT, { 'word/document.xml': undefined }))).rejects.toThrow('不是完整的 Word 文件');
    await expect(refusal(rawDocx(TEXT, { 'word/document.xml': '<w:document><w:body><w:p>' }))).rejects.toThrow(
      '内部结构有错',
    );
    await expect(refusal(zipSync({ 'a.txt': new Uint8Array([65]) }))).rejects.toThrow('先解压');
    await expect(refusal(rawDocx('', { 'xl/workbook.xml': '<x/>', 'word/document.xml': undefined }))).rejects.toThrow(
      'Excel 表格',
    );
    const broken = Uint8Array.from(good);
    for (let at = 60; at < 200; at++) broken[at] = 0xaa;
    await expect(refusal(broken)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('压缩炸弹：倍数、总量、条目数、套包、谎报大小、重叠', async () => {
    const zeros = new Uint8Array(30 * 1024 * 1024);
    await expect(refusal(rawDocx(TEXT, { 'word/media/image1.png': zeros }))).rejects.toThrow('压缩炸弹');
    const claims = { name: 'word/media/a.bin', data: new Uint8Array(10), method: 0, claims: 2_000_000_000 };
    await expect(refusal(forged([document(), claims]))).rejects.toThrow('压缩炸弹');
    const many: Record<string, Uint8Array> = {};
    for (let index = 0; index < 10_001; index++) many[`word/a${index}.bin`] = new Uint8Array(0);
    await expect(refusal(zipSync(many))).rejects.toThrow('10001 个条目');
    await expect(refusal(rawDocx(TEXT, { 'word/inner.zip': zipSync({ a: new Uint8Array(4) }) }))).rejects.toThrow(
      '套着另一个压缩包',
    );
    await expect(
      refusal(forged([document(), { name: 'word/lie.bin', data: zeros.subarray(0, 4_000_000), claims: 100 }])),
    ).rejects.toThrow('不是完整的');
    await expect(
      refusal(forged([document(), { name: 'word/b.bin', data: new Uint8Array(10), at: 0 }])),
    ).rejects.toThrow('重叠');
  });

  it('DOCTYPE（外部实体、十亿笑）在任何部件里都退回', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY l "哈"><!ENTITY m "&l;&l;&l;&l;">]>';
    await expect(
      refusal(rawDocx(TEXT, { 'word/document.xml': `<?xml version="1.0"?>${laughs}<w:document/>` })),
    ).rejects.toThrow('DOCTYPE');
    await expect(refusal(rawDocx(TEXT, { 'word/styles.xml': `${laughs}<x/>` }))).rejects.toThrow('DOCTYPE');
    const wide = new Uint8Array(
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${laughs}<x/>`, 'utf16le'),
      ]),
    );
    await expect(refusal(rawDocx(TEXT, { 'word/settings.xml': wide }))).rejects.toThrow('DOCTYPE');
  });

  it.each([
    '../../etc/passwd',
    '/abs.xml',
    'C:\\x.xml',
    'word\\..\\x',
    'word/a:b',
    'word/CON',
    'word/x.xml.',
    'WORD/DOCUMENT.XML',
    'word//x',
  ])('内部条目名“%s”退回', async (name) => {
    await expect(refusal(forged([document(), { name, data: new Uint8Array([1]) }]))).rejects.toThrow('条目名不正常');
  });

  it('链接到外部的图片从不去读，只记一笔', async () => {
    const drawing =
      '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    for (const target of [
      'file:///etc/hostname',
      '\\\\server\\share\\a.png',
      'http://a.invalid/a.png',
      '../../../etc/hostname',
    ]) {
      const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/></Relationships>`;
      const read = await readDocument(
        source('x.docx', rawDocx(`${TEXT}${drawing}`, { 'word/_rels/document.xml.rels': rels })),
      );
      expect(read.pictures).toHaveLength(0);
      expect(read.notes.join()).toContain('链接图片未取');
      expect(outline(read)).toHaveLength(1);
    }
  });

  it('乱改字节的 Word 文件要么读出，要么明白退回，从不抛出别的错（三百次）', async () => {
    const good = rawDocx(TEXT + paragraphXml('一、情况') + TEXT);
    let seed = 20260101;
    const random = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    for (let round = 0; round < 300; round++) {
      const bytes = Uint8Array.from(good);
      for (let change = 0; change < 1 + (round % 8); change++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      await readDocument(source('x.docx', bytes)).catch((error: unknown) => {
        expect(error).toMatchObject({ name: 'AntouError', code: 'invalid' });
      });
    }
  });
});
