import { describe, expect, test } from 'vitest';
import type { DocumentBlock, DocumentModel } from '../../../shared/documents/model.ts';
import { paginate, setPages } from '../../../shared/documents/paginate.ts';
import { composeSample } from '../../documents/samples.ts';

const official = (blocks: readonly DocumentBlock[], more: Partial<DocumentModel> = {}): DocumentModel => ({
  document: 'test',
  title: '',
  fileName: '',
  page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
  blocks,
  ...more,
});
const body = (text: string): DocumentBlock => ({ type: 'paragraph', role: 'body', runs: [{ text }] });
const lines = (pages: ReturnType<typeof paginate>, page: number) =>
  pages[page - 1]?.items.filter((item) => item.kind === 'line') ?? [];

describe('分页', () => {
  test('整页22行，每行28字', () => {
    const pages = paginate(official([body('政'.repeat(28 * 60))]));
    expect(lines(pages, 1)).toHaveLength(22);
    expect(lines(pages, 2)).toHaveLength(22);
    for (const line of lines(pages, 2))
      expect('runs' in line && line.runs.map((run) => run.text).join('')).toHaveLength(28);
  });

  test('每一行都说得出来自哪一段、哪几个字', () => {
    const { model } = composeSample('minutes');
    const seen = new Map<number, string>();
    for (const page of paginate(model)) {
      for (const item of page.items) {
        if (item.kind !== 'line' || item.block === undefined) continue;
        const block = model.blocks[item.block];
        if (block?.type !== 'paragraph') continue;
        for (const run of item.runs) {
          if (run.run === undefined) continue;
          expect(block.runs[run.run]?.text.slice(run.start, run.end)).toBe(run.text);
          seen.set(item.block, (seen.get(item.block) ?? '') + run.text);
        }
      }
    }
    model.blocks.forEach((block, index) => {
      if (block.type !== 'paragraph') return;
      const all = block.runs
        .map((run) => run.text)
        .join('')
        .replace(/\u3000/g, '');
      expect((seen.get(index) ?? '').replace(/\u3000/g, '')).toBe(all);
    });
  });

  test('红头标志上缘在版心下35毫米，红线在最后一页没有', () => {
    const pages = paginate(composeSample('minutes').model);
    const mark = pages[0]?.items.find((item) => item.kind === 'mark');
    expect((mark?.y ?? 0) - 37).toBeGreaterThan(34);
    expect((mark?.y ?? 0) - 37).toBeLessThan(35.1);
    const red = pages.map((page) => page.items.filter((item) => item.kind === 'rule' && item.color === 'red').length);
    expect(red[0]).toBe(1);
    expect(red.slice(1).every((count) => count === 0)).toBe(true);
  });

  test('版记末线在262毫米；正文到底时版记另起一页', () => {
    const imprint = { style: 'official', receivers: [], issuer: '办公室', issued: '2024年2月28日印发' } as const;
    const few = setPages(official([body('短。')], { imprint }));
    expect(few.footApart).toBe(false);
    const rules = few.pages[0]?.items.filter((item) => item.kind === 'rule') ?? [];
    expect(Math.max(...rules.map((rule) => rule.y + rule.height))).toBeCloseTo(262, 1);
    const full = setPages(official([body('政'.repeat(28 * 22 - 2))], { imprint }));
    expect(full.footApart).toBe(true);
    expect(full.pages).toHaveLength(2);
  });

  test('标题连同空行跟着正文走，不落在页底', () => {
    const title: DocumentBlock = { type: 'paragraph', role: 'articleTitle', runs: [{ text: '标题' }] };
    const blank: DocumentBlock = { type: 'paragraph', role: 'blank', runs: [] };
    const pages = paginate(official([body('政'.repeat(28 * 20 - 2)), title, blank, body('正文。')]));
    expect(lines(pages, 1)).toHaveLength(20);
    expect(lines(pages, 2)).toHaveLength(3);
  });

  test('表头每页重复，五百行不丢', () => {
    const cell = (text: string) => ({ runs: [{ text }] });
    const rows = [
      [cell('序号'), cell('姓名')],
      ...Array.from({ length: 500 }, (_, index) => [cell(String(index)), cell('王小明')]),
    ];
    const table: DocumentBlock = { type: 'table', columns: [{ width: 1 }, { width: 3 }], headRows: 1, rows };
    const pages = paginate(official([table]));
    const placed = pages.flatMap((page) => page.items.filter((item) => item.kind === 'tableRow'));
    expect(placed.filter((row) => !row.repeated)).toHaveLength(501);
    expect(placed.filter((row) => row.repeated)).toHaveLength(pages.length - 1);
    for (const row of placed) expect(row.y + row.height).toBeLessThan(262.1);
  });

  test('比一页还高的格子分到几页，字数不少', () => {
    const long = '案'.repeat(10_000);
    const table: DocumentBlock = {
      type: 'table',
      columns: [{ width: 1 }],
      headRows: 0,
      rows: [[{ runs: [{ text: long }] }]],
    };
    const pages = paginate(official([table]));
    expect(pages.length).toBeGreaterThan(5);
    const text = pages.flatMap((page) =>
      page.items.flatMap((item) => (item.kind === 'tableRow' ? item.cells.flatMap((cell) => cell.lines.flat()) : [])),
    );
    expect(text.map((run) => run.text).join('')).toBe(long);
  });

  test('脚注在本页页底，逐页从①起，不压正文', () => {
    const noted: DocumentBlock = {
      type: 'paragraph',
      role: 'body',
      runs: [{ text: '有据', note: '出处。' }, { text: '可查。' }],
    };
    const pages = paginate(official([noted, noted, body('政'.repeat(28 * 30)), noted]));
    const notes = pages.map((page) => page.items.flatMap((item) => (item.kind === 'note' ? [item.runs[0]?.text] : [])));
    expect(notes[0]).toEqual(['①出处。', '②出处。']);
    expect(notes.at(-1)).toEqual(['①出处。']);
    for (const page of pages) {
      const top = Math.min(...page.items.flatMap((item) => (item.kind === 'note' ? [item.y] : [])), 999);
      for (const item of page.items)
        if (item.kind === 'line') expect(item.y + item.height).toBeLessThanOrEqual(top + 0.1);
    }
  });

  test('空文档有一页', () => {
    expect(paginate(official([]))).toHaveLength(1);
  });

  test('一千段排完不到几秒且不重叠', () => {
    const pages = paginate(
      official(Array.from({ length: 1000 }, () => body('会议指出，要认真贯彻区委部署。'.repeat(6)))),
    );
    for (const page of pages) {
      const ys = page.items.flatMap((item) => (item.kind === 'line' ? [item.y] : []));
      expect(new Set(ys).size).toBe(ys.length);
    }
  });
});
