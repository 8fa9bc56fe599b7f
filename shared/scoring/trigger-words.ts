import { ruleWords } from '../figures/named-rules.ts';
import { type Condition, conditionWords, pathWords } from '../records/conditions/index.ts';
import { kindOf } from '../records/registry.ts';
import { rowsFieldOf } from './mentions.ts';
import { type Item, type Joint, type Scheme, type Source, SUBJECT_KINDS, type Trigger } from './scheme.ts';

const PERIOD_WORDS = { year: '全年', quarter: '每季', month: '每月' } as const;

const said = (kind: string, conditions: readonly Condition[]): string => conditionWords(kind, conditions, ruleWords);

/** 记录数量、算给谁、归到哪一年: a rule as a clerk reads it, so that nobody has to look into a form to know it. */
export function triggerWords(item: Item, { audience }: Pick<Scheme, 'audience'>): string {
  const subject = SUBJECT_KINDS[audience];
  const only = item.only?.length ? `只给${said(subject, item.only)}的` : '';
  return [only, sourceWords(item.trigger), pointsWords(item), boundWords(item)].filter(Boolean).join('；');
}

function sourceWords(trigger: Trigger): string {
  switch (trigger.type) {
    case 'manual':
      return '人工记分，写明理由和批准人';
    case 'none':
      return `${trigger.of.join('、')} 一项也没有`;
    case 'record':
      return recordWords(trigger);
    case 'reach':
      return `${recordWords(trigger)}，${PERIOD_WORDS[trigger.per]}至少 ${trigger.atLeast} ${unitOf(trigger)}${
        trigger.below === 'share' ? '，不到的按比例' : ''
      }`;
    case 'share':
      return `${recordWords(trigger)}，其中${said(trigger.kind, trigger.met)}的占比，${trigger.full}% 得满分${
        trigger.below === 'share' ? '，不到的按比例' : ''
      }`;
    case 'average':
      return `${recordWords(trigger, trigger.value)}，“${pathWords(trigger.kind, trigger.value)}”的平均数，${trigger.full} 得满分`;
  }
}

const unitOf = ({ kind }: Source): string => kindOf(kind)?.unit ?? '条';

/** @param value path whose rows `where` of a subject that is the record itself asks of (evaluations.score) */
function recordWords({ kind, day, where, who }: Source, value = ''): string {
  const label = kindOf(kind)?.label ?? kind;
  const conditions = said(kind, where);
  const names = who.map(({ field, where: asked = [] }) => {
    const rows = rowsFieldOf(kind, field || value);
    const inner = asked.map((one) => said(kind, [rows ? { ...one, field: `${rows}.${one.field}` } : one]));
    if (field === '') return inner.length > 0 ? `这件本身（${inner.join('，')}）` : '';
    return `“${pathWords(kind, field)}”${inner.length > 0 ? `（${inner.join('，')}）` : ''}`;
  });
  const named = [...new Set(names.filter(Boolean))].join('、');
  return [
    `${label}${conditions ? `：${conditions}` : ''}`,
    named ? `算给${named}` : '',
    day ? `按“${pathWords(kind, day)}”归年度` : '不分年度',
  ]
    .filter(Boolean)
    .join('，');
}

function pointsWords({ points, unit, tiers, tierMode, quantity, scale, joint, trigger }: Item): string {
  if (trigger.type === 'manual') return '';
  const worth = tiers
    ? `${tiers.map(({ label, points: own }) => `${label} ${own} 分`).join('，')}（${tierMode === 'sum' ? '累计' : '取最高'}）`
    : trigger.type === 'record'
      ? `每${unit} ${points} 分`
      : `${trigger.type === 'none' ? '' : '满分 '}${points} 分`;
  const per = quantity && quantity.per !== 1 ? `每满 ${quantity.per} 计一次` : '';
  const scales = (scale ?? []).map(({ label, factor }) => `${label}×${factor}`).join('，');
  return [worth, per, scales, joint ? jointWords(joint) : ''].filter(Boolean).join('，');
}

const jointWords = ({ first, others, most }: Joint): string =>
  `联名的第一作者 ×${first}，其余${others === 'split' ? '均分剩下的' : ` ×${others}`}${most ? `，最多 ${most} 人` : ''}`;

function boundWords({ cap, limit, startAt, exclusive }: Item): string {
  return [
    startAt ? `第 ${startAt} 次起算` : '',
    limit ? `最多计 ${limit} 次` : '',
    cap === undefined ? '' : `封顶 ${cap} 分`,
    exclusive ? '同一事项只计最高的一项' : '',
  ]
    .filter(Boolean)
    .join('，');
}
