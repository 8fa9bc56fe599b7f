import { displayItem } from '../list-filter.ts';
import { kindOf } from '../registry.ts';
import type { Condition, FieldCondition } from './condition.ts';
import { fieldOnPath, parseRowPath, pathWords, rowPathWords } from './path.ts';

type RuleWords = (name: string) => string | undefined;

/** Conditions as a clerk reads them: “类型”是调研，“专项·名称”是主题教育. '' without any. */
export function conditionWords(kind: string, conditions: readonly Condition[], ruleWords: RuleWords): string {
  return conditions.map((one) => oneWords(kind, one, ruleWords)).join('，');
}

function oneWords(kind: string, condition: Condition, ruleWords: RuleWords): string {
  switch (condition.type) {
    case 'row': {
      const label = kindOf(kind)?.fields[condition.field]?.label ?? condition.field;
      const inner = condition.where.map((one) =>
        valueWords(one, rowPathWords(kind, condition.field, one.field), rowField(kind, condition.field, one.field)),
      );
      return `“${label}”里${condition.not ? '没有' : '有'}一行${inner.join('、')}`;
    }
    case 'pointed': {
      const other = kindOf(condition.kind)?.label ?? condition.kind;
      const inner = conditionWords(condition.kind, condition.where ?? [], ruleWords);
      const told = inner ? `${other}（${inner}）` : other;
      return `${condition.not ? '没有' : '有'}${told}的“${pathWords(condition.kind, condition.field)}”写着它`;
    }
    case 'rule':
      return `${condition.not ? '不是' : ''}${ruleWords(condition.rule) ?? `“${condition.rule}”（没有这条规则）`}`;
    case 'either': {
      const inner = condition.of.map((one) => oneWords(kind, one, ruleWords)).join('，或者');
      return condition.not ? `都不是（${inner}）` : `（${inner}）`;
    }
    default:
      return valueWords(condition, pathWords(kind, condition.field), fieldOnPath(kind, condition.field));
  }
}

const rowField = (kind: string, rows: string, path: string) => parseRowPath(kind, rows, path)?.at(-1)?.field;

function valueWords(
  { type, values, text, from, to, not }: FieldCondition,
  label: string,
  field: ReturnType<typeof fieldOnPath>,
): string {
  const name = `“${label}”`;
  switch (type) {
    case 'blank':
      return not ? `${name}填了` : `${name}没有填`;
    case 'filled':
      return not ? `${name}没有填` : `${name}填了`;
    case 'contains':
      return `${name}${not ? '不含' : '含'}“${text ?? ''}”`;
    case 'between':
      return `${name}${not ? '不在' : '在'} ${from ?? '最早'} 到 ${to ?? '最晚'} 之间`;
    case 'any': {
      if (field?.type === 'boolean') {
        const yes = (values ?? []).map(String).includes('true') !== (not === true);
        return yes ? `勾选了${name}` : `没有勾选${name}`;
      }
      const shown = (values ?? []).map((value) =>
        value === null ? '空白' : field ? displayItem(field, value, () => undefined) || String(value) : String(value),
      );
      return `${name}${not ? '不是' : '是'}${shown.join('、') || '（没有选）'}`;
    }
  }
}
