import { derive } from '../../../shared/records/derive.ts';
import { defaultEnumerations } from '../../../shared/records/enumerations.ts';
import type { List } from '../../../shared/records/kind.ts';
import type { Problems, StoredRecord, Values } from '../../../shared/records/record.ts';
import { validateRecord } from '../../../shared/records/validate.ts';
import { shelf, stored } from './records-in-memory.ts';

type Content = Readonly<Record<string, Readonly<Record<string, Values>>>>;

/** An invented office that grows: what is added is there for the next. */
export function yearOffice(content: Content = {}) {
  const base = shelf({
    term: { t9: { number: 9 }, t10: { number: 10 } },
    session: {
      s3: { term: 't10', number: 3, openOn: '2024-02-26', proposalDeadline: '2024-02-27T18:00' },
      s4: { term: 't10', number: 4, openOn: '2025-02-20' },
    },
    sector: { edu: { term: 't10', name: '教育' } },
    subdistrictOffice: {
      ql: { street: '清流', name: '清流街道政协工委' },
      yh: { street: '雁河', name: '雁河街道政协工委' },
    },
    community: { wh: { name: '望河社区', subdistrictOffice: 'ql' } },
    organisation: { jy: { name: '示例区教育局', shortName: '区教育局' }, cg: { name: '示例区城市管理局' } },
    person: {
      pl: { name: '李桂兰', parties: ['民盟盟员'] },
      pw: { name: '王毅', parties: ['中共党员', '民建会员'] },
      pz: { name: '周砚' },
    },
    member: {
      ml: { person: 'pl', term: 't10', sector: 'edu' },
      mw: { person: 'pw', term: 't10' },
      mz: { person: 'pz', term: 't9' },
    },
    ...content,
  });
  const added = new Map<string, StoredRecord>();
  const lookup = (kind: string, id: string) => added.get(`${kind}/${id}`) ?? base.lookup(kind, id);
  const list: List = (kind) => [
    ...base.list(kind).filter(({ id }) => !added.has(`${kind}/${id}`)),
    ...[...added.values()].filter((record) => record.kind === kind),
  ];
  return {
    lookup,
    list,
    /** As a save would: checked, completed, kept. */
    save(kind: string, id: string, values: Values): Values {
      const known = lookup(kind, id) !== undefined;
      const options = { lookup, list, enumerations: defaultEnumerations, ...(known ? { id } : {}) };
      const checked = validateRecord(kind, values, options);
      if (Object.keys(checked.problems).length > 0) throw new Error(JSON.stringify(checked.problems));
      const complete = derive(kind, checked.values, lookup, { list, id });
      added.set(`${kind}/${id}`, stored(kind, id, complete));
      return complete;
    },
    remove(kind: string, id: string): void {
      added.delete(`${kind}/${id}`);
    },
    problems(kind: string, values: Values, id?: string): Problems {
      return validateRecord(kind, values, { lookup, list, enumerations: defaultEnumerations, ...(id ? { id } : {}) })
        .problems;
    },
    warnings(kind: string, values: Values): Problems {
      return validateRecord(kind, values, { lookup, list, enumerations: defaultEnumerations }).warnings;
    },
  };
}
