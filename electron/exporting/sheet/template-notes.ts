import type { Field } from '../../../shared/records/field.ts';
import { kindOf, measured } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';

/** What holds for the whole table, before its columns. */
export function generalNotes(kind: RecordKind, sampleMark: string): readonly (readonly [what: string, how: string])[] {
  return [
    ['这张表', `一行一${measured(kind)}。${kind.purpose}`],
    ['样例', `前两行是虚构的样例，写着“${sampleMark}”，填写前请删去；忘了删也不会导入。`],
    ['空白', '不填就是不改：库里已有的内容不会被空白冲掉。'],
    ['日期', '写成 2024-02-26，也认得 2024年2月26日、2024.2.26。没有的日子（如 2 月 30 日）会被退回。'],
    ['手机、编号', '整张表都是文本格式，前面的 0 和长号码不会变样。'],
    ['可填多项的栏', '用顿号隔开，例如：甲、乙。'],
    ['库里的名称', '单位、界别、人员等按库里的名称填写；对不上的，导入时会逐个问，可以改选、留空或新建。'],
    ['身份证号', '不需要，也不会取入。'],
    ['列的增减', '列可以增减、换序，表头叫法不同也可以；导入时能指定每一列对应什么，并会记住。'],
  ];
}

/** How one column is filled in. */
export function explanationOf(field: Field): string {
  const also = field.aliases?.length ? `表头也可以叫：${field.aliases.slice(0, 6).join('、')}。` : '';
  return [wayOf(field), field.help ? `${field.help.replace(/。$/u, '')}。` : '', also].filter(Boolean).join('');
}

function wayOf(field: Field): string {
  switch (field.type) {
    case 'integer':
      return `整数${rangeOf(field)}。`;
    case 'decimal':
      return `数字，可带小数${rangeOf(field)}。`;
    case 'year':
      return '年份，写成 2024。';
    case 'boolean':
      return '填“是”或“否”。';
    case 'date':
      return '日期，写成 2024-02-26。';
    case 'month':
      return '年月，写成 1975-03；完整日期也可以，只取年月。';
    case 'dateTime':
      return '日期和时间，写成 2024-02-26 09:30；只写日期也可以。';
    case 'choice':
      return '从可选的内容里选一个。';
    case 'choices':
      return '从可选的内容里选，可多项，用顿号隔开。';
    case 'tags':
      return '可多项，用顿号隔开。';
    case 'reference':
      return `填${kindOf(field.target ?? '')?.label ?? ''}的名称，一个。`;
    case 'references':
      return `填${kindOf(field.target ?? '')?.label ?? ''}的名称，可多个，用顿号隔开。`;
    case 'longText':
      return '文字，可以换行（Alt+Enter）。';
    default:
      return '文字。';
  }
}

function rangeOf({ min, max, unit }: Field): string {
  const words = [min === undefined ? '' : `不小于${min}`, max === undefined ? '' : `不大于${max}`].filter(Boolean);
  return `${unit ? `，单位${unit}` : ''}${words.length > 0 ? `，${words.join('、')}` : ''}`;
}
