import { z } from 'zod';
import { changed, command, nothing, query, recordKey } from '../procedure.ts';
import * as s from '../schemas.ts';

const tone = z.enum(['waiting', 'active', 'good', 'bad', 'ended']);
const made = z.object({ type: z.enum(['deadline', 'task', 'document', 'record']), label: z.string() });

const moveField = z.union([
  z.object({ field: z.string(), required: z.boolean() }),
  z.object({
    rows: z.string(),
    columns: z.array(z.string()),
    required: z.array(z.string()),
    repeated: z.boolean(),
    /** What is given is put into the row that is there with the same value in this column, not added as a new one. */
    into: z.string().optional(),
  }),
]);

const deadline = z.object({
  key: z.string(),
  label: z.string(),
  /** What is owed in its own words: the unit, the resolution. */
  about: z.string().optional(),
  due: z.string(),
  doneOn: z.string().optional(),
  /** Days until due; negative when late. Absent when met. */
  days: z.number().optional(),
  responsible: z.string().optional(),
  verb: z.string(),
  move: z.string().optional(),
  place: z.string().optional(),
});

/** What a move is given. Dates are 'YYYY-MM-DD'. */
const moveValues = {
  /** Its id, or its label. */
  move: z.string(),
  values: s.values.optional(),
  rows: z.record(z.string(), z.array(s.values)).optional(),
  note: z.string().max(500).optional(),
  on: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
};

export const workflow = {
  /** Every process as it is: for boards, help and the command line. */
  machines: query('办理流程', { withoutLibrary: true })
    .input(nothing)
    .output(
      z.object({
        machines: z.array(
          z.object({
            id: z.string(),
            kind: z.string(),
            label: z.string(),
            field: z.string(),
            initial: z.array(z.string()),
            states: z.array(z.object({ state: z.string(), meaning: z.string(), tone, final: z.boolean() })),
            moves: z.array(
              z.object({
                id: z.string(),
                label: z.string(),
                from: z.array(z.string()),
                to: z.string(),
                by: z.array(z.string()),
              }),
            ),
          }),
        ),
      }),
    ),
  /** Where a record stands, what can be done with it now, what is owed. `state` is absent for kinds without a process. */
  status: query('办理情况')
    .input(recordKey)
    .output(
      z.object({
        machine: z.string().optional(),
        state: z.string().optional(),
        meaning: z.string().optional(),
        tone: tone.optional(),
        moves: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            to: z.string(),
            by: z.array(z.string()),
            tone: z.enum(['primary', 'danger']).optional(),
            /** Why it cannot be made now (also: not this operator's role). */
            blocked: z.string().optional(),
            form: z.array(moveField),
            makes: z.array(made),
            /** What the dialog begins with; counts where it is left blank. */
            preset: z.object({ values: s.values, rows: z.record(z.string(), z.array(s.values)) }).optional(),
            /** The remark must be filled in with this: 不录用的原因. */
            reason: z.string().optional(),
          }),
        ),
        deadlines: z.array(deadline),
        log: z.array(
          z.object({
            on: z.string(),
            move: z.string(),
            from: z.string(),
            to: z.string(),
            by: z.string(),
            note: z.string().optional(),
          }),
        ),
      }),
    ),
  /** One move of one or several records of a kind: all of them or none, one undo. */
  move: command('办理', { undoable: true })
    .input(
      z.object({
        kind: s.kindId,
        ids: z.array(s.recordId).min(1).max(2000),
        rev: z.number().int().optional(),
        ...moveValues,
      }),
    )
    .output(
      changed.extend({
        moved: z.number(),
        /** Records that the move made. */
        made: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string() })),
      }),
    ),
  /** 更正状态: sets a named state without its moves, for a slip; needs a reason and stands in the log. */
  correct: command('更正状态', { undoable: true })
    .input(recordKey.extend({ state: z.string(), reason: z.string().min(1, { error: '请写明更正的原因' }).max(200) }))
    .output(changed),
};

export const tasks = {
  /** 待办: everything owed, worked out of the records. */
  list: query('待办')
    .input(
      z.object({
        responsible: z.string().optional(),
        kinds: z.array(s.kindId).optional(),
        /** overdue: late · soon: within 7 days · all */
        level: z.enum(['overdue', 'soon', 'all']).optional(),
        limit: z.number().int().min(1).max(5000).optional(),
      }),
    )
    .output(
      z.object({
        today: z.string(),
        counts: z.object({ overdue: z.number(), today: z.number(), week: z.number(), later: z.number() }),
        people: z.array(z.object({ responsible: z.string(), count: z.number(), overdue: z.number() })),
        items: z.array(
          z.object({
            key: z.string(),
            kind: z.string(),
            id: z.string(),
            title: z.string(),
            /** 提案答复期限 */
            label: z.string(),
            detail: z.string(),
            due: z.string(),
            days: z.number(),
            responsible: z.string().optional(),
            verb: z.string(),
            move: z.string().optional(),
            place: z.string().optional(),
          }),
        ),
      }),
    ),
};

export const calendar = {
  /** 日程: derived from everything that has a day. */
  list: query('日程')
    .input(z.object({ from: z.string(), to: z.string() }))
    .output(
      z.object({
        items: z.array(
          z.object({
            date: z.string(),
            /** Last day, when it lasts longer than one. */
            until: z.string().optional(),
            time: z.string().optional(),
            title: z.string(),
            detail: z.string().optional(),
            /** 会议 协商 … 期限 会期 值班 */
            source: z.string(),
            kind: z.string(),
            id: z.string(),
            late: z.boolean().optional(),
          }),
        ),
        /** Holidays and worked weekends in the span. */
        days: z.array(z.object({ date: z.string(), type: z.enum(['off', 'work']), name: z.string() })),
      }),
    ),
};

const period = z.object({
  id: z.string(),
  label: z.string(),
  amount: z.number().int().min(0, { error: '期限不能小于0' }).max(3650, { error: '期限太长' }),
  unit: z.enum(['month', 'day', 'workingDay']),
  note: z.string().optional(),
});

const specialDay = z.object({
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: '日期写成 2026-10-01' }),
  type: z.enum(['off', 'work']),
  name: z.string().max(20),
});

/** One who works in the office, and what this person may do. */
const operator = z.object({ name: z.string().min(1, { error: '请填写姓名' }).max(40), roles: z.array(z.string()) });

const numberFormat = z.object({ id: z.string(), format: z.string().max(60, { error: '编号格式太长（不超过60字）' }) });

export const rules = {
  get: query('期限与分工')
    .input(nothing)
    .output(
      z.object({
        periods: z.array(period.extend({ preset: z.number(), presetUnit: period.shape.unit })),
        specialDays: z.array(specialDay),
        operators: z.array(operator),
        roles: z.array(z.string()),
        /** How numbers are written: {年}, {届}, {次}, {号:3}. */
        formats: z.array(numberFormat.extend({ label: z.string(), preset: z.string(), example: z.string() })),
      }),
    ),
  savePeriods: command('修改期限', { undoable: true })
    .input(z.object({ periods: z.array(period).max(100) }))
    .output(changed),
  saveSpecialDays: command('修改节假日', { undoable: true })
    .input(z.object({ specialDays: z.array(specialDay).max(5000) }))
    .output(changed),
  saveFormats: command('修改编号格式', { undoable: true })
    .input(z.object({ formats: z.array(numberFormat).max(20) }))
    .output(changed),
  saveOperators: command('修改经办人分工', { undoable: true })
    .input(z.object({ operators: z.array(operator).max(200) }))
    .output(changed),
};
