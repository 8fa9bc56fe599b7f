import type { DocumentDefinition } from '../../definition.ts';
import { attendanceStatistics } from './attendance-statistics.ts';
import { meetingNotice } from './meeting-notice.ts';

/** 文书 of the group 会议, in the order in which they are offered. */
export const meetingsDocuments: readonly DocumentDefinition[] = [meetingNotice, attendanceStatistics];
