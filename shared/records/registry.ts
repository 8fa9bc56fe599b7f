import { archiveLead } from './archive-lead.ts';
import { award } from './award.ts';
import { book } from './book.ts';
import { bulletin } from './bulletin.ts';
import { campaign } from './campaign.ts';
import { chapter } from './chapter.ts';
import { committee } from './committee.ts';
import { community } from './community.ts';
import { contribution } from './contribution.ts';
import { contributor } from './contributor.ts';
import { event } from './event.ts';
import { expert } from './expert.ts';
import type { RecordKind } from './kind.ts';
import { livelihoodItem } from './livelihood-item.ts';
import { material } from './material.ts';
import { member } from './member.ts';
import { officialDocument } from './official-document.ts';
import { opinion } from './opinion.ts';
import { oralHistory } from './oral-history.ts';
import { organisation } from './organisation.ts';
import { paper } from './paper.ts';
import { partyBranch } from './party-branch.ts';
import { person } from './person.ts';
import { photo } from './photo.ts';
import { planItem } from './plan-item.ts';
import { project } from './project.ts';
import { proposal } from './proposal.ts';
import { regulation } from './regulation.ts';
import { report } from './report.ts';
import { researchReport } from './research-report.ts';
import { scoreEntry } from './score-entry.ts';
import { sector } from './sector.ts';
import { session } from './session.ts';
import { speech } from './speech.ts';
import { subdistrictOffice } from './subdistrict-office.ts';
import { submission } from './submission.ts';
import { suggestion } from './suggestion.ts';
import { talk } from './talk.ts';
import { term } from './term.ts';
import { topic } from './topic.ts';
import { venue } from './venue.ts';

/** Every kind of record, in the order of the navigation. A new kind is one file and one line here. */
export const kinds: readonly RecordKind[] = [
  member,
  event,
  contribution,
  livelihoodItem,
  award,
  talk,
  scoreEntry,
  venue,
  proposal,
  opinion,
  bulletin,
  speech,
  topic,
  suggestion,
  researchReport,
  archiveLead,
  contributor,
  submission,
  oralHistory,
  photo,
  material,
  book,
  chapter,
  regulation,
  planItem,
  officialDocument,
  report,
  paper,
  person,
  sector,
  committee,
  subdistrictOffice,
  community,
  partyBranch,
  organisation,
  expert,
  term,
  session,
  campaign,
  project,
];

const byId: ReadonlyMap<string, RecordKind> = new Map(kinds.map((kind) => [kind.id, kind]));

export function kindOf(id: string): RecordKind | undefined {
  return byId.get(id);
}
