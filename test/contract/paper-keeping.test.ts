import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attachment } from '../../shared/records/field.ts';
import { rowsOf } from '../../shared/records/read-value.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;
let event: string;
beforeAll(async () => {
  office = await startOffice({ now: new Date('2024-03-01T08:00:00Z') });
  const made = await office.client.records.save({
    kind: 'event',
    values: {
      category: '会议',
      subtype: '主席会议',
      title: '区政协第三十八次主席会议',
      start: '2024-02-26T09:00',
      place: '三楼会议室',
      chairText: '丁一',
      minutesNumber: '示政协纪〔2024〕38号',
      status: '已结束',
      agendaItems: [{ title: '听取杏湾路停车整治情况汇报', reporter: '提案委员会' }],
    },
  });
  event = made.id;
});
afterAll(() => office.end());

const out = (name: string) => join(office.folder, name);
const paperOf = async (id: string) => (await office.client.records.get({ kind: 'paper', id })).record;
const exportTo = (name: string, more: object = {}) =>
  office.client.documents.export({ document: 'minutes', params: { event }, out: out(name), ...more });

describe('文书留底', () => {
  it('导出就留底：文号、日期、校验值、原件，挂在会议名下，检索得到', async () => {
    const made = await exportTo('一.docx');
    const paper = await paperOf(made.paper ?? '');
    expect(paper.values).toMatchObject({
      document: '会议纪要',
      number: '示政协纪〔2024〕38号',
      on: '2024-03-01',
      year: 2024,
      events: [event],
      checksum: made.sha256,
    });
    const [row] = rowsOf(paper.values, 'versions');
    const [kept] = (row?.file ?? []) as readonly Attachment[];
    const bytes = await office.office.desk.opened.library.readFile(kept?.sha256 ?? '');
    expect(Buffer.compare(Buffer.from(bytes), await readFile(out('一.docx')))).toBe(0);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    const found = await office.client.search.query({ text: '杏湾路停车整治', kinds: ['paper'] });
    expect(found.hits.map(({ id }) => id)).toEqual([made.paper]);
    // It can be undone like any other change: the file outside stays.
    const undone = await office.client.history.undo({});
    expect(undone.label).toContain('留底');
    expect((await readFile(out('一.docx'))).length).toBe(made.size);
    await office.client.history.redo({});
  });

  it('再导出一次，内容没变还是同一版；记录变了是新的一版', async () => {
    const again = await exportTo('二.docx');
    expect(rowsOf((await paperOf(again.paper ?? '')).values, 'versions')).toHaveLength(1);
    await office.client.records.save({ kind: 'event', id: event, values: { place: '五楼会议室' } });
    const third = await exportTo('三.docx');
    expect(third.paper).toBe(again.paper);
    const rows = rowsOf((await paperOf(third.paper ?? '')).values, 'versions');
    expect(rows.map(({ version }) => version)).toEqual([1, 2]);
    expect(new Set(rows.map(({ checksum }) => checksum)).size).toBe(2);
  });

  it('PDF 也留底', async () => {
    const made = await exportTo('四.pdf', { format: 'pdf' }).catch((error: unknown) => error as Error);
    // Without a Chinese face on the machine the refusal must say what to do instead.
    if (made instanceof Error) expect(made.message).toMatch(/Word 或 WPS 另存为 PDF/u);
    else expect(strFromU8((await readFile(out('四.pdf'))).subarray(0, 5))).toBe('%PDF-');
  });

  it('写不出去的导出不留底', async () => {
    const before = (await office.client.records.list({ kind: 'paper' })).records.map(({ rev }) => rev);
    const refusal = await refusalOf(exportTo('没有这个文件夹/五.docx'));
    expect(refusal.code).toBe('notFound');
    expect((await office.client.records.list({ kind: 'paper' })).records.map(({ rev }) => rev)).toEqual(before);
  });
});

describe('查出处', () => {
  it('改过的文件放回来：改动、手改的数、后来变了的记录', async () => {
    const path = out('三.docx');
    const parts = unzipSync(await readFile(path));
    const name = 'word/document.xml';
    const xml = strFromU8(parts[name] ?? new Uint8Array()).replace('2024年2月26日', '2024年2月27日');
    parts[name] = strToU8(xml);
    await writeFile(path, zipSync(parts));
    await office.client.records.save({ kind: 'event', id: event, values: { chairText: '丁一一' } });
    const traced = await office.client.documents.trace({ file: { path } });
    expect(traced.recognised).toBe('mark');
    expect(traced.paper).toMatchObject({ document: 'minutes', version: 2, versions: 2, params: { event } });
    expect(traced.counts).toMatchObject({ changed: 1, added: 0, removed: 0 });
    expect(traced.numbers).toMatchObject([{ was: '26', is: '27', reason: 'byHand' }]);
    const [source] = traced.sources.filter(({ id }) => id === event);
    expect(source?.present).toBeGreaterThan(source?.exported ?? 0);
  });

  it('别处来的文件说明白查不到，坏文件说明白读不了', async () => {
    const foreign = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(
        '<w:document><w:body><w:p><w:r><w:t>别处的文件，一个字也对不上</w:t></w:r></w:p></w:body></w:document>',
      ),
    });
    await writeFile(out('别处.docx'), foreign);
    expect((await refusalOf(office.client.documents.trace({ file: { path: out('别处.docx') } }))).message).toContain(
      '不是从这个资料库导出的',
    );
    await writeFile(out('坏.docx'), strToU8('这不是文档'));
    expect((await refusalOf(office.client.documents.trace({ file: { path: out('坏.docx') } }))).code).toBe('invalid');
  });
});
