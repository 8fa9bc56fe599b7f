import { listOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { Lookup, StoredRecord, Values } from '../../../records/record.ts';
import { memberName } from '../../wording.ts';

/** A member as papers name him. */
export interface Face {
  readonly record: StoredRecord;
  readonly person: Values;
  readonly name: string;
  readonly parties: string;
  /** 单位及职务 */
  readonly post: string;
  readonly sector: string;
  readonly committee: string;
  readonly subdistrict: string;
  /** 主席、党组书记, 常委; '' of a plain member. */
  readonly rank: string;
  /** The rank with the duties in committee, sector and street; 委员 where there is nothing more. */
  readonly duties: string;
}

export function faceOf(record: StoredRecord, lookup: Lookup): Face {
  const { values } = record;
  const person = targetOf(values, 'person', 'person', lookup);
  const named = (field: string, kind: string) => textOf(targetOf(values, field, kind, lookup), 'name');
  const committee = named('committee', 'committee');
  const subdistrict = named('subdistrictOffice', 'subdistrictOffice');
  const sector = named('sector', 'sector');
  const office = (body: string, field: string, plain: readonly string[]) => {
    const duty = textOf(values, field);
    return body && duty && !plain.includes(duty) ? `${body}${duty}` : '';
  };
  const inCommittee = office(committee, 'committeeDuty', ['委员']);
  // 专委会主任 says less than 经济科技委员会主任.
  const roles = listOf(values, 'roles').filter(
    (role) => role !== '委员' && !(inCommittee && role.startsWith('专委会')),
  );
  const standing = values.isStanding === true && roles.length === 0 ? ['常委'] : [];
  const duties = [
    ...roles,
    ...standing,
    inCommittee,
    office(sector && `${sector}界别`, 'sectorDuty', ['成员', '委员', '组员']),
    office(subdistrict, 'subdistrictDuty', ['组员', '委员', '成员']),
  ].filter(Boolean);
  return {
    record,
    person,
    name: memberName(record.id, lookup),
    parties: listOf(person, 'parties').join('、'),
    post: `${textOf(person, 'org')}${textOf(person, 'orgDuty')}`,
    sector,
    committee,
    subdistrict,
    rank: [...roles, ...standing].join('、'),
    duties: [...new Set(duties)].join('、') || '委员',
  };
}
