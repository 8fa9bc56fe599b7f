import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { isExpected, listedAttendees } from '../../../shared/documents/definitions/meetings/meeting-facts.ts';
import { suggestionsOf } from '../../../shared/documents/definitions/meetings/minutes-parts.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import { isPresent } from '../../../shared/records/attendance.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';
import { meetingsSamples } from '../../documents/areas/meetings.ts';
import { type Made, makeSample } from '../sample/sample-library.ts';
import {
  cellText,
  changed,
  compose,
  materialOf,
  meeting,
  memberOf,
  messages,
  namesIn,
  personOf,
  record,
  sampleMaterial,
  tablesOf,
  texts,
} from './meeting-material.ts';

let made: Made;
let material: DocumentMaterial;
beforeAll(async () => {
  made = await makeSample(new Date('2024-12-06T01:30:00Z'));
  material = sampleMaterial(made);
});
afterAll(() => made.remove());

describe('各种会议的纪要', () => {
  const minutes = (event: StoredRecord, params: Readonly<Record<string, unknown>> = {}, from = material) =>
    compose('minutes', { event: event.id, ...params }, from);

  test('红头随会议种类：全会、常委会、主席会议、协商、座谈、专委会、党组', () => {
    const marks = ['全体会议', '常委会会议', '主席会议', '专题协商会', '座谈会', '专委会会议', '党组会议'].map(
      (subtype) => minutes(meeting(material, subtype)).model.masthead?.mark,
    );
    expect(marks.slice(0, 5)).toEqual([
      '全体会议纪要',
      '常委会会议纪要',
      '主席会议纪要',
      '专题协商会纪要',
      '座谈会纪要',
    ]);
    expect(marks[5]).toMatch(/委员会会议纪要$/u);
    expect(marks[6]).toBe('党组会议纪要');
  });

  test('协商会列出意见建议：条数、顺序、提出人、责任单位都与台账一致，每条能回到那一条', () => {
    const event = meeting(material, '专题协商会', (one) => suggestionsOf(one, material).length > 5);
    const { model } = minutes(event);
    const suggestions = suggestionsOf(event, material);
    expect(texts(model, 'body')).toContain(`与会人员提出意见建议${suggestions.length}条：`);
    const listed = model.blocks.flatMap((block) =>
      'source' in block && block.source?.kind === 'suggestion' ? [block.source.id] : [],
    );
    expect(listed).toEqual(suggestions.map(({ id }) => id));
    const unit = material.lookup('organisation', textOf(suggestions[0]?.values ?? {}, 'mainUnit'));
    const first = texts(model, 'body').find((text) =>
      text.startsWith(`1.${textOf(suggestions[0]?.values ?? {}, 'text').slice(0, 8)}`),
    );
    expect(first).toContain(textOf(unit?.values ?? {}, 'shortName') || textOf(unit?.values ?? {}, 'name'));
    const counts = rowsOf(event.values, 'counts').map((row) => `${row.label}${row.count}人`);
    expect(texts(model, 'nameList').at(-1)).toBe(`参加：${counts.join('，')}`);
  });

  test('没有意见建议条目的协商会说明；主席会议不列意见建议', () => {
    const bare = meeting(material, '微协商', (one) => suggestionsOf(one, material).length === 0);
    expect(messages(minutes(bare))).toContain('没有这次会议的意见建议条目');
    expect(texts(minutes(meeting(material, '主席会议')).model, 'heading1').join('')).not.toContain('意见建议');
  });

  test('全会按界别列名单，人数等于到会的人；每个到会的人都在', () => {
    const event = meeting(material, '全体会议');
    const { model } = minutes(event);
    const present = listedAttendees(event, material).filter(
      (one) => isExpected(one) && isPresent(textOf(one.row ?? {}, 'state')),
    );
    expect(texts(model, 'nameList')[0]).toBe(`出席：共${present.length}人，按界别排列如下`);
    const [table] = tablesOf(model);
    expect(namesIn(table, 1).sort()).toEqual(present.map(({ name }) => name).sort());
    const sectors = (table?.rows ?? []).map((row) => cellText(row[0])).filter(Boolean);
    const order = material
      .list('sector')
      .filter(({ values }) => values.term === event.values.term)
      .toSorted((a, b) => Number(a.values.order) - Number(b.values.order))
      .map(({ values }) => textOf(values, 'name'));
    expect(sectors).toEqual(order.filter((name) => sectors.includes(name)));
    expect(texts(model, 'body')[0]).toContain('举行');
    expect(texts(model, 'body')[0]).toContain('符合规定人数');
  });

  test('党组会议书记在前，没有党组职务的提示应列为列席', () => {
    const members = [
      memberOf('a', { roles: ['副主席', '党组成员'] }),
      memberOf('b', { roles: ['秘书长'] }),
      memberOf('c', { roles: ['主席', '党组书记'] }),
      memberOf('d', { roles: ['副主席', '党组副书记'] }),
    ];
    const people = [personOf('丁一', 'a'), personOf('王毅', 'b'), personOf('郑秀英', 'c'), personOf('欧阳明', 'd')];
    const event = record('event', 'e', {
      category: '会议',
      subtype: '党组会议',
      title: '党组会议',
      start: '2024-02-26T09:00',
      chair: 'c',
      attendance: ['a', 'b', 'c', 'd'].map((member) => ({ member, role: '应出席', state: '出席' })),
    });
    const composed = minutes(event, {}, materialOf([...members, ...people, event]));
    expect(texts(composed.model, 'nameList')[0]?.replaceAll('\u3000', '')).toBe('出席：郑秀英欧阳明丁一王毅');
    expect(messages(composed)).toContain('王毅没有登记党组职务');
    expect(texts(composed.model, 'body')[0]).toContain('党组书记郑秀英主持');
  });

  test('常委会没有过半数要说不能举行；另选种类时红头、名单随种类', () => {
    const event = meeting(material, '常委会会议');
    const rows = rowsOf(event.values, 'attendance').map((row) => ({
      ...row,
      state: row.role === '应出席' ? '缺席' : row.state,
    }));
    expect(messages(minutes(event, {}, changed(material, event, { attendance: rows })))).toContain('会议不能举行');
    expect(minutes(event, { kind: '主席会议' }).model.masthead?.mark).toBe('主席会议纪要');
  });

  test('没有文号时按这种会议的系列给出下一个号', () => {
    const asked: string[] = [];
    const from = {
      ...changed(material, meeting(material, '党组会议'), { minutesNumber: '' }),
      nextNumber: (series: string, year: number) => {
        asked.push(series);
        return `示政协党纪〔${year}〕9号`;
      },
    };
    const composed = minutes(meeting(material, '党组会议'), {}, from);
    expect(asked).toEqual(['minutesParty']);
    expect(composed.model.masthead?.number).toBe('示政协党纪〔2024〕9号');
    expect(messages(composed)).toContain('取号');
    expect(minutes(meeting(material, '党组会议'), { number: '3' }).model.masthead?.number).toBe(
      '示政协党纪〔2024〕3号',
    );
  });

  test('样例参数都出得来', () => {
    for (const [id, sets] of Object.entries(meetingsSamples)) {
      const given = sets(material);
      expect(Object.keys(given).length, id).toBeGreaterThan(0);
      for (const [name, params] of Object.entries(given)) {
        const { model, findings } = compose(id, params, material);
        checkModel(model);
        expect(
          findings.filter(({ severity }) => severity === 'error').map(({ message }) => `${id} ${name}：${message}`),
        ).toEqual([]);
      }
    }
  });
});
