import { rowsOf, textOf } from '../records/read-value.ts';
import type { Problems, StoredRecord, Values } from '../records/record.ts';
import type { Move, MoveField, MoveInput } from './machine.ts';
import { OPINION_OFFICE } from './offices.ts';

/**
 * After the signature: 编发, 报送, 采用, 批示, 转办. Every step leaves its row, and the rows are the funnel that is
 * counted: 市采用 ⊆ 上报, 转省以上 ⊆ 市采用 but for what went there directly with a reason.
 */

const by = [...OPINION_OFFICE];
const OUT = ['已编发', '已报送', '市采用', '省采用', '全国采用', '转办'];
const LATER = [...OUT, '办结'];

type Level = '区' | '市' | '省' | '全国';
const RANK: Readonly<Record<string, number>> = {
  已编发: 0,
  转办: 0,
  签发: 0,
  已报送: 1,
  市采用: 2,
  省采用: 3,
  全国采用: 4,
};

const has = (values: Values, level: Level, actions: readonly string[]): boolean =>
  rowsOf(values, 'adoptions').some((row) => textOf(row, 'level') === level && actions.includes(textOf(row, 'action')));

const SENT = ['报送', '上报上级'];
const isSent = (values: Values, level: Level): boolean => has(values, level, SENT);
const isAdopted = (values: Values, level: Level): boolean => has(values, level, ['采用']);

/** Completes the adoption rows this move added. */
function completed(values: Values, input: MoveInput, level: Level, action: string, body: string): Values {
  const rows = rowsOf(values, 'adoptions');
  const first = rows.length - (input.rows.adoptions?.length ?? 0);
  return {
    ...values,
    adoptions: rows.map((row, index) =>
      index < first
        ? row
        : {
            ...row,
            level,
            action,
            way: textOf(row, 'way') || '单篇',
            body: textOf(row, 'body') || body,
            on: textOf(row, 'on') || input.on,
          },
    ),
  };
}

/** A row of adoption is always left, even when the clerk has nothing to add to the day. */
const blankRow = (body: string) => () => ({ rows: { adoptions: [{ body }] } });

const adoption = (...columns: readonly string[]): MoveField => ({ rows: 'adoptions', columns });

/** Whichever is further: an earlier step entered later does not take the record back. */
const furthest =
  (to: string) =>
  (before: StoredRecord): string => {
    const state = textOf(before.values, 'state');
    return (RANK[state] ?? 0) > (RANK[to] ?? 0) ? state : to;
  };
const stays = (before: StoredRecord): string => textOf(before.values, 'state');

/** 直报: going past a level that has not taken it needs the reason on record. */
function checkDirect(level: Level, lower: Level) {
  return ({ values }: StoredRecord, input: MoveInput): Problems =>
    isAdopted(values, lower) || input.values.exceptionNote || values.exceptionNote
      ? {}
      : { exceptionNote: `${lower}里还没有采用就报${level === '全国' ? '全国' : `${level}里`}，请写明直报的说明` };
}

const reportTo = (id: string, level: Level, body: string, from: readonly string[], check?: Move['check']): Move => ({
  id,
  label: `报送${body}`,
  from,
  to: '已报送',
  by,
  form: [adoption('on', 'body', 'way', 'note'), ...(check ? [{ field: 'exceptionNote' }] : [])],
  preset: blankRow(body),
  ...(check ? { check } : {}),
  apply: (values, input) => completed(values, input, level, '报送', body),
  leads: furthest('已报送'),
});

const adopted = (id: string, level: Level, body: string, to: string): Move => ({
  id,
  label: `${level === '全国' ? '全国' : level}采用`,
  from: [...LATER],
  to,
  by,
  form: [adoption('on', 'way', 'body', 'publication', 'evidence', 'note')],
  blocked: ({ values }) =>
    isSent(values, level) ? undefined : `还没有报送${body}的记录，请先登记“报送${body}”（采用的必须先报送）`,
  preset: blankRow(body),
  apply: (values, input) => completed(values, input, level, '采用', body),
  leads: furthest(to),
  makes: [{ type: 'task', label: '反馈作者' }],
  tone: 'primary',
});

