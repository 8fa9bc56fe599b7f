/**
 * 300 届末履职档案册 of the sample library as one batch: composed, laid out, written one by one into a folder and kept,
 * against the same words put into bare paragraphs and tables by the same library, one after the other in each batch.
 * Usage: documents [books]; time in milliseconds, memory in megabytes.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { composeFrom } from '../../electron/api/document-material.ts';
import { createOffice, officeClient } from '../../electron/api/index.ts';
import { finish } from '../../electron/cli/session.ts';
import { createLibrary } from '../../electron/library/index.ts';
import { createSample } from '../../electron/sample/index.ts';
import type { DocumentModel, Run } from '../../shared/documents/model.ts';
import { report } from './row.ts';

const AREA = '文书';
const BOOKS = Number(process.argv[2] ?? 300);
/** A book measured, numbered, traced and kept may take this many times as long as its bare words. */
const TARGET = 12;
const MEMORY = 900;

const words = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** The words of a book without any layout: what the library alone needs. */
async function plain({ blocks }: DocumentModel): Promise<Uint8Array> {
  const children = blocks.flatMap((block): (Paragraph | Table)[] => {
    if (block.type === 'paragraph') return [new Paragraph(words(block.runs))];
    if (block.type !== 'table') return [];
    const rows = block.rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            ({ runs, colSpan }) =>
              new TableCell({ children: [new Paragraph(words(runs))], ...(colSpan ? { columnSpan: colSpan } : {}) }),
          ),
        }),
    );
    return [new Table({ rows })];
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'antou-books-'));
  const now = new Date('2024-12-31T01:30:00Z');
  const office = createOffice({ door: 'cli', userData: join(folder, 'machine'), version: '0.0.0', now: () => now });
  const library = await createLibrary(join(folder, '库'), '样例', { now: () => now });
  await createSample(library, { who: '测量', now, resourcesPath: join(process.cwd(), 'resources', 'sample') });
  await library.close();
  await office.desk.open(join(folder, '库'));
  const members = office.desk.opened.library.list('member').map(({ id }) => id);
  const client = officeClient(office);
  let ours = 0;
  let bare = 0;
  let written = 0;
  await mkdir(join(folder, 'plain'));
  // The sample has some 200 members: further batches begin again, so that there are 300 books.
  for (let left = BOOKS, round = 0; left > 0; left -= members.length, round += 1) {
    const ids = members.slice(0, Math.min(left, members.length));
    const out = join(folder, `档案册${round}`);
    let began = performance.now();
    const job = await client.documentsMany.export({ document: 'serviceArchive', parameter: 'member', ids, out });
    const made = await finish(job, true);
    ours += performance.now() - began;
    if (made.failed.length > 0) throw new Error(`${made.failed.length} 本没有写出：${made.failed[0]?.reason}`);
    written += (await readdir(out)).length;
    began = performance.now();
    for (const id of ids) {
      const { model } = composeFrom(office.desk, 'serviceArchive', { member: id });
      await writeFile(join(folder, 'plain', `${round}-${id}.docx`), await plain(model));
    }
    bare += performance.now() - began;
  }
  if (written !== BOOKS) throw new Error(`写出 ${written} 本，应是 ${BOOKS} 本`);
  const peak = process.resourceUsage().maxRSS / 1024;
  report({ area: AREA, name: `${BOOKS} 本档案册（写盘并留底）`, value: ours, unit: 'ms' });
  report({ area: AREA, name: '平均一本', value: ours / BOOKS, unit: 'ms' });
  report({ area: AREA, name: `对照：同样的字不排版直接写，${BOOKS} 本`, value: bare, unit: 'ms' });
  report({ area: AREA, name: '与对照之比', value: ours / bare, unit: '倍', target: TARGET });
  report({ area: AREA, name: '内存峰值', value: peak, unit: 'MB', target: MEMORY });
  await office.close();
  await rm(folder, { recursive: true, force: true });
}

await main();
