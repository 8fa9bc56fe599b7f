import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  documentReport,
  importDocuments,
  planDocuments,
  readSheets,
  shownDocumentPlan,
} from '../../../electron/importing/index.ts';
import { createLibrary } from '../../../electron/library/index.ts';
import type { Library } from '../../../electron/library/types.ts';
import type { Attachment } from '../../../shared/records/field.ts';
import { encoded, PNG, paragraphXml, rawDocx, source, unreadable } from './samples.ts';

let folder: string;
let library: Library;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-import-'));
  library = await createLibrary(join(folder, '库'), '导入试验');
});

afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

const BODY = '老桥在河上立了很多年，往来的人都要从桥上过，桥头的茶馆一直开到半夜。';
const good = () => [
  source('老桥.txt', `老桥的故事\n\n张大山\n\n${BODY}\n\n2021年3月5日`),
  source('制度.txt', encoded(`示例区政协委员学习制度\n\n为了加强委员学习，制定本制度。${BODY}`, 'gb18030')),
  source('调研.docx', rawDocx(paragraphXml('老城调研报告') + paragraphXml(BODY))),
];
const bad = () => [
  source('空.txt', ''),
  source('图.txt', PNG),
  source('坏.docx', rawDocx(BODY).subarray(0, 300)),
  unreadable('大.docx', 200 * 1024 * 1024),
];