export const opinionAdoptionMoves: readonly Move[] = [
  {
    id: 'publish',
    label: '编发',
    from: ['签发'],
    to: '已编发',
    by,
    form: [adoption('publication', 'on', 'way', 'body', 'note')],
    preset: blankRow('区政协'),
    apply: (values, input) => completed(values, input, '区', '编发本级专刊', '区政协'),
    makes: [{ type: 'task', label: '反馈作者' }],
    tone: 'primary',
  },
  { ...reportTo('report', '市', '市政协', ['签发', '已编发', '转办', '办结']), tone: 'primary' },
  adopted('cityAdopt', '市', '市政协', '市采用'),
  reportTo('reportProvince', '省', '省政协', LATER, checkDirect('省', '市')),
  adopted('provinceAdopt', '省', '省政协', '省采用'),
  reportTo('reportNation', '全国', '全国政协', LATER, checkDirect('全国', '省')),
  adopted('nationAdopt', '全国', '全国政协', '全国采用'),
  {
    id: 'toLeaders',
    label: '送区委区政府',
    from: OUT,
    to: '已编发',
    by,
    form: [adoption('on', 'body', 'note')],
    preset: blankRow('区委、区政府'),
    apply: (values, input) => completed(values, input, '区', '报送', '区委、区政府'),
    leads: stays,
  },
  {
    id: 'instruction',
    label: '登记批示',
    from: LATER,
    to: '已编发',
    by,
    form: [
      {
        rows: 'instructions',
        columns: ['leader', 'duty', 'level', 'on', 'text', 'forwardedTo'],
        required: ['leader', 'text'],
      },
    ],
    apply: (values, input) => {
      const rows = rowsOf(values, 'instructions');
      return {
        ...values,
        instructions: rows.map((row, index) => (index === rows.length - 1 && !row.on ? { ...row, on: input.on } : row)),
      };
    },
    leads: stays,
    makes: [{ type: 'deadline', label: '批示办理反馈（批转单位时）' }],
  },
  {
    id: 'instructionReply',
    label: '批示办理反馈',
    from: LATER,
    to: '已编发',
    by,
    form: [
      {
        rows: 'instructions',
        columns: ['leader', 'feedback', 'feedbackOn'],
        required: ['leader', 'feedback'],
        into: 'leader',
      },
    ],
    blocked: ({ values }) => (rowsOf(values, 'instructions').length > 0 ? undefined : '还没有登记批示'),
    preset: ({ values }) => {
      const waiting = rowsOf(values, 'instructions').find((row) => !row.feedback);
      return waiting ? { rows: { instructions: [{ leader: waiting.leader }] } } : {};
    },
    apply: (values, input) => {
      const leaders = new Set((input.rows.instructions ?? []).map((row) => textOf(row, 'leader')));
      return {
        ...values,
        instructions: rowsOf(values, 'instructions').map((row) =>
          leaders.has(textOf(row, 'leader')) && row.feedback && !row.feedbackOn
            ? { ...row, feedbackOn: input.on }
            : row,
        ),
      };
    },
    leads: stays,
  },
  {
    id: 'transfer',
    label: '转办',
    from: OUT,
    to: '转办',
    by,
    form: [{ rows: 'transfers', columns: ['unit', 'on', 'note'], required: ['unit'], repeated: true }],
    apply: (values, input) => ({
      ...values,
      transfers: rowsOf(values, 'transfers').map((row) => (row.on ? row : { ...row, on: input.on })),
    }),
    // What the city has taken stays there: the transfer is told by its row.
    leads: furthest('转办'),
    makes: [{ type: 'deadline', label: '转办回函' }],
  },
  {
    id: 'transferReply',
    label: '登记回函',
    from: LATER,
    to: '转办',
    by,
    form: [
      {
        rows: 'transfers',
        columns: ['unit', 'repliedOn', 'result', 'note'],
        required: ['unit', 'result'],
        into: 'unit',
      },
    ],
    blocked: ({ values }) => (rowsOf(values, 'transfers').length > 0 ? undefined : '还没有转办'),
    preset: ({ values }) => {
      const waiting = rowsOf(values, 'transfers').find((row) => !row.result);
      return waiting ? { rows: { transfers: [{ unit: waiting.unit }] } } : {};
    },
    apply: (values, input) => ({
      ...values,
      transfers: rowsOf(values, 'transfers').map((row) =>
        row.result && !row.repliedOn ? { ...row, repliedOn: input.on } : row,
      ),
    }),
    leads: stays,
  },
  {
    id: 'notify',
    label: '反馈作者',
    from: ['留存待用', '未录用', '签发', ...LATER],
    to: '已编发',
    by,
    form: [{ field: 'notifiedOn' }],
    apply: (values, { on }) => ({ ...values, notifiedOn: values.notifiedOn ?? on }),
    leads: stays,
  },
  {
    id: 'close',
    label: '办结',
    from: OUT,
    to: '办结',
    by,
    form: [],
    blocked: ({ values }) => {
      const open = rowsOf(values, 'transfers').filter((row) => !row.result && !row.repliedOn);
      return open.length > 0 ? `还有 ${open.length} 家单位没有回函` : undefined;
    },
  },
];
