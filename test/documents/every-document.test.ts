import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { materialOf } from '../../electron/api/document-material.ts';
import { writeWord } from '../../electron/exporting/index.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../shared/documents/definition.ts';
import { documents } from '../../shared/documents/index.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import { checkModel } from '../../shared/documents/schema.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { areaSamples } from './areas/index.ts';
import { checkWord, checkWritten } from './check/check.ts';
import type { Profile } from './check/result.ts';
import { pageImages, type Rendered, readPdf, toPdf } from './render.ts';

/**
 * 每一种文书都从样例资料库里拟出来、写成 Word，用三个版本的校验器、自己的检查和 LibreOffice 量过。
 * With ANTOU_PAGES=folder the first pages are drawn there (npm run screens).
 */
const FILES_AT_ONCE = 16;

/** Only these documents, for whoever works on one: ANTOU_ONLY=minutes,replyLetter */
const ONLY = process.env.ANTOU_ONLY?.split(',');
const wanted = documents.filter(({ id }) => !ONLY || ONLY.includes(id));

interface Sample {
  readonly definition: DocumentDefinition;
  readonly name: string;
  /** Measured through and through; the others are written and looked at without an office program. */
  readonly measured: boolean;
  readonly composed: Composed;
  bytes?: Uint8Array;
  rendered?: Rendered;
}

let office: TestOffice;
let material: DocumentMaterial;
const samples: Sample[] = [];
const keyOf = ({ definition, name }: Sample): string => `${definition.id}/${name}`;

beforeAll(async () => {
  office = await startOffice({ sample: true, now: new Date('2024-12-06T01:30:00Z') });
  material = materialOf(office.office.desk);
  for (const definition of wanted) {
    const sets = Object.entries(areaSamples[definition.id]?.(material) ?? {});
    // Each kind of minutes has a head and an order of names of its own.
    for (const [index, [name, params]] of sets.entries()) {
      const measured = index === 0 || definition.id === 'minutes' || definition.id === 'officialPaper';
      samples.push({ definition, name, measured, composed: definition.compose(params, material) });
    }
  }
  const mark = { library: office.office.desk.opened.library.info.id, paper: 'p', version: 1 };
  for (const sample of samples) {
    sample.bytes = await writeWord(sample.composed.model, {
      settings: material.settings,
      readFile: (sha256) => office.office.desk.opened.library.readFile(sha256),
      now: '2024-12-06T01:30:00Z',
      mark,
    });
  }
  const measured = samples.filter((sample) => sample.measured);
  for (let from = 0; from < measured.length; from += FILES_AT_ONCE) {
    const some = measured.slice(from, from + FILES_AT_ONCE);
    const pdfs = await toPdf(
      some.map(({ bytes }, index) => ({ name: `f${from + index}`, bytes: bytes as Uint8Array })),
    );
    for (const [index, sample] of some.entries()) sample.rendered = await readPdf(pdfs[index] as Uint8Array);
  }
}, 600_000);
afterAll(() => office.end());

/** What a paper is measured as: as its definition says, where it has the head that goes with it. */
function profileOf({ layout }: DocumentDefinition, { masthead, page }: DocumentModel): Profile {
  if (!masthead || page.grid !== 'official' || layout === 'book') return 'plain';
  if (masthead.style === 'letter') return 'letter';
  if (masthead.style === 'briefing') return 'briefing';
  return layout === 'minutes' ? 'minutes' : 'official';
}

test.skipIf(ONLY)('每种文书都有样例可出', () => {
  const made = new Set(samples.map(({ definition }) => definition.id));
  expect(documents.filter(({ id }) => !made.has(id)).map(({ id }) => id)).toEqual([]);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
  expect(new Set(documents.map(({ label }) => label)).size).toBe(documents.length);
  expect(documents.length).toBeGreaterThanOrEqual(40);
});

describe('逐件测量', () => {
  const named = wanted.map(({ id, label }) => [label, id] as const);
  test.each(named)('%s', async (_label, id) => {
    const mine = samples.filter(({ definition }) => definition.id === id);
    expect(mine.length).toBeGreaterThan(0);
    for (const sample of mine) {
      const { definition, composed, bytes, rendered } = sample;
      expect(() => checkModel(composed.model), keyOf(sample)).not.toThrow();
      const profile = profileOf(definition, composed.model);
      const report = sample.measured
        ? await checkWord(bytes as Uint8Array, profile, rendered)
        : checkWritten(bytes as Uint8Array, profile);
      expect(report.failures, keyOf(sample)).toEqual([]);
      expect(composed.model.fileName, keyOf(sample)).toMatch(/\S/u);
    }
  });

  test('依据写在每一份里', () => {
    const without = samples.filter(({ composed }) => !JSON.stringify(composed.model.blocks).includes('"source"'));
    expect(without.map(keyOf)).toEqual([]);
  });
});

test('画出每种文书的头几页', async () => {
  const folder = process.env.ANTOU_PAGES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  for (const { id, label } of wanted) {
    const sample = samples.find(({ definition }) => definition.id === id);
    if (!sample?.rendered) continue;
    const images = await pageImages(sample.rendered.pdf, { dpi: 48, pages: 2 });
    for (const [index, png] of images.entries()) await writeFile(join(folder, `${label}-${index + 1}.png`), png);
  }
}, 300_000);
