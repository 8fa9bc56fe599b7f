import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeWord } from '../../electron/exporting/index.ts';
import { readTraced } from '../../electron/importing/index.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import { modelSources } from '../../shared/documents/model-text.ts';
import type { PaperBasis } from '../../shared/documents/trace/basis.ts';
import { type Trace, tracePaper } from '../../shared/documents/trace/trace.ts';
import { composeSample, settings } from './samples.ts';

const run = promisify(execFile);
const mark = { library: 'l-1', paper: 'p-1', version: 2 };

const basisOf = (model: DocumentModel): PaperBasis => ({
  format: 1,
  ...mark,
  document: model.document,
  params: {},
  at: '2024-02-28T01:00:00.000Z',
  model,
  sources: modelSources(model).map(({ kind, id }) => ({ kind, id, rev: 1, title: `${kind}${id}` })),
});

const write = (model: DocumentModel) =>
  writeWord(model, {
    settings,
    readFile: () => Promise.reject(new Error('没有图片')),
    now: '2024-02-28T01:00:00Z',
    mark,
  });

/** What a person does to the text of a file in another program: the marks around it stay. */
function retyped(bytes: Uint8Array, change: (document: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'word/document.xml';
  parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
}

/** Saved again by an office program that is not ours. */
async function savedAgain(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'antou-trace-'));
  try {
    await writeFile(join(folder, 'in.docx'), bytes);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const args = [
      '--headless',
      '--norestore',
      `-env:UserInstallation=${profile}`,
      '--convert-to',
      'docx:MS Word 2007 XML',
    ];
    await run('soffice', [...args, '--outdir', join(folder, 'out'), join(folder, 'in.docx')], { timeout: 150_000 });
    return new Uint8Array(await readFile(join(folder, 'out', 'in.docx')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const traced = (bytes: Uint8Array, model: DocumentModel, today?: DocumentModel, rev = 1): Trace =>
  tracePaper(readTraced(bytes).paragraphs, { basis: basisOf(model), revOf: () => rev, today });

const count = (trace: Trace, state: string) => trace.paragraphs.filter((paragraph) => paragraph.state === state).length;

describe('出处回溯', () => {
  test.each(['minutes', 'briefing', 'memberRoster'] as const)(
    '%s 没动过的文件逐段都认得，没有一处说成改过',
    async (id) => {
      const { model } = composeSample(id);
      const file = readTraced(await write(model));
      expect(file.mark).toEqual(mark);
      const trace = tracePaper(file.paragraphs, { basis: basisOf(model), revOf: () => 1 });
      expect(trace.paragraphs.filter(({ state }) => state !== 'same')).toEqual([]);
      expect(trace.paragraphs.length).toBeGreaterThan(20);
      expect(trace.numbers).toEqual([]);
      // Head and foot of the paper carry no marks of their own.
      expect(trace.paragraphs.filter(({ place, by }) => place && by !== 'mark')).toEqual([]);
    },
  );

  test('改字、改数、加段、删段分得清，改掉的数单列出来', async () => {
    const { model } = composeSample('minutes');
    const bytes = retyped(await write(model), (xml) => {
      const paragraphs = xml.split(/(?=<w:p[ >])/u);
      const at = paragraphs.findIndex((text) => text.includes('实到10人'));
      const agenda = paragraphs.findIndex((text) => text.includes('提案委员会作了汇报'));
      expect(at).toBeGreaterThan(0);
      expect(agenda).toBeGreaterThan(0);
      paragraphs[at] = paragraphs[at]?.replace('实到10人', '实到11人') ?? '';
      const typed = '<w:p><w:r><w:t>会后补记：下周一前报送材料。</w:t></w:r></w:p>';
      paragraphs[agenda] = typed;
      return paragraphs.join('');
    });
    const trace = traced(bytes, model);
    expect(count(trace, 'changed')).toBe(1);
    expect(count(trace, 'added')).toBe(1);
    expect(count(trace, 'removed')).toBe(1);
    expect(trace.numbers).toMatchObject([{ was: '10', is: '11', reason: 'byHand' }]);
    const changed = trace.paragraphs.find(({ state }) => state === 'changed');
    expect(changed?.pieces?.filter(({ was }) => was !== 'same').map(({ text }) => text)).toEqual(['0', '1']);
    expect(changed?.sources.map((index) => trace.sources[index]?.id)).toEqual(['e1']);
  });

  test('台账后来变了，文件里没改的数被点出来', async () => {
    const { model } = composeSample('minutes');
    const today: DocumentModel = {
      ...model,
      blocks: model.blocks.map((block) =>
        block.type === 'paragraph'
          ? { ...block, runs: block.runs.map((one) => ({ ...one, text: one.text.replace('实到10人', '实到12人') })) }
          : block,
      ),
    };
    const bytes = await write(model);
    expect(traced(bytes, model, today, 2).numbers).toMatchObject([{ was: '10', now: '12', reason: 'outdated' }]);
    // The words alone may differ because the clerk had changed them before export: the record has not.
    expect(traced(bytes, model, today, 1).numbers).toEqual([]);
  });

  test('被别的程序另存以后，至少九成五的段落还认得', async () => {
    for (const id of ['minutes', 'memberRoster'] as const) {
      const { model } = composeSample(id);
      const again = readTraced(await savedAgain(await write(model)));
      expect(again.mark).toEqual(mark);
      const trace = tracePaper(again.paragraphs, { basis: basisOf(model), revOf: () => 1 });
      // Head and foot of the paper carry no marks of their own.
      const placed = trace.paragraphs.filter(({ place }) => place);
      expect(placed.filter(({ by }) => by === 'mark').length / placed.length).toBeGreaterThanOrEqual(0.95);
      expect(count(trace, 'same') / trace.paragraphs.length).toBeGreaterThanOrEqual(0.95);
    }
  }, 180_000);

  test('记号全没了，凭文字也认得出', async () => {
    const { model } = composeSample('briefing');
    const bytes = retyped(await write(model), (xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*>/gu, ''));
    const trace = traced(bytes, model);
    expect(count(trace, 'same') / trace.paragraphs.length).toBeGreaterThanOrEqual(0.95);
  });
});
