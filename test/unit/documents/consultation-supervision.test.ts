import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
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

describe('协商式监督报告、问题清单、责任清单', () => {
  test('四个数是指标，与监督一览表、建议条数一致', () => {
    const { model } = paper.composed('supervisionReport', { year: 2024 }, material);
    expect(paper.figuresIn(model)).toEqual({
      'JD.TIMES': '37次',
      'JD.STREET': '14个街道',
      'JD.PROJ': '27个项目',
      'JD.SUG': '20条',
    });
    expect(paper.rowsIn(paper.tableOf(model))).toHaveLength(37);
    const advice = paper.textsOf(model, 'body').filter((text) => /^\d+\./u.test(text));
    expect(advice).toHaveLength(20);
  });

  test('四个季度的次数加起来是全年的；只要一个专委会的，按它自己的数', () => {
    const parts = ['一季度', '二季度', '三季度', '四季度'].map((part) =>
      paper.rowsIn(paper.tableOf(paper.composed('supervisionReport', { year: 2024, part }, material).model)),
    );
    expect(parts.reduce((sum, rows) => sum + rows.length, 0)).toBe(37);
    const committee = material.list('committee')[0]?.id;
    const own = material
      .list('event')
      .filter(({ values }) => values.supervisionForm === '协商式监督' && values.organizer === committee);
    expect(own.length).toBeGreaterThan(0);
    const { model } = paper.composed('supervisionReport', { year: 2024, committee }, material);
    expect(paper.textsOf(model, 'body')[0]).toContain(`协商式监督${own.length}次`);
    expect(paper.figuresIn(model)).toEqual({});
    expect(paper.refusal('supervisionReport', { year: 2019 }, material).parameter).toBe('year');
  });

  test('两张清单是同样的20条，责任清单写单位和时限', () => {
    const scope = { year: 2024, scope: '监督' };
    const problems = paper.composed('problemList', scope, material).model;
    const duties = paper.composed('problemList', { ...scope, list: '责任清单' }, material).model;
    expect([problems.title, duties.title]).toEqual(['监督问题清单', '监督责任清单']);
    const ids = [problems, duties].map((model) => paper.sourcesOf(paper.tableOf(model)).map((one) => one?.id));
    expect(ids[0]).toHaveLength(20);
    expect(ids[1]).toEqual(ids[0]);
    for (const row of paper.rowsIn(paper.tableOf(duties))) {
      expect(row[2]).not.toBe('');
      expect(row[4]).toMatch(/^2024\.\d+\.\d+$/u);
    }
    const days = (ids[0] ?? []).map((id) => {
      const event = material.lookup('suggestion', String(id))?.values.event;
      return textOf(material.lookup('event', String(event))?.values ?? {}, 'start');
    });
    expect(days).toEqual([...days].sort());
  });
});

describe('走访情况表', () => {
  test('党外委员130人次，等于各次相加，每次列出的党外委员数与人次一致', () => {
    const { model } = paper.composed('visitSummary', { year: 2024 }, material);
    expect(paper.figuresIn(model)['UF.VISIT']).toMatch(/^130/u);
    const rows = paper.rowsIn(paper.tableOf(model)).slice(0, -1);
    expect(rows.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(130);
    for (const row of rows) expect((row[3] ?? '').split('、')).toHaveLength(Number(row[4]));
  });

  test('企业反映82条，一条一行，前面的数都是指标', () => {
    const { model } = paper.composed('visitSummary', { year: 2024, table: '企业反映问题清单' }, material);
    expect(paper.figuresIn(model)).toEqual({
      'WR.LEAD': '15家',
      'WR.ZWH': '21家',
      'WR.MEET': '16场',
      'WR.SUG': '82条',
    });
    expect(paper.rowsIn(paper.tableOf(model))).toHaveLength(82);
  });

  test('没有给指标的，照同样的口径自己数', () => {
    const { figure: _, ...bare } = material;
    const { model } = paper.composed('visitSummary', { year: 2024 }, bare);
    expect(paper.figuresIn(model)['UF.VISIT']).toMatch(/^130/u);
  });
});
