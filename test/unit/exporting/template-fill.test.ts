import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialOf } from '../../../electron/api/document-material.ts';
import { bareText, textsOf } from '../../../electron/exporting/template/dropped.ts';
import { checkTemplate, fillTemplate, sampleTemplate } from '../../../electron/exporting/template/index.ts';
import { openParts, paragraphsOf, partText, TEMPLATED } from '../../../electron/exporting/template/word-text.ts';
import { documentOf } from '../../../shared/documents/index.ts';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { knownNames } from '../../../shared/documents/templates/index.ts';
import { areaSamples } from '../../documents/areas/index.ts';
import { checkPackage, textParts } from '../../documents/check/package.ts';
import { Report } from '../../documents/check/result.ts';
import { OFFICIAL_FAMILY } from '../../documents/official-models.ts';
import { composeSample, SAMPLES, settings } from '../../documents/samples.ts';
import { startOffice, type TestOffice } from '../../support/office.ts';

const NOW = new Date('2024-12-06T01:30:00Z');
const base = { settings, now: NOW, readFile: () => Promise.reject(new Error('没有图片')) };
const optionsFor = (model: DocumentModel) => ({
  ...base,
  label: documentOf(model.document)?.label ?? model.document,
  today: '2024-12-06',
});

const written = (bytes: Uint8Array): string => {
  const parts = openParts(bytes);
  return Object.keys(parts)
    .filter((name) => TEMPLATED.test(name))
    .flatMap((name) => paragraphsOf(partText(parts, name)).map(({ text }) => text))
    .join('\n');
};

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice({ sample: true, now: NOW });
});
afterAll(() => office.end());

/** Every paper there is parameters for: the six first ones, and those of every area from the sample library. */
function everyModel(): Record<string, DocumentModel> {
  const models: Record<string, DocumentModel> = {};
  for (const id of Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]) models[id] = composeSample(id).model;
  const material = materialOf(office.office.desk);
  for (const [id, sets] of Object.entries(areaSamples)) {
    for (const [name, params] of Object.entries(sets(material))) {
      const composed = documentOf(id)?.compose(params, material);
      if (composed) models[`${id} ${name}`] = composed.model;
    }
  }
  return models;
}

describe('样板再填一遍', () => {
  it('每种文书的样板填回去，文字一处不少，也没有剩下的占位符', async () => {
    const models = Object.entries(everyModel());
    expect(models.length).toBeGreaterThanOrEqual(6);
    for (const [name, model] of models) {
      const sample = await sampleTemplate(model, base);
      const known = knownNames({ model, context: optionsFor(model) });
      expect([name, checkTemplate(sample, { known, complete: true })]).toEqual([name, []]);
      const filled = await fillTemplate(sample, model, optionsFor(model));
      expect([name, filled.missing]).toEqual([name, []]);
      expect([name, filled.dropped]).toEqual([name, []]);
      const text = bareText(written(filled.bytes));
      const lost = textsOf(model).filter((entry) => !text.includes(bareText(entry.text.replace(/[。．.]+$/u, ''))));
      const noted = model.blocks.some((block) => block.type === 'paragraph' && block.runs.some(({ note }) => note));
      if (!noted) expect([name, lost]).toEqual([name, []]);
      // A draft may speak of {SQ.IN} itself: a figure that was not yet put in.
      const own = new Set(textsOf(model).flatMap((entry) => entry.text.match(/\{[^}]*\}/gu) ?? []));
      const left = (text.match(/\{[^}]*\}|\[\[\d+\]\]|\[object/gu) ?? []).filter((found) => !own.has(found));
      expect([name, left]).toEqual([name, []]);
    }
  }, 240_000);

  it('公文、信函、联合行文、表格、宽表填出来都合格式，查得出是哪份留底', async () => {
    const mark = { library: 'l1', paper: 'p1', version: 1 };
    const { reportUpward, jointNotice, letter, form, wideRegister } = OFFICIAL_FAMILY;
    const models = [composeSample('minutes').model, reportUpward, jointNotice, letter, form, wideRegister];
    for (const model of models) {
      const sample = await sampleTemplate(model, base);
      const { bytes, missing, dropped } = await fillTemplate(sample, model, { ...optionsFor(model), mark });
      expect([model.document, missing, dropped]).toEqual([model.document, [], []]);
      const report = new Report();
      await checkPackage(bytes, textParts(bytes), report);
      expect([model.document, report.failures]).toEqual([model.document, []]);
      expect(partText(openParts(bytes), 'docProps/custom.xml')).toContain('p1');
    }
  }, 240_000);
});
