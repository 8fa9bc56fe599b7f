import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { materialOf } from '../../../../electron/api/document-material.ts';
import { checkText } from '../../../../shared/documents/checks/index.ts';
import { documentOf } from '../../../../shared/documents/index.ts';
import { asBody } from '../../../../shared/records/body-shape.ts';
import { kinds } from '../../../../shared/records/index.ts';
import { blockTexts } from '../../../../shared/text/body.ts';
import { areaSamples } from '../../../documents/areas/index.ts';
import { startOffice, type TestOffice } from '../../../support/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice({ sample: true, now: new Date('2024-12-06T01:30:00Z') });
}, 120_000);
afterAll(() => office.end());

/** Every text a record holds, however deep: fields, rows, paragraphs of bodies. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n');
  if (Array.isArray(value)) return value.flatMap(textsIn);
  const body = asBody(value);
  if (body) return blockTexts(body);
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** What the rules say of well written texts has been looked at one by one: a day written as machines write it is a slip. */
const TRUE_SLIPS: ReadonlySet<string> = new Set(['date.plain']);

describe('样例资料库', () => {
  test('各台账里的文字几乎不报，报的都看过', () => {
    const { library } = office.office.desk.opened;
    const texts = kinds.flatMap(({ id }) => library.list(id).flatMap(({ values }) => textsIn(values)));
    const sentences = texts.filter((text) => /[。；]/u.test(text));
    expect(sentences.length).toBeGreaterThan(2_000);
    const told = sentences.flatMap((text) => checkText(text).map(({ rule, message }) => ({ rule, message, text })));
    expect(told.filter(({ rule }) => !TRUE_SLIPS.has(rule))).toEqual([]);
    expect(told.length).toBeLessThan(10);
  });

  test('样例出的每份文书，标点、数字、序号、名单、合计没有误报', async () => {
    const material = materialOf(office.office.desk);
    const judged = /^(?:missing|attachments|number|redHead|figure)\./u;
    const told: string[] = [];
    let papers = 0;
    for (const [document, of] of Object.entries(areaSamples)) {
      if (documentOf(document)?.layout === 'book') continue;
      for (const [name, params] of Object.entries(of(material))) {
        const { findings } = await office.client.documentsCheck.check({ document, params });
        papers += 1;
        for (const { rule = '', message } of findings) {
          // What a paper lacks, its number and its attachments are the business of the one who drew up the sample.
          if (rule && !judged.test(rule) && !TRUE_SLIPS.has(rule)) told.push(`${document}/${name} ${rule} ${message}`);
        }
      }
    }
    expect(papers).toBeGreaterThan(30);
    expect(told).toEqual([]);
  }, 240_000);
});
