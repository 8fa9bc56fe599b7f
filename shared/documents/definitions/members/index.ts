import type { DocumentDefinition } from '../../definition.ts';
import { assessmentForm } from './assessment-form.ts';
import { contactCard } from './contact-card.ts';
import { contributionSummary } from './contribution-summary.ts';
import { directory } from './directory.ts';
import { excellentList } from './excellent-list.ts';
import { serviceArchive } from './service-archive.ts';
import { serviceNotice } from './service-notice.ts';

/** 文书 of the group 委员履职, in the order in which they are offered. */
export const membersDocuments: readonly DocumentDefinition[] = [
  contributionSummary,
  serviceNotice,
  assessmentForm,
  excellentList,
  serviceArchive,
  directory,
  contactCard,
];
