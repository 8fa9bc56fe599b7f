import type { DocumentDefinition } from '../../definition.ts';
import { consultationOpinion } from './consultation-opinion.ts';
import { conversionReport } from './conversion-report.ts';
import { problemList } from './problem-list.ts';
import { suggestionReceipt } from './suggestion-receipt.ts';
import { suggestionTransfer } from './suggestion-transfer.ts';
import { supervisionReport } from './supervision-report.ts';
import { topicFeedback } from './topic-feedback.ts';
import { visitSummary } from './visit-summary.ts';

/** 文书 of the group 协商监督, in the order in which they are offered. */
export const consultationDocuments: readonly DocumentDefinition[] = [
  consultationOpinion,
  topicFeedback,
  suggestionTransfer,
  suggestionReceipt,
  conversionReport,
  supervisionReport,
  problemList,
  visitSummary,
];