describe('导入资料', () => {
  it('坏的逐一退回，好的一次进去，撤销一步全没', async () => {
    const files = [...bad(), ...good()];
    const before = library.info.seq;
    const result = await importDocuments(files, {}, { library, who: '小王' });
    expect(result).toMatchObject({ written: 3, refused: 4, skipped: 0, seq: before + 1 });
    expect(result.plan.mode === 'documents' && result.plan.items.map(({ action }) => action)).toEqual([
      'refuse',
      'refuse',
      'refuse',
      'refuse',
      'add',
      'add',
      'add',
    ]);
    const [first, second] = library.list('material');
    expect(first?.values).toMatchObject({
      title: '老桥的故事',
      author: '张大山',
      date: '2021-03-05',
      encoding: 'UTF-8',
    });
    expect(second?.values).toMatchObject({
      title: '示例区政协委员学习制度',
      category: '规章制度',
      encoding: 'GB18030',
    });
    expect(first?.values.characters).toBeGreaterThan(30);
    await library.undo('小王');
    expect(library.list('material')).toHaveLength(0);
  });

  it('原件逐字节保存', async () => {
    const files = good();
    await importDocuments(files, {}, { library, who: '小王' });
    for (const [index, record] of library.list('material').entries()) {
      const [original] = record.values.original as Attachment[];
      expect(
        Buffer.from(await library.readFile(original?.sha256 ?? '')).equals(
          Buffer.from((await files[index]?.read()) ?? []),
        ),
      ).toBe(true);
      expect(original?.name).toBe(files[index]?.name);
    }
  });

  it('预演不写一个字，结果与正式导入逐件相同', async () => {
    const before = JSON.stringify([library.info.seq, await readdir(join(folder, '库'), { recursive: true })]);
    const plan = shownDocumentPlan(await planDocuments([...bad(), ...good()], {}, { library, who: '小王' }));
    expect(JSON.stringify([library.info.seq, await readdir(join(folder, '库'), { recursive: true })])).toBe(before);
    const result = await importDocuments([...bad(), ...good()], {}, { library, who: '小王' });
    const withoutIds = (items: readonly { id?: string | undefined }[]) => items.map(({ id: _, ...item }) => item);
    expect(result.plan.mode === 'documents' && withoutIds(result.plan.items)).toEqual(withoutIds(plan.items));
    expect(plan.items[4]).toMatchObject({
      title: '老桥的故事',
      format: '纯文本',
      preview: expect.stringContaining('老桥在河上'),
    });
  });

  it('同一原件第二次导入说已在库中；同批两份只收一份；指定“仍要导入”才再收', async () => {
    await importDocuments(good(), {}, { library, who: '小王' });
    const again = await importDocuments(
      [...good(), source('副本.txt', `另一篇\n\n${BODY}`), source('副本2.txt', `另一篇\n\n${BODY}`)],
      {},
      { library, who: '小王' },
    );
    expect(again).toMatchObject({ written: 1, skipped: 4 });
    expect(again.plan.mode === 'documents' && again.plan.items[0]?.message).toContain('已在库中：“老桥的故事”');
    expect(again.plan.mode === 'documents' && again.plan.items[4]?.message).toContain('副本.txt');
    expect(await importDocuments(good(), { again: true }, { library, who: '小王' })).toMatchObject({ written: 3 });
  });

  it('取消后什么都没写', async () => {
    const controller = new AbortController();
    const files = Array.from({ length: 20 }, (_, index) =>
      source(`${index}.txt`, `第${index}篇资料\n\n${BODY}${index}`),
    );
    const before = library.info.seq;
    const work = importDocuments(
      files,
      {},
      {
        library,
        who: '小王',
        signal: controller.signal,
        progress: ({ done }) => {
          if (done === 10) controller.abort();
        },
      },
    );
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(library.info.seq).toBe(before);
    expect(library.list('material')).toHaveLength(0);
  });

  it('导入中途文件被改动：整批不写', async () => {
    let reads = 0;
    const shifting = {
      name: '变.txt',
      size: 100,
      read: async () => new TextEncoder().encode(`题目\n\n${BODY}${reads++}`),
    };
    await expect(importDocuments([...good(), shifting], {}, { library, who: '小王' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(library.list('material')).toHaveLength(0);
  });

  it('Word 里的图片进库，正文按地址引用', async () => {
    const html = `<html><body><p>${BODY}</p><img src="data:image/png;base64,${Buffer.from(PNG).toString('base64')}"></body></html>`;
    await importDocuments([source('x.html', html)], {}, { library, who: '小王' });
    const body = library.list('material')[0]?.values.body as { blocks: { type: string; sha256?: string }[] };
    const figure = body.blocks.find(({ type }) => type === 'figure');
    expect(Buffer.from(await library.readFile(figure?.sha256 ?? '')).equals(Buffer.from(PNG))).toBe(true);
  });

  it('指定编码、指定类别', async () => {
    const big5 = encoded('區政協文史\n\n這是一篇關於老街的回憶，說說當年的事。', 'big5');
    await importDocuments(
      [source('a.txt', big5)],
      { encoding: 'Big5', category: '文史资料' },
      { library, who: '小王' },
    );
    expect(library.list('material')[0]?.values).toMatchObject({
      title: '區政協文史',
      category: '文史资料',
      encoding: 'Big5',
    });
    await expect(
      importDocuments([source('b.txt', 'x')], { encoding: 'EBCDIC' }, { library, who: '小王' }),
    ).rejects.toThrow('不认识编码');
    const result = await importDocuments(
      [source('c.txt', `题目\n\n${BODY}`)],
      { category: '没有的类别' },
      { library, who: '小王' },
    );
    expect(result.refused).toBe(1);
  });

  it('逐件报告是一张表，公式样的题名只是文字', async () => {
    const plan = shownDocumentPlan(
      await planDocuments(
        [source('=cmd.txt', `=HYPERLINK("x")的故事\n\n${BODY}`), ...bad()],
        {},
        { library, who: '小王' },
      ),
    );
    const [sheet] = await readSheets(source('报告.xlsx', await documentReport(plan)));
    expect(sheet?.rows[1]?.slice(0, 3)).toEqual(['=cmd.txt', '新增', '=HYPERLINK("x")的故事']);
    expect(sheet?.notes.join()).not.toContain('公式');
    expect(sheet?.rows).toHaveLength(6);
  });
});

describe('整本书稿分篇导入', () => {
  it('按章分篇，编作辑名，前言后记各成一篇，署名作作者', async () => {
    const text = [
      '示例区街巷记',
      '',
      '前言',
      BODY,
      '',
      '第一编 东城',
      '',
      '第一章 东门',
      '张大山',
      BODY,
      '第二章 桥头',
      BODY,
      '',
      '第二编 西城',
      '',
      '第三章 西门',
      BODY,
      '',
      '后记',
      BODY,
    ].join('\n');
    const result = await importDocuments([source('书.txt', text)], { as: 'book' }, { library, who: '小王' });
    expect(result.written).toBe(6);
    const [book] = library.list('book');
    expect(book?.values).toMatchObject({ title: '示例区街巷记' });
    expect(
      library.list('chapter').map(({ values }) => [values.part, values.title, values.author, values.order]),
    ).toEqual([
      [undefined, '前言', undefined, 1],
      ['第一编 东城', '第一章 东门', '张大山', 2],
      ['第一编 东城', '第二章 桥头', undefined, 3],
      ['第二编 西城', '第三章 西门', undefined, 4],
      ['第二编 西城', '后记', undefined, 5],
    ]);
    expect(library.list('chapter').every(({ values }) => values.book === book?.id)).toBe(true);
    await library.undo('小王');
    expect([...library.list('book'), ...library.list('chapter')]).toHaveLength(0);
  });

  it('没有标题的稿子成一篇', async () => {
    await importDocuments([source('独篇.txt', `独篇\n\n${BODY}\n\n${BODY}`)], { as: 'book' }, { library, who: '小王' });
    expect(library.list('chapter').map(({ values }) => values.title)).toEqual(['独篇']);
  });
});
