import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultEnumerations } from '../../../shared/records/enumerations.ts';
import { decidingFields, hiddenFields, shownGroups } from '../../../shared/records/form-groups.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { validateKind } from '../../../shared/records/validate.ts';

const options = { lookup: () => undefined, enumerations: defaultEnumerations };

/** A kind of its own, so that the rule is tried apart from what the ledgers happen to ask. */
const visit: RecordKind = {
  id: 'visit',
  label: '走访',
  unit: '次',
  group: '基础',
  purpose: '试验用',
  fields: {
    level: { type: 'choice', label: '级别', required: true, initial: '区级', enumeration: 'level' },
    flags: { type: 'choices', label: '标记', enumeration: 'sex' },
    quorum: { type: 'integer', label: '法定人数', required: true },
    place: { type: 'text', label: '地点', expected: true },
    open: { type: 'boolean', label: '公开', required: true, initial: true },
    women: { type: 'text', label: '女委员' },
    old: { type: 'text', label: '旧写法' },
  },
  title: () => '走访',
  list: { columns: ['level'], filters: [], sort: [] },
  form: [
    { label: '基本', fields: ['level', 'flags'] },
    { label: '会议', fields: ['quorum', 'place', 'open'], when: { level: ['省级', '市级'] } },
    { label: '女', fields: ['women'], when: { flags: ['女'], level: ['国家级'] } },
    { label: '旧资料', fields: ['old'], when: {} },
  ],
  search: {},
  migrations: [],
};
const labels = (values: Record<string, unknown>) => shownGroups(visit, values).map((group) => group.label);

describe('表单分组的条件', () => {
  it('有一个栏目取了条件里的值就显示，多选的含有也算', () => {
    expect(labels({})).toEqual(['基本']);
    expect(labels({ level: '省级' })).toEqual(['基本', '会议']);
    expect(labels({ level: '国家级' })).toEqual(['基本', '女']);
    expect(labels({ flags: ['男', '女'] })).toEqual(['基本', '女']);
    expect(decidingFields(visit)).toEqual(['level', 'flags']);
  });

  it('填了内容的分组一直显示；只有预设值的不算填过', () => {
    expect(labels({ level: '区级', quorum: 0 })).toEqual(['基本', '会议']);
    expect(labels({ level: '区级', open: true })).toEqual(['基本']);
    expect(labels({ level: '区级', open: false })).toEqual(['基本', '会议']);
    expect(labels({ old: '从前的写法' })).toEqual(['基本', '旧资料']);
    expect(labels({ old: ' ', women: [] })).toEqual(['基本']);
    expect([...hiddenFields(visit, { level: '区级' })]).toEqual(['quorum', 'place', 'open', 'women', 'old']);
  });

  it('不显示的不催填，也不放预设值；显示了照样要填', () => {
    expect(validateKind(visit, {}, options)).toEqual({ values: { level: '区级' }, problems: {}, warnings: {} });
    const shown = validateKind(visit, { level: '省级' }, options);
    expect(shown.problems).toEqual({ quorum: '请填写法定人数' });
    expect(shown.warnings).toEqual({ place: '还没有填写地点' });
    expect(shown.values).toEqual({ level: '省级', open: true });
  });

  it('条件按存下来的写法看：别名也算数', () => {
    expect(validateKind(visit, { level: '省' }, options).problems).toEqual({ quorum: '请填写法定人数' });
  });

  it('不显示的填错了照样指出，不会悄悄丢掉', () => {
    const found = validateKind(visit, { level: '区级', quorum: '十个' }, options);
    expect(found.problems.quorum).toBeDefined();
    expect(labels({ level: '区级', quorum: '十个' })).toContain('会议');
  });

  it('任何内容：隐藏的栏目都是空的或预设的，收下的值再看一次不变', () => {
    const value = fc.oneof(fc.constantFrom('省级', '区级', '国家', '女', '', ' ', 3, true, false, null), fc.anything());
    const record = fc.record(Object.fromEntries(Object.keys(visit.fields).map((name) => [name, value])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(record, (values) => {
        for (const name of hiddenFields(visit, values)) {
          const given = values[name];
          const blank = given === undefined || given === null || String(given).trim() === '';
          expect(blank || given === visit.fields[name]?.initial).toBe(true);
        }
        const once = validateKind(visit, values, options);
        if (Object.keys(once.problems).length > 0) return;
        expect(validateKind(visit, once.values, options)).toEqual(once);
      }),
      { numRuns: 400 },
    );
  });
});

describe('指向自己', () => {
  const version: RecordKind = {
    ...visit,
    id: 'version',
    label: '制度',
    unit: '项',
    fields: {
      previous: { type: 'reference', label: '前一版本', target: 'version' },
      related: { type: 'references', label: '有关的', target: 'version' },
    },
    form: [{ label: '基本', fields: ['previous', 'related'] }],
  };
  const lookup = (kind: string, id: string) => ({
    ...{ id, kind, rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' },
    values: {},
  });

  it('不收；指向别的收', () => {
    const found = validateKind(version, { previous: 'a', related: ['b', 'a'] }, { ...options, lookup, id: 'a' });
    expect(found.problems).toEqual({
      previous: '前一版本不能是这项制度自己，请重新选择',
      related: '有关的不能是这项制度自己，请重新选择',
    });
    expect(validateKind(version, { previous: 'b' }, { ...options, lookup, id: 'a' }).problems).toEqual({});
    expect(validateKind(version, { previous: 'a' }, { ...options, lookup }).problems).toEqual({});
  });
});
