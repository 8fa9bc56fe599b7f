import type { DocumentDefinition } from '../../definition.ts';
import { proposalAssignments } from './assignments.ts';
import { proposalCatalogue } from './catalogue.ts';
import { feedbackForm } from './feedback-form.ts';
import { proposalHandover } from './handover.ts';
import { proposalIntakeList } from './intake-list.ts';
import { proposalForm } from './proposal-form.ts';
import { rehandleNotice } from './rehandle-notice.ts';
import { replyLetter } from './reply-letter.ts';
import { proposalReviewReport } from './review-report.ts';
import { superviseMinutes } from './supervise-minutes.ts';
import { superviseNotice } from './supervise-notice.ts';
import { proposalWorkReport } from './work-report.ts';

/** 文书 of the group 提案, in the order in which they are offered. */
export const proposalsDocuments: readonly DocumentDefinition[] = [
  proposalForm,
  proposalIntakeList,
  proposalReviewReport,
  proposalHandover,
  proposalAssignments,
  superviseNotice,
  superviseMinutes,
  feedbackForm,
  rehandleNotice,
  replyLetter,
  proposalWorkReport,
  proposalCatalogue,
];
