import { describe, expect, it } from 'vitest';
import { withComputed } from '../../../shared/records/derive.ts';
import { defaultEnumerations } from '../../../shared/records/enumerations.ts';
import type { Field } from '../../../shared/records/field.ts';
import { processLog } from '../../../shared/records/process-log.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';
import { kindOf, kinds } from '../../../shared/records/registry.ts';

const IDENTIFIER = /^[a-z][A-Za-z0-9]*$/;

/** Every field of a kind with those inside rows, by dotted path. */
function allFields(fields: Readonly<Record<string, Field>>, prefix = ''): [string, Field][] {
  return Object.entries(fields).flatMap(([name, field]) => [
    [`${prefix}${name}`, field] as [string, Field],
    ...(field.row ? allFields(field.row, `${prefix}${name}.`) : []),
  ]);
}

describe('记录种类', () => {
  it('以前有的和组织人员的种类都在，编号不重复', () => {
    const ids = kinds.map((kind) => kind.id);
    expect(new Set(ids).size).toBe(ids.length);
    // Ids name folders of libraries in use: none may go or be renamed.
    for (const id of [
      ...['book', 'chapter', 'committee', 'event', 'material', 'member', 'person', 'sector', 'session'],
      ...['subdistrictOffice', 'term', 'organisation', 'community', 'partyBranch', 'expert', 'venue', 'campaign'],
      ...['project', 'livelihoodItem', 'planItem', 'award', 'talk', 'regulation', 'officialDocument', 'contribution'],
    ])
      expect(ids).toContain(id);
    for (const id of ids) expect(kindOf(id)?.id).toBe(id);
    expect(kindOf('没有的')).toBeUndefined();
  });

  describe.each(kinds.map((kind) => [kind.label, kind] as const))('%s', (_label, kind) => {
    const fields = allFields(kind.fields);

    it('栏目名是英文，标签不空，同一张表里标签不重复', () => {
      for (const [path, field] of fields) {
        for (const part of path.split('.')) expect(part).toMatch(IDENTIFIER);
        expect(field.label.trim(), path).not.toBe('');
      }
      const labels = Object.values(kind.fields).map((field) => field.label);
      expect(new Set(labels).size).toBe(labels.length);
    });

    it('导入用的表头不会认成两个栏目', () => {
      const owner = new Map<string, string>();
      for (const [name, field] of Object.entries(kind.fields)) {
        if (field.computed) continue;
        for (const heading of new Set([field.label, ...(field.aliases ?? [])])) {
          const plain = heading.normalize('NFKC').replace(/\s/gu, '');
          expect(owner.get(plain) ?? name, `“${heading}”同时是 ${owner.get(plain)} 和 ${name} 的表头`).toBe(name);
          owner.set(plain, name);
        }
      }
    });

    it('表单的分组条件用有的栏目和选项，条件不套在自己身上', () => {
      for (const group of kind.form) {
        for (const [name, wanted] of Object.entries(group.when ?? {})) {
          const field = kind.fields[name];
          expect(field, `${group.label}：${name}`).toBeDefined();
          expect(field?.computed, `${group.label}：${name}`).toBeFalsy();
          const words = defaultEnumerations.find((item) => item.id === field?.enumeration)?.values;
          // A word the office may rename would make the group vanish for good.
          for (const word of wanted)
            if (words && word !== undefined)
              expect(words.find((item) => item.value === word)?.fixed, `${group.label}：${String(word)}`).toBe(true);
        }
      }
      // Somewhere the deciding field itself must be reachable without already having its value.
      for (const name of new Set(kind.form.flatMap((group) => Object.keys(group.when ?? {})))) {
        const homes = kind.form.filter((group) => group.fields.includes(name));
        for (const home of homes) expect(Object.keys(home.when ?? {}), name).not.toEqual([name]);
      }
    });

    it('有办理过程的，状态和经过的栏目合乎约定', () => {
      if (!kind.process) return;
      const state = kind.fields[kind.process.field];
      expect(state).toMatchObject({ type: 'choice' });
      expect(state?.readOnly).toBeFalsy();
      expect(kind.fields[kind.process.log]).toEqual(processLog);
      for (const item of defaultEnumerations.find((one) => one.id === state?.enumeration)?.values ?? [])
        expect(item.fixed, item.value).toBe(true);
    });

    it('表单恰好列出每个可填的栏目一次', () => {
      const inForm = kind.form.flatMap((group) => group.fields);
      const writable = Object.entries(kind.fields).filter(([, field]) => !field.readOnly);
      expect([...inForm].sort()).toEqual(writable.map(([name]) => name).sort());
      for (const group of kind.form) expect(group.label.trim()).not.toBe('');
    });

    it('列表的列、筛选、排序和检索用到的栏目都存在', () => {
      const top = Object.keys(kind.fields);
      const paths = fields.map(([path]) => path);
      for (const column of kind.list.columns) expect(top, column).toContain(column);
      for (const [field] of kind.list.sort) expect(top, field).toContain(field);
      for (const filter of kind.list.filters) expect(paths, filter).toContain(filter);
      for (const name of kind.search.names ?? []) expect(paths, name).toContain(name);
      for (const name of [kind.search.year, kind.search.sector]) if (name) expect(top).toContain(name);
      for (const set of [...(kind.unique ?? []), ...(kind.alike ?? [])])
        for (const field of set) expect(top).toContain(field);
      if (kind.search.year)
        expect(['date', 'month', 'year', 'dateTime']).toContain(kind.fields[kind.search.year]?.type);
      expect(kind.list.columns.length).toBeGreaterThan(0);
    });

    it('选项指向有的选项表，引用指向有的种类，明细有栏目', () => {
      const enumerations = defaultEnumerations.map((item) => item.id);
      for (const [path, field] of fields) {
        const choice = field.type === 'choice' || field.type === 'choices';
        expect(field.enumeration !== undefined, path).toBe(choice);
        if (field.enumeration) expect(enumerations, path).toContain(field.enumeration);
        const reference = field.type === 'reference' || field.type === 'references';
        expect(field.target !== undefined, path).toBe(reference);
        if (field.target) expect(kindOf(field.target), path).toBeDefined();
        expect(field.row !== undefined, path).toBe(field.type === 'rows');
        if (field.computed) expect(field.readOnly, path).toBe(true);
        if (field.min !== undefined && field.max !== undefined) expect(field.min).toBeLessThanOrEqual(field.max);
      }
    });

    it('新记录的预设值在选项里', () => {
      for (const [path, field] of fields) {
        if (field.initial === undefined || !field.enumeration) continue;
        const values = defaultEnumerations.find((item) => item.id === field.enumeration)?.values ?? [];
        expect(
          values.map((item) => item.value),
          path,
        ).toContain(field.initial);
      }
    });

    it('内容再残缺，标题和副标题也不出错', () => {
      const odd: unknown[] = [
        undefined,
        null,
        '',
        0,
        -1,
        1e9,
        NaN,
        true,
        [],
        [null],
        {},
        { blocks: 1 },
        '没有这个编号',
      ];
      const lookup = () => undefined;
      for (const value of odd) {
        const values = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, value]));
        expect(kind.title(values, lookup).trim()).not.toBe('');
        expect(typeof (kind.subtitle?.(values, lookup) ?? '')).toBe('string');
        kind.check?.(values, lookup);
        kind.warn?.(values, lookup);
        kind.derive?.(values, { lookup, list: () => [] });
        const record: StoredRecord = {
          id: 'r',
          kind: kind.id,
          rev: 1,
          createdAt: '',
          createdBy: '',
          updatedAt: '',
          updatedBy: '',
          values,
        };
        const computed = withComputed(record, { lookup, list: () => [record] });
        for (const [name, result] of Object.entries(computed.values)) {
          if (kind.fields[name]?.computed) expect(result).not.toBeNull();
        }
      }
    });
  });
});

describe('选项表', () => {
  it('编号和选项都不重复，别名不指向两个选项', () => {
    expect(new Set(defaultEnumerations.map((item) => item.id)).size).toBe(defaultEnumerations.length);
    for (const { id, values } of defaultEnumerations) {
      const words = values.flatMap((item) => [item.value, ...(item.aliases ?? [])]);
      expect(new Set(words).size, id).toBe(words.length);
    }
  });

  it('每张选项表都有栏目用', () => {
    const used = new Set(kinds.flatMap((kind) => allFields(kind.fields).map(([, field]) => field.enumeration)));
    // Who works on what stands in the settings and is asked for by the moves of processes, not by a field.
    const elsewhere = ['officeRole'];
    for (const { id } of defaultEnumerations) if (!elsewhere.includes(id)) expect(used, id).toContain(id);
  });

  it('民族 56 个，政治面貌 13 种', () => {
    const count = (id: string) => defaultEnumerations.find((item) => item.id === id)?.values.length;
    expect(count('ethnicity')).toBe(56);
    expect(count('party')).toBe(13);
  });
});
