import type { DocumentDefinition } from '../../definition.ts';
import { streetAssessment } from './street-assessment.ts';
import { streetReport } from './street-report.ts';

/** 文书 of the group 街道, in the order in which they are offered. */
export const streetsDocuments: readonly DocumentDefinition[] = [streetAssessment, streetReport];
