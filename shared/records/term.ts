import type { RecordKind } from './kind.ts';
import { inWords, numberOf, textOf } from './read-value.ts';
import type { Problems } from './record.ts';
import { countServing } from './service.ts';

/** 届: membership, sectors, committees and duties are kept by term; scores and issue numbers by year. */
export const term: RecordKind = {
  id: 'term',
  label: '届',
  unit: '届',
  group: '基础',
  purpose: '政协的每一届。先建本届，界别、专委会和委员任职都按届存放。',
  fields: {
    number: {
      type: 'integer',
      label: '届次',
      required: true,
      min: 1,
      max: 99,
      help: '第几届，例如 10',
      aliases: ['届', '第几届'],
      width: 80,
    },
    title: { type: 'text', label: '全称', required: true, aliases: ['届名', '名称'], width: 320 },
    // 起止 are ● in the model, but a past term is often entered only to hold old members, without its dates at hand.
    start: { type: 'date', label: '开始日期', expected: true, aliases: ['起始日期', '起'], width: 120 },
    end: { type: 'date', label: '结束日期', aliases: ['届满日期', '止'], width: 120 },
    seats: { type: 'integer', label: '委员名额', min: 0, max: 9999, unit: '名', width: 100 },
    standingSeats: { type: 'integer', label: '常委会组成人员名额', min: 0, max: 9999, unit: '名', width: 160 },
    memberCount: {
      type: 'integer',
      label: '在任委员',
      readOnly: true,
      computed: true,
      unit: '名',
      width: 100,
    },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => {
    const number = numberOf(values, 'number');
    return number === undefined ? textOf(values, 'title') || '未命名的届' : `第${inWords(number)}届`;
  },
  subtitle: (values) => textOf(values, 'title'),
  list: {
    columns: ['number', 'title', 'start', 'end', 'memberCount', 'seats'],
    filters: ['number', 'start'],
    sort: [['number', 'desc']],
  },
  form: [
    { label: '基本', fields: ['number', 'title', 'start', 'end'] },
    { label: '名额', fields: ['seats', 'standingSeats'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'start' },
  unique: [['number']],
  check: (values): Problems => {
    const start = textOf(values, 'start');
    const end = textOf(values, 'end');
    return start && end && end < start ? { end: '结束日期早于开始日期，请核对' } : {};
  },
  computed: (record, { list }) => (list ? { memberCount: countServing(list('member'), ['term'], record.id) } : {}),
  migrations: [],
};
