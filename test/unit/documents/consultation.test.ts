import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { consultationDocuments } from '../../../shared/documents/definitions/consultation/index.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';
import { consultationSamples } from '../../documents/areas/consultation.ts';
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

/** The 专题协商会 with most suggestions, and those suggestions. */
function special() {
  const params = consultationSamples.suggestionTransfer?.(material).专题协商会 ?? {};
  const source = String(params.source);
  const own = material.list('suggestion').filter(({ values }) => values.event === source);
  return { source, own };
}

describe('协商意见', () => {
  test('区级的用红头，意见建议一条不少，分工表是议定事项加意见建议', () => {
    const { source, own } = special();
    const { model } = paper.composed('consultationOpinion', { source, number: '12', to: '区委、区政府' }, material);
    expect(model.masthead).toMatchObject({ mark: '政协示例区委员会文件', number: '示政协〔2024〕12号' });
    expect(model.title).toBe('关于老旧小区改造“改什么、谁来管”的协商意见');
    expect(paper.textsOf(model, 'heading1')).toEqual(['一、参加方', '二、协商情况', '三、意见建议', '四、落实分工']);
    expect(paper.textsOf(model, 'salutation')).toEqual(['区委、区政府：']);
    const texts = paper.textsOf(model, 'body');
    for (const { values } of own) expect(texts.some((text) => text.includes(textOf(values, 'text')))).toBe(true);
    const decided = rowsOf(material.lookup('event', source)?.values ?? {}, 'resolutions').length;
    expect(decided).toBeGreaterThan(0);
    expect(paper.rowsIn(paper.tableOf(model))).toHaveLength(decided + own.length);
  });

  test('委员名单按姓氏笔画，只列到会的', () => {
    const { source } = special();
    const { model } = paper.composed('consultationOpinion', { source }, material);
    const [names = ''] = paper.textsOf(model, 'nameList');
    const row = names.replace('委员：', '');
    const absent = rowsOf(material.lookup('event', source)?.values ?? {}, 'attendance').filter(
      ({ state }) => String(state).startsWith('请假') || state === '缺席',
    );
    expect(absent.length).toBeGreaterThan(0);
    for (const { member } of absent) {
      const person = String(material.lookup('member', String(member))?.values.person);
      expect(row).not.toContain(String(material.lookup('person', person)?.values.name));
    }
    expect(row.indexOf('仇')).toBeLessThan(row.indexOf('蔡'));
  });

  test('街道的不用红头，署街道；没有意见建议是一处错误，不是编出来的', () => {
    const source = String(consultationSamples.consultationOpinion?.(material).有事好商量?.source);
    const { model, findings } = paper.composed('consultationOpinion', { source }, material);
    expect(model.masthead).toBeUndefined();
    expect(paper.textsOf(model, 'signature')[0]).toMatch(/街道政协工委$/u);
    expect(paper.told(findings, 'error', '没有登记意见建议')).toBeDefined();
    expect(paper.textsOf(model, 'body')).toContain('____');
  });

  test('议题的意见里有单为它开的协商会的建议；几个议题合开的会不算', () => {
    const event = (id: string, topics: readonly string[]) =>
      paper.recordOf('event', id, {
        category: '协商',
        title: '微协商',
        start: '2024-05-01T09:00',
        status: '已结束',
        topics,
      });
    const advice = (id: string, from: string, text: string) =>
      paper.recordOf('suggestion', id, { event: from, text, suggestionKind: '意见建议', state: '待转', seq: 1 });
    const few = paper.materialWith([
      paper.recordOf('topic', 't1', { title: '楼道堆物', state: '形成意见' }),
      paper.recordOf('topic', 't2', { title: '充电桩', state: '形成意见' }),
      event('e1', ['t1']),
      event('e2', ['t1', 't2']),
      advice('s1', 'e1', '清理楼道'),
      advice('s2', 'e2', '增设充电桩'),
    ]);
    const { model } = paper.composed('consultationOpinion', { source: 't1' }, few);
    const texts = paper.textsOf(model, 'body').join('\n');
    expect(texts).toContain('清理楼道');
    expect(texts).not.toContain('增设充电桩');
    expect(texts).toContain('围绕“楼道堆物”先后协商2次');
  });
});

