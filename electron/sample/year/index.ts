import type { Attachment } from '../../../shared/records/field.ts';
import { Chance } from '../chance.ts';
import type { MakeId } from '../people.ts';
import type { RollData, Seat } from '../roll.ts';
import type { NewRecord } from '../sheet.ts';
import { makeArchives } from './archives.ts';
import { makeConsultations } from './consultation.ts';
import { makeContributions } from './contributions.ts';
import { makeGround } from './ground.ts';
import type { Issue } from './issues.ts';
import { makeLive } from './live.ts';
import { makeOffice } from './office.ts';
import { makeOpinions } from './opinions.ts';
import { makePapers } from './papers.ts';
import { makeProposals } from './proposals.ts';
import { makeReports } from './reports.ts';
import { makeScoreEntries } from './scoring.ts';
import { Ledger, type YearSetting } from './setting.ts';
import { makeStudy } from './study.ts';
import { makeSupervision } from './supervision.ts';
import { makeVisits } from './visits.ts';

export { gazetteerChapters, readGazetteer } from './gazetteer.ts';
export { readIssues } from './issues.ts';

export interface YearSource {
  readonly data: RollData;
  readonly seats: readonly Seat[];
  readonly issues: readonly Issue[];
  readonly id: MakeId;
  readonly now: Date;
  readonly seed: number;
  /** Records with authored texts: they count, and only what they lack is added. */
  readonly authored: readonly NewRecord[];
  readonly proof: Attachment;
  readonly picture: Attachment;
}

/**
 * The ledgers of a whole year of the invented district, so many of each as the figures of an annual report need
 * (fixture column of the table of figures): a check of every figure has something to count, and a clerk to look at.
 */
export function yearRecords({ data, seats, issues, id, now, seed, authored, proof, picture }: YearSource): NewRecord[] {
  const ledger = new Ledger(id, authored);
  const chance = (purpose: string) => new Chance(seed, `year ${purpose}`);
  const setting: YearSetting = { data, seats, issues, id, now, chance, ledger, proof, picture };
  makeGround(setting);
  makeStudy(setting);
  makeConsultations(setting);
  makeSupervision(setting);
  makeVisits(setting);
  makeProposals(setting);
  makeOpinions(setting);
  makeContributions(setting);
  makeOffice(setting);
  makeArchives(setting);
  makeLive(setting);
  makeScoreEntries(setting);
  makeReports(setting);
  makePapers(setting);
  return ledger.records;
}
