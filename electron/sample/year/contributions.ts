import { divide } from './consultation.ts';
import { SETTLED_FROM } from './opinions.ts';
import { servingOn, spread, turn, type YearSetting } from './setting.ts';

const FIRMS = 20;
/** 万元 */
const INVESTED = 20_600;
const DONATED = 366.8;
const JOBS = 3140;
const HOUSEHOLDS = 428;
const PEOPLE = 1340;
const DEEDS = 698;

const HELP_DONORS = 40;
const HELP_VISITS = 44;
const JOB_FIRMS = 36;
const DEED_REPORTS = 96;

const DEED_KINDS = ['志愿服务', '好事实事', '义诊法律咨询', '好事实事'];

/** What members did for the district; reports with a proof, checked. */
export function makeContributions(setting: YearSetting): void {
  const { ledger, seats, id, data, proof } = setting;
  const givers = servingOn(seats, '2024-12-31');
  const add = (type: string, index: number, count: number, values: Record<string, unknown>) => {
    const seat = turn(givers, index * 5 + type.length);
    ledger.add('contribution', `${type} ${index}`, {
      title: `${seat.who.name}${type}`,
      member: id('member', seat.key),
      contributionType: type,
      on: spread(index, count),
      place: turn(data.organisation.subdistricts, index).street,
      subdistrictOffice: id('subdistrictOffice', turn(data.organisation.subdistricts, index).street),
      proof: [proof],
      review: '已核',
      ...values,
    });
  };
  divide(INVESTED, FIRMS).forEach((amount, index) => {
    const project = index % 5 === 0 ? [id('member', turn(givers, index + 60).key)] : undefined;
    add('企业落户招商', index, FIRMS, {
      company: id('organisation', `company ${SETTLED_FROM + index}`),
      amount,
      introducers: project,
    });
  });
  divide(JOBS, JOB_FIRMS).forEach((jobs, index) => {
    add('新增就业', index, JOB_FIRMS, { jobs });
  });
  // In tenths of 万元, so that no hundredth gets lost.
  divide(DONATED * 10, HELP_DONORS).forEach((tenths, index) => {
    add('捐款捐物', index, HELP_DONORS, { amount: tenths / 10 });
  });
  const households = divide(HOUSEHOLDS, HELP_VISITS);
  divide(PEOPLE, HELP_VISITS).forEach((people, index) => {
    add('结对帮扶', index, HELP_VISITS, { people, households: households[index] });
  });
  divide(DEEDS, DEED_REPORTS).forEach((items, index) => {
    add('好事实事', index, DEED_REPORTS, { items, title: `${turn(DEED_KINDS, index)}${items}件` });
  });
}
