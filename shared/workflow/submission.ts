import { rowsOf, textOf } from '../records/read-value.ts';
import type { Problems, StoredRecord, Values } from '../records/record.ts';
import { enteredOn } from './log.ts';
import type { Deadline, Machine, Move, MoveInput, WorkContext } from './machine.ts';
import { ARCHIVE_OFFICE, SIGNERS } from './offices.ts';

const by = [...ARCHIVE_OFFICE, ...SIGNERS];
const LEVELS = ['初审', '复审', '终审'] as const;
type Level = (typeof LEVELS)[number];

/** Those who passed the manuscript at the other levels: none of them may judge it again (三审不得由同一人兼任). */
function checkReviewer(record: StoredRecord, input: MoveInput): Problems {
  const level = textOf(record.values, 'state');
  const problems: Record<string, string> = {};
  (input.rows.reviews ?? []).forEach((row, index) => {
    const reviewer = textOf(row, 'reviewer');
    const other = rowsOf(record.values, 'reviews').find(
      (done) => textOf(done, 'reviewer') === reviewer && textOf(done, 'level') !== level,
    );
    if (other) {
      problems[`reviews.${index}.reviewer`] = `${reviewer}已做过${textOf(other, 'level')}，三审要由不同的人担任`;
    }
  });
  return problems;
}

function judged(values: Values, input: MoveInput, level: string, conclusion: string): Values {
  const rows = rowsOf(values, 'reviews');
  const first = rows.length - (input.rows.reviews?.length ?? 0);
  return {
    ...values,
    reviews: rows.map((row, index) =>
      index < first ? row : { ...row, level, conclusion, on: textOf(row, 'on') || input.on },
    ),
  };
}

const REVIEW = { rows: 'reviews', columns: ['reviewer', 'opinion', 'on'], required: ['reviewer'] };
const REVIEW_WITH_OPINION = { ...REVIEW, required: ['reviewer', 'opinion'] };

const openDoubts = ({ values }: StoredRecord): string | undefined => {
  const open = rowsOf(values, 'factChecks').filter((row) => !row.handling);
  return open.length > 0 ? `还有 ${open.length} 处存疑没有处理，终审前要清零` : undefined;
};

const pass = (id: string, level: Level, to: string, blocked?: Move['blocked']): Move => ({
  id,
  label: `${level}通过`,
  from: [level],
  to,
  by: level === '终审' ? [...by] : [...ARCHIVE_OFFICE, ...SIGNERS],
  form: [REVIEW],
  ...(blocked ? { blocked } : {}),
  check: checkReviewer,
  apply: (values, input) => judged(values, input, level, '通过'),
  tone: 'primary',
});

const moves: readonly Move[] = [
  {
    id: 'send',
    label: '送审',
    from: ['登记'],
    to: '初审',
    by,
    form: [],
    makes: [{ type: 'deadline', label: '初审期限' }],
    tone: 'primary',
  },
  pass('passFirst', '初审', '复审'),
  pass('passSecond', '复审', '终审'),
  pass('passFinal', '终审', '定稿', openDoubts),
  {
    id: 'revise',
    label: '退修',
    from: [...LEVELS],
    to: '退修',
    by,
    form: [REVIEW_WITH_OPINION],
    check: checkReviewer,
    apply: (values, input) => judged(values, input, textOf(values, 'state'), '退修'),
    makes: [{ type: 'deadline', label: '退修期限' }],
  },
  {
    id: 'revised',
    label: '修改稿收到',
    from: ['退修'],
    to: '初审',
    by,
    form: [],
    // It goes back to the one who asked for it.
    leads: (before) => {
      const last = rowsOf(before.values, 'reviews').findLast((row) => textOf(row, 'conclusion') === '退修');
      const level = textOf(last ?? {}, 'level');
      return LEVELS.some((each) => each === level) ? level : '初审';
    },
    tone: 'primary',
  },
  {
    id: 'keep',
    label: '留用',
    from: ['登记', ...LEVELS, '退修', '定稿'],
    to: '留用',
    by,
    form: [],
    reason: '留用的原因（例如留待下辑）',
  },
  { id: 'takeUp', label: '启用', from: ['留用'], to: '初审', by, form: [], leads: resumed, tone: 'primary' },
  {
    id: 'decline',
    label: '不用',
    from: ['登记', ...LEVELS, '退修', '留用'],
    to: '不用',
    by,
    form: [],
    reason: '不用的原因',
    tone: 'danger',
  },
  {
    id: 'place',
    label: '编入书稿',
    from: ['定稿'],
    to: '编入',
    by,
    form: [{ field: 'book', required: true }, { field: 'chapter' }],
    blocked: unauthorised,
    tone: 'primary',
  },
  {
    id: 'takeOut',
    label: '从书稿撤出',
    from: ['编入'],
    to: '定稿',
    by,
    form: [],
    reason: '撤出的原因',
    apply: ({ book: _book, chapter: _chapter, ...values }) => values,
  },
  { id: 'publish', label: '已出版', from: ['编入'], to: '已出版', by, form: [], tone: 'primary' },
];

