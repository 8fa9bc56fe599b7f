import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/importing/encoding.ts';
import { readDocument } from '../../../electron/importing/index.ts';
import { encoded, PNG, source } from './samples.ts';

const SIMPLIFIED =
  '示例区政协召开主席会议\n会议听取了提案办理情况的汇报，研究了下一步的工作。委员们一致认为，要把协商民主落到实处，让群众看得见、感受得到。';
const TRADITIONAL =
  '示例區文史資料\n這是一篇關於老街的回憶。當年街上有許多商號，每到過年的時候，大家都會聚在一起，說說這一年的事情，聽老人講過去的故事。';

describe('文本编码', () => {
  it('UTF-8、带 BOM、UTF-16 各自认出并标明', () => {
    const utf8 = new TextEncoder().encode(SIMPLIFIED);
    expect(decodeText(utf8)).toMatchObject({ text: SIMPLIFIED, encoding: 'UTF-8', confident: true });
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toMatchObject({
      text: SIMPLIFIED,
      encoding: 'UTF-8（带 BOM）',
    });
    const wide = new Uint8Array(Buffer.from(SIMPLIFIED, 'utf16le'));
    expect(decodeText(new Uint8Array([0xff, 0xfe, ...wide]))).toMatchObject({
      text: SIMPLIFIED,
      encoding: 'UTF-16LE（带 BOM）',
    });
    expect(decodeText(wide)).toMatchObject({ text: SIMPLIFIED, encoding: 'UTF-16LE' });
    const swapped = new Uint8Array(Buffer.from(SIMPLIFIED, 'utf16le').swap16());
    expect(decodeText(new Uint8Array([0xfe, 0xff, ...swapped]))).toMatchObject({
      text: SIMPLIFIED,
      encoding: 'UTF-16BE（带 BOM）',
    });
  });

  it('GB18030 与 Big5 按用字分得开', () => {
    expect(decodeText(encoded(SIMPLIFIED, 'gb18030'))).toMatchObject({
      text: SIMPLIFIED,
      encoding: 'GB18030',
      confident: true,
    });
    expect(decodeText(encoded(TRADITIONAL, 'big5'))).toMatchObject({
      text: TRADITIONAL,
      encoding: 'Big5',
      confident: true,
    });
    expect(decodeText(encoded(TRADITIONAL, 'gb18030'))).toMatchObject({ text: TRADITIONAL, encoding: 'GB18030' });
  });

  it('四字节 GB18030 的生僻字不丢', () => {
    const text = `${SIMPLIFIED}𠮷𬱖先生`;
    expect(decodeText(encoded(text, 'gb18030')).text).toBe(text);
  });

  it('太短、没把握时说没把握，可手工改选', () => {
    const bytes = encoded('區長', 'big5');
    expect(decodeText(bytes).confident).toBe(false);
    expect(decodeText(bytes, 'Big5').text).toBe('區長');
  });

  it('夹有少量坏字节的 UTF-8 仍按 UTF-8，并报出几处', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(SIMPLIFIED),
      0xe4,
      0xb8,
      ...new TextEncoder().encode(SIMPLIFIED),
    ]);
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ encoding: 'UTF-8', confident: false, unreadable: 1 });
  });

  it('改名成 .txt 的图片、程序、随机字节都退回，空文件也退回', async () => {
    const noise = new Uint8Array(5000).map((_, index) => (index * 7919 + (index >> 3)) % 256);
    await expect(readDocument(source('通知.txt', PNG))).rejects.toThrow('这是图片');
    await expect(readDocument(source('通知.txt', noise))).rejects.toThrow('不是文字');
    await expect(readDocument(source('通知.txt', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0])))).rejects.toThrow('程序');
    await expect(readDocument(source('通知.txt', ''))).rejects.toThrow('空的');
    await expect(readDocument(source('通知.txt', '  \r\n\r\n'))).rejects.toThrow('没有正文');
    await expect(readDocument(source('通知.pdf', '%PDF-1.7 …'))).rejects.toThrow('PDF');
  });
});
