import { pointingAt } from './counting.ts';
import type { RecordKind } from './kind.ts';
import { joined, rowsOf, targetOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';
import { subdistrictOffice } from './subdistrict-office.ts';
import { venueFields } from './venue-fields.ts';
import { isVenueInUse, passedItems, SIX_HAS } from './venue-standard.ts';

/** 阵地 of the “1+14+N” system. */
export const venue: RecordKind = {
  id: 'venue',
  label: '阵地',
  unit: '个',
  group: '协商',
  purpose: '协商议事室、委员之家、工作室、联络站等。登记层级和所在街道社区，核验“六有”，安排值班。',
  fields: venueFields,
  title: (values) => textOf(values, 'name') || '未命名的阵地',
  subtitle: (values, lookup) =>
    joined(
      textOf(values, 'level'),
      textOf(values, 'venueKind'),
      targetTitle(subdistrictOffice, values.subdistrictOffice, lookup),
    ),
  list: {
    columns: [
      'name',
      'level',
      'venueKind',
      'subdistrictOffice',
      'community',
      'address',
      'builtOn',
      'upgradedOn',
      'sixHasCount',
      'consultationCount',
      'star',
      'state',
    ],
    filters: [
      'level',
      'venueKind',
      'subdistrictOffice',
      'community',
      'state',
      'inUse',
      'qualified',
      'star',
      'builtOn',
      'upgradedOn',
      'duties.members',
    ],
    sort: [
      ['level', 'asc'],
      ['subdistrictOffice', 'asc'],
      ['name', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['name', 'level', 'venueKind', 'state', 'star'] },
    { label: '位置', fields: ['subdistrictOffice', 'community', 'address', 'organisation'] },
    { label: '建设', fields: ['builtOn', 'upgradedOn', 'upgrades', 'area', 'keeper', 'tel'] },
    { label: '“六有”核验', fields: ['checks'] },
    { label: '值班接待', fields: ['duties'] },
    { label: '附件与备注', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { names: ['duties.members', 'keeper'], year: 'builtOn' },
  alike: [['name', 'subdistrictOffice', 'community']],
  check: checkVenue,
  warn: warnVenue,
  computed: (record, { list }) => {
    const passed = passedItems(record.values).length;
    return {
      inUse: isVenueInUse(record.values),
      ...(rowsOf(record.values, 'checks').length > 0
        ? { sixHasCount: passed, qualified: passed === SIX_HAS.length }
        : {}),
      ...(list ? { consultationCount: pointingAt(list('event'), 'venue', record.id).length } : {}),
    };
  },
  migrations: [],
};

function checkVenue(values: Values): Problems {
  const built = textOf(values, 'builtOn');
  const upgraded = textOf(values, 'upgradedOn');
  return built && upgraded && upgraded < built ? { upgradedOn: '改造提升日期早于建成日期，请核对' } : {};
}

function warnVenue(values: Values, lookup: Lookup): Problems {
  const warnings: Record<string, string> = {};
  rowsOf(values, 'checks').forEach((row, index) => {
    if (row.passed === true && !row.evidence) warnings[`checks.${index}.evidence`] = '达标的，请附佐证材料';
  });
  rowsOf(values, 'duties').forEach((row, index) => {
    if (!row.on && !row.weekday) warnings[`duties.${index}.on`] = '请填值班日期，或写明每周（每月）哪天';
  });
  const level = textOf(values, 'level');
  if (level !== '区级' && !values.subdistrictOffice) warnings.subdistrictOffice = '还没有选择所在街道';
  if (level === '社区（村）' && !values.community) warnings.community = '社区（村）的阵地，请选社区（村）';
  const office = textOf(targetOf(values, 'community', 'community', lookup), 'subdistrictOffice');
  if (office && values.subdistrictOffice && office !== values.subdistrictOffice) {
    warnings.community = '所选社区（村）不属于这个街道，请核对';
  }
  return warnings;
}
