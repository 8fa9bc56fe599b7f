import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { streetsDocuments } from '../../../shared/documents/definitions/streets/index.ts';
import { textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';
import { type Made, makeSample } from '../sample/sample-library.ts';
import * as paper from './sample-material.ts';

let made: Made;
let records: readonly StoredRecord[];
let material: DocumentMaterial;
beforeAll(async () => {
  made = await makeSample(new Date('2024-12-06T01:30:00Z'));
  records = paper.allOf((kind) => made.library.list(kind));
  material = paper.materialWith(records);
});
afterAll(() => made.remove());

const firstStreet = (): StoredRecord => {
  const found = material.list('subdistrictOffice').find(({ values }) => values.order === 1);
  if (!found) throw new Error('样例里没有街道');
  return found;
};

describe('街道测评表', () => {
  const engine = () => {
    const found = material.scores?.('street', 2024);
    if (!found) throw new Error('没有街道方案');
    return found;
  };

  test('方案的每一项一行，程序计分、依据条数、合计、等次与计分一致', () => {
    const street = firstStreet();
    const { model } = paper.composed('streetAssessment', { street: street.id, year: 2024 }, material);
    const rows = paper.rowsIn(paper.tableOf(model));
    const result = engine().result(street.id);
    const { items, sections } = engine().scheme;
    expect(rows).toHaveLength(items.length + 1);
    const ordered = sections.flatMap(({ id }) => items.filter(({ section }) => section === id));
    ordered.forEach((item, index) => {
      const row = rows[index]?.slice(-5) ?? [];
      const own = result?.entries.filter((entry) => entry.item === item.code) ?? [];
      expect(row[0]).toBe(`${item.code} ${item.label}`);
      if (item.trigger.type === 'manual') expect(row.slice(2, 4)).toEqual(['', '人工复核']);
      else {
        expect(Number(row[2])).toBeCloseTo(
          own.reduce((sum, { counted }) => sum + counted, 0),
          2,
        );
        expect(row[3]).toBe(`${own.flatMap(({ sources }) => sources).length}条`);
      }
      expect(row[4]).toBe('');
    });
    expect(rows.at(-1)).toEqual(['合计', '100', String(result?.total), result?.grade, '']);
  });

  test('人工计分登记了的填上，不再留空；超过封顶的按计入的分', () => {
    const street = firstStreet();
    const entry = (item: string, points: number) =>
      paper.recordOf('scoreEntry', `hand${item}`, {
        subdistrictOffice: street.id,
        scheme: 'street',
        item,
        points,
        on: '2024-12-01',
        reason: '有材料佐证',
        approver: '主席会议',
      });
    const own = paper.materialWith([...records, entry('2.3', 4), entry('7.1', 30)]);
    const bonus = own
      .scores?.('street', 2024)
      ?.result(street.id)
      ?.entries.find(({ item }) => item === '7.1');
    expect([bonus?.points, bonus?.counted]).toEqual([30, 10]);
    const { model } = paper.composed('streetAssessment', { street: street.id, year: 2024 }, own);
    const row = (code: string) =>
      paper.rowsIn(paper.tableOf(model)).find((cells) => cells.some((text) => text.startsWith(`${code} `)));
    expect(row('2.3')?.slice(-3)).toEqual(['4', '1条', '']);
    expect(row('7.1')?.slice(-3)).toEqual(['10', '1条', '']);
  });

  test('不选街道就一个街道一张，按街道的排序', () => {
    const { model } = paper.composed('streetAssessment', { year: 2024 }, material);
    const streets = material.list('subdistrictOffice').length;
    expect(paper.textsOf(model, 'formTitle')).toHaveLength(streets);
    expect(model.blocks.filter(({ type }) => type === 'pageBreak')).toHaveLength(streets - 1);
    const names = paper.textsOf(model, 'tableNote').map((text) => text.split('　')[0]);
    const inOrder = [...material.list('subdistrictOffice')].sort(
      (a, b) => Number(a.values.order) - Number(b.values.order),
    );
    expect(names).toEqual(inOrder.map(({ values }) => textOf(values, 'name')));
  });

  test('没有这个方案、没有施行的方案，说清楚', () => {
    expect(paper.refusal('streetAssessment', { scheme: '别的方案' }, material).parameter).toBe('scheme');
    const none = { ...material, scores: () => undefined };
    expect(paper.refusal('streetAssessment', { year: 2024 }, none).message).toContain('没有施行');
  });
});

describe('述职报告', () => {
  test('写好的照登记的正文、署名、日期排', () => {
    const street = firstStreet();
    const { model, findings } = paper.composed('streetReport', { street: street.id, year: 2024 }, material);
    const report = material
      .list('officialDocument')
      .find(({ values }) => values.docType === '述职报告' && values.subdistrictOffice === street.id);
    expect(model.title).toBe(report?.values.title);
    expect(paper.textsOf(model, 'heading1')).toEqual(['一、工作情况', '二、存在不足', '三、打算']);
    expect(paper.textsOf(model, 'signature')).toEqual([report?.values.issuer]);
    expect(paper.textsOf(model, 'date')).toEqual(['2024年12月16日']);
    expect(findings).toEqual([]);
  });

  test('还没有写的按台账列提纲：数与台账一致，不足和打算留空，是一处错误', () => {
    const street = firstStreet();
    const without = records.filter(
      ({ kind, values }) => !(kind === 'officialDocument' && values.subdistrictOffice === street.id),
    );
    const own = paper.materialWith(without);
    const { model, findings } = paper.composed('streetReport', { street: street.id, year: 2024 }, own);
    expect(paper.told(findings, 'error', '还没有登记2024年度述职报告')?.source?.id).toBe(street.id);
    const body = paper.textsOf(model, 'body');
    expect(body.filter((text) => text === '____')).toHaveLength(2);
    const held = own.list('event').filter(({ values }) => {
      const streets = Array.isArray(values.subdistrictOffices) ? values.subdistrictOffices : [];
      return values.subdistrictOffice === street.id || streets.includes(street.id);
    });
    const consultations = held.filter(
      ({ values }) => values.category === '协商' && ['进行中', '已结束', '已归档'].includes(String(values.status)),
    );
    expect(consultations.length).toBeGreaterThan(0);
    expect(body.join('')).toContain(`开展协商${consultations.length}次`);
    const topics = own.list('topic').filter(({ values }) => values.subdistrictOffice === street.id);
    const settled = topics.filter(({ values }) => /^(?:已办结|已反馈|已评价|归档)$/u.test(String(values.state)));
    expect(settled.length).toBeGreaterThan(0);
    expect(body.join('')).toContain(`收集议题${topics.length}个，办结${settled.length}个`);
  });

  test('别的年度没有登记的，提醒核对年度', () => {
    const { findings } = paper.composed('streetReport', { street: firstStreet().id, year: 2023 }, material);
    expect(paper.told(findings, 'warning', '各项都是0')).toBeDefined();
  });
});

describe('空的资料库', () => {
  test.each(streetsDocuments.map(({ id, label }) => [label, id]))('%s：说清缺什么，不出别的错', (_, id) => {
    for (const params of [{}, { street: 'x' }, { year: 99 }]) {
      expect(paper.refusal(id, params, paper.materialWith([])).message).toMatch(/[\u4e00-\u9fff]/u);
    }
  });
});
