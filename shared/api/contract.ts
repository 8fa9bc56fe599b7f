import { batch } from './areas/batch.ts';
import { documents } from './areas/documents.ts';
import { documentsCheck } from './areas/documents-check.ts';
import { documentsMany } from './areas/documents-many.ts';
import { duplicates } from './areas/duplicates.ts';
import { figures } from './areas/figures.ts';
import { files, importing } from './areas/files.ts';
import { library } from './areas/library.ts';
import { lists } from './areas/lists.ts';
import { drafts, overview, preferences } from './areas/machine.ts';
import { numbers } from './areas/numbers.ts';
import { portraits } from './areas/portraits.ts';
import { history, records } from './areas/records.ts';
import { reports } from './areas/reports.ts';
import { scores } from './areas/scores.ts';
import { search } from './areas/search.ts';
import { settings } from './areas/settings.ts';
import { sheets } from './areas/sheets.ts';
import { templates } from './areas/templates.ts';
import { workMembers } from './areas/work-members.ts';
import { workOpinions } from './areas/work-opinions.ts';
import { workPlans } from './areas/work-plans.ts';
import { workProposals } from './areas/work-proposals.ts';
import { workRegulations } from './areas/work-regulations.ts';
import { workRounds } from './areas/work-rounds.ts';
import { workStreets } from './areas/work-streets.ts';
import { workSuggestions } from './areas/work-suggestions.ts';
import { workTopics } from './areas/work-topics.ts';
import { workVenues } from './areas/work-venues.ts';
import { calendar, rules, tasks, workflow } from './areas/workflow.ts';

/**
 * The contract: everything that can be asked of the office, once. The desktop serves it over a MessagePort, the
 * loopback web door over HTTP, the command line and the tests call it in-process. Procedures are `noun.verb`.
 */
export const contract = {
  library,
  records,
  batch,
  lists,
  sheets,
  duplicates,
  workflow,
  tasks,
  calendar,
  rules,
  history,
  search,
  files,
  import: importing,
  documents,
  documentsMany,
  templates,
  documentsCheck,
  numbers,
  reports,
  settings,
  preferences,
  drafts,
  overview,
  workMembers,
  workRounds,
  workPlans,
  workRegulations,
  workStreets,
  workTopics,
  workVenues,
  workProposals,
  workOpinions,
  workSuggestions,
  figures,
  portraits,
  scores,
};

export type Contract = typeof contract;
