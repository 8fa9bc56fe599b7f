import { describe, expect, it } from 'vitest';
import {
  defaultCampaigns,
  defaultCommittees,
  defaultEnumerations,
  defaultHandlingUnits,
  defaultSectors,
  effectiveEnumerations,
  enumerationOf,
  enumerationProblem,
  matchValue,
} from '../../../shared/records/enumerations.ts';
import type { Field } from '../../../shared/records/field.ts';
import { kinds } from '../../../shared/records/registry.ts';
import { CANDIDATE_STATES, EXIT_STATES, STANDING_ROLES } from '../../../shared/records/service.ts';
import { validateRecord } from '../../../shared/records/validate.ts';
import { SIX_HAS } from '../../../shared/records/venue-standard.ts';

function preset(id: string) {
  const found = enumerationOf(defaultEnumerations, id);
  if (!found) throw new Error(`没有选项表 ${id}`);
  return found;
}

const fixedWords = (id: string) => preset(id).values.flatMap((item) => (item.fixed ? [item.value] : []));

describe('选项表', () => {
  it('单位改过的替换预置的，别名和分组由预置补回，坏的不理', () => {
    const own = { id: 'level', label: '级别', values: [{ value: '区级' }, { value: '街道级', note: '新加' }] };
    const effective = effectiveEnumerations([own, null, { id: 'sex' }, { id: '没有的', label: '', values: [] }, '坏']);
    expect(effective.map((item) => item.id)).toEqual(defaultEnumerations.map((item) => item.id));
    const level = enumerationOf(effective, 'level');
    expect(level?.values.map((item) => item.value)).toEqual(['区级', '街道级']);
    expect(level && matchValue(level, '县级')?.value).toBe('区级');
    expect(enumerationOf(effective, 'sex')).toBe(preset('sex'));
    expect(effectiveEnumerations(undefined)).toEqual(defaultEnumerations);
  });

  it('规则要用的词：旧的改动里缺了会补上，停用了也照用', () => {
    const effective = effectiveEnumerations([
      { id: 'memberStatus', label: '', values: [{ value: '在任', retired: true }, { value: '待定' }] },
    ]);
    const values = enumerationOf(effective, 'memberStatus')?.values ?? [];
    expect(values.slice(0, 2)).toMatchObject([{ value: '在任', fixed: true }, { value: '待定' }]);
    expect(values[0]?.retired).toBeUndefined();
    for (const state of EXIT_STATES) expect(values.map((item) => item.value)).toContain(state);
  });

  it('不许改掉、删去、停用规则要用的词；重复和空的不收', () => {
    const status = preset('memberStatus');
    expect(enumerationProblem(status)).toBeUndefined();
    const without = { ...status, values: status.values.filter((item) => item.value !== '已辞去') };
    expect(enumerationProblem(without)).toContain('已辞去');
    expect(enumerationProblem(status, { 已辞去: '辞职' })).toContain('不能改名');
    const retired = { ...status, values: status.values.map((item) => ({ ...item, retired: true })) };
    expect(enumerationProblem(retired)).toContain('不能停用');
    const sex = preset('sex');
    expect(enumerationProblem({ ...sex, values: [...sex.values, { value: '男 ' }] })).toContain('出现了两次');
    expect(enumerationProblem({ ...sex, values: [{ value: ' ' }] })).toContain('不能为空');
    expect(enumerationProblem({ ...sex, values: [{ value: '男' }] })).toBeUndefined();
    expect(enumerationProblem({ ...sex, id: '没有' })).toContain('没有');
  });

  it('预设值和程序判断用到的词都固定', () => {
    const check = (fields: Readonly<Record<string, Field>>) => {
      for (const field of Object.values(fields)) {
        if (field.row) check(field.row);
        if (field.enumeration && field.initial !== undefined)
          expect(fixedWords(field.enumeration)).toContain(field.initial);
      }
    };
    for (const kind of kinds) check(kind.fields);
    expect(fixedWords('memberStatus')).toEqual(expect.arrayContaining([...EXIT_STATES, ...CANDIDATE_STATES]));
    expect(fixedWords('sixHas')).toEqual(SIX_HAS);
    expect(fixedWords('cppccRole')).toEqual(expect.arrayContaining([...STANDING_ROLES]));
  });

  it('民族认得不带“族”字的写法', () => {
    expect(matchValue(preset('ethnicity'), '维吾尔')?.value).toBe('维吾尔族');
    expect(matchValue(preset('attendanceState'), '请假(已批)')?.value).toBe('请假（已批）');
    expect(matchValue(preset('ethnicity'), '火星')).toBeUndefined();
  });

  it('新资料库的预置组织：界别 30 个，不重名', () => {
    expect(defaultSectors).toHaveLength(30);
    expect(new Set(defaultSectors).size).toBe(30);
    expect(new Set(defaultCommittees.map((item) => item.name)).size).toBe(defaultCommittees.length);
  });

  it('预置的承办单位和专项都存得下，全称、简称都不重复', () => {
    const options = { lookup: () => undefined, enumerations: defaultEnumerations };
    const names = defaultHandlingUnits.flatMap(({ name, shortName }) => [name, ...(shortName ? [shortName] : [])]);
    expect(new Set(names).size).toBe(names.length);
    expect(defaultHandlingUnits.length).toBeGreaterThan(60);
    for (const unit of defaultHandlingUnits) {
      const given = { ...unit, order: 1, isHandling: true, active: true };
      expect(validateRecord('organisation', given, options)).toEqual({ values: given, problems: {}, warnings: {} });
    }
    expect(new Set(defaultCampaigns).size).toBe(defaultCampaigns.length);
    for (const name of defaultCampaigns) expect(validateRecord('campaign', { name }, options).problems).toEqual({});
  });
});