/** 无授权不可进书稿: the author's word, and for what was told by word of mouth the teller's too (W-33). */
function unauthorised({ values }: StoredRecord, { lookup, today }: WorkContext): string | undefined {
  if (!values.license) return '还没有登记授权，不能编入书稿';
  if (values.license === '待授权') return '还没有授权，不能编入书稿';
  const told = lookup('oralHistory', textOf(values, 'oralHistory'));
  if (!told) return undefined;
  const name = textOf(told.values, 'title');
  if (told.values.authorised !== true) return `口述“${name}”还没有口述者的授权，不能编入书稿`;
  const sealed = textOf(told.values, 'sealedUntil');
  return sealed > today ? `口述“${name}”约定封存至${sealed}，到期前不能编入书稿` : undefined;
}

/** A manuscript laid aside goes on where it stood. */
function resumed(before: StoredRecord): string {
  const passed = rowsOf(before.values, 'reviews')
    .filter((row) => textOf(row, 'conclusion') === '通过')
    .map((row) => textOf(row, 'level'));
  if (passed.includes('终审')) return '定稿';
  if (passed.includes('复审')) return '终审';
  return passed.includes('初审') ? '复审' : '初审';
}

/** 文史来稿: three reviews by three people (图书三审制; domain A.9, H.5). */
export const submissionMachine: Machine = {
  id: 'submission',
  kind: 'submission',
  label: '来稿编审',
  field: 'state',
  log: 'log',
  initial: ['登记'],
  states: {
    登记: { meaning: '来稿已登记，等送审', tone: 'waiting' },
    初审: { meaning: '编辑初审', tone: 'waiting' },
    复审: { meaning: '分管复审', tone: 'waiting' },
    终审: { meaning: '主编终审，存疑要清零', tone: 'waiting' },
    定稿: { meaning: '三审通过，等编入书稿', tone: 'good' },
    编入: { meaning: '编入了书稿，等出版', tone: 'good' },
    已出版: { meaning: '随书出版', tone: 'ended', final: true },
    退修: { meaning: '请作者修改', tone: 'active' },
    留用: { meaning: '留待下一辑', tone: 'waiting' },
    不用: { meaning: '不用，写明了原因', tone: 'ended', final: true },
  },
  moves,
  deadlines: submissionDeadlines,
};

function submissionDeadlines({ values }: StoredRecord, context: WorkContext): readonly Deadline[] {
  const state = textOf(values, 'state');
  const responsible = '文史委';
  if (LEVELS.some((level) => level === state)) {
    const from = enteredOn(values, state);
    const due = from && context.after(from, 'submission.review');
    const move = { 初审: 'passFirst', 复审: 'passSecond', 终审: 'passFinal' }[state as Level];
    return due ? [{ key: 'review', label: `${state}期限`, due, responsible, verb: state, move }] : [];
  }
  if (state === '退修') {
    const from = enteredOn(values, '退修');
    const due = from && context.after(from, 'submission.revise');
    return due ? [{ key: 'revise', label: '退修期限', due, responsible, verb: '催作者', move: 'revised' }] : [];
  }
  return [];
}