describe('议题办理反馈单', () => {
  test('栏目来自议题，评价勾上，空着的说缺什么', () => {
    const params = consultationSamples.topicFeedback?.(material).评价过的 ?? {};
    const topic = material.lookup('topic', String(params.topic));
    const { model, findings } = paper.composed('topicFeedback', params, material);
    const cells = paper.rowsIn(paper.tableOf(model)).flat();
    expect(cells).toContain(textOf(topic?.values ?? {}, 'title'));
    expect(cells).toContain(`${topic?.values.solvedCount}件`);
    expect(cells.find((text) => text.includes('□'))).toContain(`■${topic?.values.satisfaction}`);
    expect(paper.told(findings, 'warning', '没有登记协商意见')).toBeDefined();
  });

  test('办理结果是各条建议的答复', () => {
    const few = paper.materialWith([
      paper.recordOf('topic', 't1', { title: '楼道堆物', state: '已办结', units: [], satisfaction: '满意' }),
      paper.recordOf('suggestion', 's1', { topic: 't1', seq: 1, text: '清理楼道。', reply: '已清理。', state: '办结' }),
      paper.recordOf('suggestion', 's2', { topic: 't1', seq: 2, text: '建充电棚', reply: '已列入计划', state: '办结' }),
    ]);
    const cells = paper.rowsIn(paper.tableOf(paper.composed('topicFeedback', { topic: 't1' }, few).model)).flat();
    expect(cells).toContain('1.清理楼道；2.建充电棚。');
    expect(cells).toContain('1.已清理；2.已列入计划。');
  });
});

