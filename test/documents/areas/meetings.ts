import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { attendanceCounts } from '../../../shared/records/attendance.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';
import type { AreaSamples } from './area-samples.ts';

/** The meeting of these types with most in it: suggestions, agenda, decisions, people. */
function fullest(material: DocumentMaterial, ...subtypes: readonly string[]): StoredRecord {
  const suggested = (event: StoredRecord) =>
    material.list('suggestion').filter(({ values }) => values.event === event.id).length;
  const weight = (event: StoredRecord) =>
    suggested(event) * 3 +
    rowsOf(event.values, 'agendaItems').length * 2 +
    rowsOf(event.values, 'resolutions').length * 2 +
    (event.values.minutes ? 20 : 0) +
    (textOf(event.values, 'minutesNumber') ? 30 : 0) +
    Math.min(5, attendanceCounts(event.values).present);
  const [best] = material
    .list('event')
    .filter(({ values }) => subtypes.includes(textOf(values, 'subtype')))
    .sort((a, b) => weight(b) - weight(a) || textOf(a.values, 'start').localeCompare(textOf(b.values, 'start')));
  if (!best) throw new Error(`the sample has no ${subtypes.join(' or ')}`);
  return best;
}

const RECEIVERS = '抄送：区委办公室，区人大常委会办公室，区政府办公室，各民主党派区委';

/** What each document of 会议 is made of in the sample library. */
export const meetingsSamples: AreaSamples = {
  meetingNotice: (material) => ({
    常委会会议: { event: fullest(material, '常委会会议').id, contact: '办公室 0000-12345678', receivers: RECEIVERS },
    专题协商会: { event: fullest(material, '专题协商会').id },
    全体会议: { event: fullest(material, '全体会议').id },
  }),
  attendanceStatistics: (material) => ({
    常委会会议: { event: fullest(material, '常委会会议').id },
    全体会议: { event: fullest(material, '全体会议').id, order: '界别' },
    主席会议: { event: fullest(material, '主席会议').id, reasons: '列出' },
  }),
  minutes: (material) => {
    const of = (...subtypes: readonly string[]) => ({ event: fullest(material, ...subtypes).id });
    return {
      主席会议: { ...of('主席会议'), receivers: RECEIVERS, copies: 30 },
      全体会议: of('全体会议'),
      常委会会议: { ...of('常委会会议'), receivers: RECEIVERS },
      专题协商会: of('专题协商会'),
      座谈会: of('座谈会'),
      专委会会议: of('专委会会议'),
      党组会议: of('党组会议'),
    };
  },
};
