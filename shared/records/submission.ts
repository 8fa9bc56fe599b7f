import { bodyText, countCharacters } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import { contributor } from './contributor.ts';
import { yearOf } from './dating.ts';
import type { RecordKind } from './kind.ts';
import { joined, listOf, rowsOf, targetOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';
import { nextCode } from './serial-number.ts';
import { submissionFields } from './submission-fields.ts';

/** 来稿: a paper for the archive, from its arrival into a book. */
export const submission: RecordKind = {
  id: 'submission',
  label: '来稿',
  unit: '篇',
  group: '文史',
  purpose: '文史征集收到的稿件。登记、三审、定稿、编入书稿；暂时不用的放进留用库，编下一辑时再找。',
  fields: submissionFields,
  title: (values) => textOf(values, 'title') || '未写题目的来稿',
  subtitle: (values, lookup) => joined(textOf(values, 'regNumber'), authorsOf(values, lookup), textOf(values, 'state')),
  list: {
    columns: [
      'regNumber',
      'title',
      'contributors',
      'genre',
      'sanqin',
      'receivedOn',
      'words',
      'license',
      'state',
      'book',
    ],
    filters: [
      'year',
      'receivedOn',
      'state',
      'genre',
      'sanqin',
      'contributors',
      'channel',
      'license',
      'place',
      'village',
      'book',
      'words',
      'reviews.reviewer',
      'factChecks.handling',
      'campaigns',
    ],
    sort: [
      ['receivedOn', 'desc'],
      ['regNumber', 'desc'],
    ],
  },
  form: [
    {
      label: '来稿',
      fields: ['title', 'regNumber', 'genre', 'sanqin', 'contributors', 'recorder', 'receivedOn', 'channel', 'state'],
    },
    { label: '正文', fields: ['body', 'place', 'village', 'period', 'photos'] },
    { label: '授权与稿酬', fields: ['license', 'oralHistory', 'feeStandard', 'feeAmount', 'feePaidOn'] },
    { label: '史实与审稿', fields: ['factChecks', 'reviews'] },
    { label: '编入', fields: ['book', 'chapter'] },
    { label: '归类与附件', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { year: 'receivedOn', names: ['contributors', 'recorder'] },
  unique: [['regNumber']],
  alike: [['title', 'recorder']],
  similar: { fields: ['title'], threshold: 0.7 },
  check: checkSubmission,
  warn: warnSubmission,
  derive: (values, { list, id }) => {
    const year = yearOf(values, 'receivedOn') ?? values.year;
    const number =
      values.regNumber ?? (list && year ? nextCode(list('submission'), 'regNumber', `WS-${year}`, 3, id) : undefined);
    return { ...values, year, regNumber: number };
  },
  computed: ({ values }) => {
    const body = asBody(values.body);
    if (!body) return {};
    return { words: countCharacters(body), hanWords: bodyText(body).match(/\p{Script=Han}/gu)?.length ?? 0 };
  },
  process: { machine: 'submission', field: 'state', log: 'log' },
  migrations: [],
};

function authorsOf(values: Values, lookup: Lookup): string {
  const names = listOf(values, 'contributors').map((id) => targetTitle(contributor, id, lookup));
  return names.filter(Boolean).join('、') || textOf(values, 'recorder');
}

function checkSubmission(values: Values, lookup: Lookup): Problems {
  const chapter = targetOf(values, 'chapter', 'chapter', lookup);
  return values.book && chapter.book && chapter.book !== values.book ? { chapter: '所选篇目不在这本书稿里' } : {};
}

/** 三级审核不得由同一人兼任. */
function warnSubmission(values: Values, lookup: Lookup): Problems {
  const warnings: Record<string, string> = {};
  const levelOf = new Map<string, string>();
  rowsOf(values, 'reviews').forEach((row, index) => {
    const reviewer = textOf(row, 'reviewer');
    const level = textOf(row, 'level');
    const before = reviewer ? levelOf.get(reviewer) : undefined;
    if (before && before !== level)
      warnings[`reviews.${index}.reviewer`] = `${reviewer}已经担任${before}，三审不由同一人兼任`;
    if (reviewer && !before) levelOf.set(reviewer, level);
  });
  const state = textOf(values, 'state');
  const open = rowsOf(values, 'factChecks').filter((row) => !row.handling).length;
  if (open > 0 && ['定稿', '编入', '已出版'].includes(state)) warnings.factChecks = `还有${open}处史实疑点没有处理`;
  if ((state === '编入' || state === '已出版') && !values.book) warnings.book = `状态是“${state}”，请选编入哪本书稿`;
  if (['编入', '已出版'].includes(state) && values.license === '待授权') warnings.license = '已经编入，作者还没有授权';
  const told = targetOf(values, 'oralHistory', 'oralHistory', lookup);
  if (['编入', '已出版'].includes(state) && values.oralHistory && told.authorised !== true)
    warnings.oralHistory = '已经编入，口述者还没有授权';
  if (values.feePaidOn && values.feeAmount === undefined) warnings.feeAmount = '填了发放日，没有填稿酬';
  return warnings;
}
