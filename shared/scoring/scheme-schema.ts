import { z } from 'zod';
import { condition, fieldCondition } from '../records/conditions/index.ts';

const text = (label: string, longest: number) =>
  z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, { error: `请填写${label}` })
    .max(longest, { error: `${label}不超过${longest}字` });
const points = z
  .number({ error: '分值请填数字' })
  .min(-1000, { error: '分值不低于-1000' })
  .max(1000, { error: '分值不超过1000' });
const most = (label: string) =>
  z
    .number({ error: `${label}请填数字` })
    .min(0, { error: `${label}请填0以上的数` })
    .max(1000, { error: `${label}不超过1000` });
const count = (label: string) =>
  z
    .number({ error: `${label}请填整数` })
    .int({ error: `${label}请填整数` })
    .min(1, { error: `${label}至少是1` })
    .max(1000);
const path = z.string().max(120);
const conditions = z.array(condition).max(40, { error: '条件不超过40条' });
const year = z.number({ error: '年度请填四位数' }).int().min(1949, { error: '年度不早于1949' }).max(2199);

const who = z.object({
  field: path,
  where: z.array(fieldCondition).max(20).optional(),
  first: z.boolean().optional(),
  nameIn: path.optional(),
});

const source = {
  kind: text('数哪种记录', 40),
  day: path,
  orDay: path.optional(),
  where: conditions,
  who: z.array(who).min(1, { error: '请写明计给谁' }).max(10),
};

const short = z.enum(['none', 'share']);
const percent = z.number().positive({ error: '满分要求请填大于0的数' }).max(1000);

const trigger = z.union([
  z.object({ type: z.literal('record'), ...source }),
  z.object({
    type: z.literal('reach'),
    ...source,
    atLeast: count('次数'),
    per: z.enum(['year', 'quarter', 'month']),
    below: short,
  }),
  z.object({
    type: z.literal('share'),
    ...source,
    met: conditions,
    full: percent,
    below: short,
    rows: z.boolean().optional(),
    empty: z.literal('full').optional(),
  }),
  z.object({ type: z.literal('average'), ...source, value: path.min(1, { error: '请选取平均的栏目' }), full: percent }),
  z.object({ type: z.literal('none'), of: z.array(z.string().min(1)).min(1, { error: '请选哪几项都没有' }).max(40) }),
  z.object({ type: z.literal('manual') }),
]);

const section = z.object({
  id: text('类的编码', 40),
  label: text('类的名称', 40),
  kind: z.enum(['basic', 'bonus', 'deduction']),
  parent: z.string().max(40).optional(),
  start: most('起始分').optional(),
  cap: most('类的封顶').optional(),
  floor: points.optional(),
  attendanceOnly: z.boolean().optional(),
});

const item = z.object({
  code: text('项目编码', 20),
  label: text('项目名称', 60),
  section: text('所属的类', 40),
  unit: text('单位', 10),
  only: conditions.optional(),
  trigger,
  points,
  cap: most('单项封顶').optional(),
  limit: count('最多计几次').optional(),
  startAt: count('从第几次起').optional(),
  quantity: z
    .object({
      field: path.min(1, { error: '请选数量的栏目' }),
      per: z.number().positive({ error: '每多少计一次，请填大于0的数' }),
      otherwise: z.number(),
      instead: path.optional(),
      whole: z.boolean().optional(),
    })
    .optional(),
  tiers: z
    .array(z.object({ label: text('档次名称', 40), where: conditions, points }))
    .min(1, { error: '分档至少写一档' })
    .max(20)
    .optional(),
  tierMode: z.enum(['highest', 'sum']).optional(),
  scale: z
    .array(z.object({ label: text('系数名称', 40), where: conditions, factor: z.number().min(0).max(100) }))
    .max(10)
    .optional(),
  joint: z
    .object({
      first: z.number().min(0, { error: '第一作者的系数在0到1之间' }).max(1, { error: '第一作者的系数在0到1之间' }),
      others: z.union([z.number().min(0).max(1, { error: '其他作者的系数在0到1之间' }), z.literal('split')]),
      most: count('最多计几名作者').optional(),
    })
    .optional(),
  exclusive: z.string().max(40).optional(),
  bars: z.boolean().optional(),
  note: z.string().max(500, { error: '说明不超过500字' }).optional(),
});

/** The shape of a scheme as it crosses the contract and stands in settings. What does not fit together: schemeProblem. */
export const schemeSchema = z.object({
  id: text('方案编码', 40),
  version: count('版本'),
  label: text('方案名称', 60),
  audience: z.enum(['member', 'street', 'unit', 'proposalQuality', 'handlingQuality']),
  source: text('出处', 300),
  status: z.enum(['draft', 'inForce', 'archived']),
  fromYear: year,
  adoptedBy: z.string().max(200).optional(),
  base: points,
  sections: z.array(section).min(1, { error: '方案至少要有一类' }).max(60),
  items: z.array(item).min(1, { error: '方案至少要有一项' }).max(200),
  total: z.object({ min: points.optional(), max: points.optional() }),
  grades: z
    .array(z.object({ label: text('等次名称', 20), atLeast: points }))
    .min(1, { error: '请至少写一个等次' })
    .max(20),
  vetoes: z
    .array(
      z.object({ id: text('一票否决的编码', 40), label: text('一票否决的名称', 60), trigger, times: count('次数') }),
    )
    .max(20),
  warnings: z.array(z.object({ label: text('提醒的名称', 40), below: points, years: count('年数') })).max(10),
  prorate: z.boolean(),
  excellence: z
    .object({
      atLeast: points,
      sectionShare: z.number().min(0).max(1, { error: '各类最低比例在0到1之间' }).optional(),
      quota: z.number().min(0).max(1, { error: '名额比例在0到1之间' }).optional(),
    })
    .optional(),
});