describe('意见建议转办清单', () => {
  test('条数、单位数与台账一致，按单位分组，序号连着', () => {
    const { source, own } = special();
    const units = new Set(own.map(({ values }) => values.mainUnit));
    const { model, findings } = paper.composed('suggestionTransfer', { source }, material);
    expect(paper.textsOf(model, 'subtitle')[0]).toContain(`共${own.length}条，分送${units.size}个单位`);
    const table = paper.tableOf(model);
    expect(table.rows.filter((row) => row.length === 1)).toHaveLength(units.size);
    expect(paper.rowsIn(table).map(([number]) => number)).toEqual(own.map((_, index) => String(index + 1)));
    expect(new Set(paper.sourcesOf(table).map((one) => one?.id))).toEqual(new Set(own.map(({ id }) => id)));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('没有主责单位的再多也排在最后，是错误，指到那一格', () => {
    const { source, own } = special();
    const homeless = own.slice(0, 9).map(({ id }) => id);
    const changed = homeless.reduce((all, id) => paper.withValues(all, id, { mainUnit: undefined }), records);
    const { model, findings } = paper.composed('suggestionTransfer', { source }, paper.materialWith(changed));
    const listed = paper.sourcesOf(paper.tableOf(model)).map((one) => one?.id);
    expect(listed.slice(-9)).toEqual(homeless);
    const finding = paper.told(findings, 'error', '有9条还没有主责单位');
    expect(finding?.source).toMatchObject({ kind: 'suggestion', id: homeless[0], field: 'mainUnit' });
    const { row = 0, cell = 0 } = finding?.cell ?? {};
    expect(paper.tableOf(model).rows[row]?.[cell]?.source?.id).toBe(homeless[0]);
  });

  test('送达后没有收条的写“未签收”', () => {
    const { source, own } = special();
    const changed = paper.withValues(records, String(own[0]?.id), { receiptOn: undefined, receiptSigner: undefined });
    const { model, findings } = paper.composed('suggestionTransfer', { source }, paper.materialWith(changed));
    expect(paper.rowsIn(paper.tableOf(model)).filter((row) => row.at(-1) === '未签收')).toHaveLength(1);
    expect(paper.told(findings, 'hint', '有1条送达后还没有收条')).toBeDefined();
  });
});

describe('收条', () => {
  test('每个主责单位一页，每条建议恰好在一张收条上', () => {
    const { source, own } = special();
    const units = new Set(own.map(({ values }) => values.mainUnit));
    const { model } = paper.composed('suggestionReceipt', { source, signDays: 5 }, material);
    expect(model.blocks.filter(({ type }) => type === 'pageBreak')).toHaveLength(units.size - 1);
    expect(paper.textsOf(model, 'formTitle')).toHaveLength(units.size);
    const listed = model.blocks.flatMap((block) =>
      block.type === 'table' && block.headRows === 1 ? paper.sourcesOf(block).map((one) => one?.id) : [],
    );
    expect([...listed].sort()).toEqual(own.map(({ id }) => id).sort());
    expect(paper.textsOf(model, 'tableNote')[0]).toContain('5个工作日');
  });

  test('现场答复的不要收条；都没有主责单位就出不了', () => {
    const { source, own } = special();
    const spared = paper.withValues(records, String(own[0]?.id), { onTheSpot: true });
    const { findings } = paper.composed('suggestionReceipt', { source }, paper.materialWith(spared));
    expect(paper.told(findings, 'hint', '有1条是现场答复')).toBeDefined();
    const bare = paper.materialWith([
      paper.recordOf('event', 'e1', { title: '座谈会', start: '2024-05-01T09:00' }),
      paper.recordOf('suggestion', 's1', { event: 'e1', text: '修路', state: '待转' }),
    ]);
    expect(paper.refusal('suggestionReceipt', { source: 'e1' }, bare).message).toContain('还没有主责单位');
  });
});

describe('协商成果转化情况', () => {
  const outcomes = ['采纳', '部分采纳', '列入计划', '留作参考', '未采纳'];
  const counted = (text: string) => [...text.matchAll(/(\d+)条/gu)].reduce((sum, match) => sum + Number(match[1]), 0);

  test('各种结果加起来就是总数，表里一条一行', () => {
    const { source, own } = special();
    const { model } = paper.composed('conversionReport', { source, days: 60 }, material);
    const body = paper.textsOf(model, 'body');
    expect(body[0]).toContain(`共形成意见建议${own.length}条`);
    expect(counted(String(body[1]).split('。')[0] ?? '')).toBe(own.length);
    for (const outcome of outcomes) {
      const count = own.filter(({ values }) => values.adoption === outcome).length;
      if (count > 0) expect(body[1]).toMatch(new RegExp(`(?:^|，)${outcome}${count}条`, 'u'));
    }
    expect(paper.rowsIn(paper.tableOf(model))).toHaveLength(own.length);
    const made = own.flatMap(({ values }) => rowsOf(values, 'conversions'));
    expect(made.length).toBeGreaterThan(0);
    for (const row of made) expect(body.join('')).toContain(textOf(row, 'title'));
  });

  test('未采纳要写原因，没有写的是错误', () => {
    const { source, own } = special();
    const id = String(own[0]?.id);
    const refused = { adoption: '未采纳', notAdoptedReason: '资金没有来源' };
    const withReason = paper.composed(
      'conversionReport',
      { source },
      paper.materialWith(paper.withValues(records, id, refused)),
    );
    expect(paper.textsOf(withReason.model, 'body').some((text) => text.endsWith('：资金没有来源。'))).toBe(true);
    const without = paper.withValues(records, id, { ...refused, notAdoptedReason: '' });
    const { findings } = paper.composed('conversionReport', { source }, paper.materialWith(without));
    expect(paper.told(findings, 'error', '没有写原因')?.source?.id).toBe(id);
  });

  test('送达满的天数由参数定，还没有结果的单列', () => {
    const { source, own } = special();
    const open = paper.materialWith(
      paper.withValues(records, String(own[0]?.id), { adoption: undefined, deliveredOn: '2024-11-01' }),
    );
    const late = paper.composed('conversionReport', { source, days: 30 }, open);
    expect(paper.textsOf(late.model, 'heading1').some((text) => text.includes('送达满30天还没有结果'))).toBe(true);
    const early = paper.composed('conversionReport', { source, days: 60 }, open);
    expect(paper.textsOf(early.model, 'heading1').some((text) => text.includes('还没有结果'))).toBe(false);
    expect(paper.told(early.findings, 'hint', '有1条没有送达或送达不满60天')).toBeDefined();
  });
});

describe('协商成果转化情况的截至日期', () => {
  test('以后才送达、签收、答复的不算', () => {
    const { source, own } = special();
    const { model } = paper.composed('conversionReport', { source, asOf: '2024-05-22' }, material);
    const [all, outcomes] = paper.textsOf(model, 'body');
    expect(all).toContain(`已送达${own.length}条，签收0条，答复率0%`);
    expect(outcomes).toContain(`还没有采纳结果${own.length}条`);
    expect(paper.refusal('conversionReport', { source, asOf: '2024-05-01' }, material).parameter).toBe('asOf');
  });
});

describe('空的资料库', () => {
  test.each(consultationDocuments.map(({ id, label }) => [label, id]))('%s：说清缺什么，不出别的错', (_, id) => {
    const empty = paper.materialWith([]);
    for (const params of [{}, { year: 2024 }, { source: 'x', topic: 'x' }, { year: '二〇二四' }]) {
      try {
        paper.composed(id, params, empty);
      } catch {
        expect(paper.refusal(id, params, empty).message).toMatch(/[\u4e00-\u9fff]/u);
      }
    }
  });
});
