import { z } from 'zod';

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '真假值 true 或 false',
  object: '对象 {…}',
  array: '列表 […]',
  tuple: '列表 […]',
  record: '栏目与值的对应 {…}',
};

const UNITS: Readonly<Record<string, string>> = { string: '个字', array: '项', set: '项' };

/** How zod's own sentences read in Chinese; where the contract gives a sentence of its own, that one stands. */
function sentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return '没有填写';
      const wanted = TYPES[issue.expected];
      return wanted ? `应是${wanted}` : '类型不对';
    }
    case 'too_small':
      return `不能少于${String(issue.minimum)}${UNITS[issue.origin] ?? ''}`;
    case 'too_big':
      return `不能超过${String(issue.maximum)}${UNITS[issue.origin] ?? ''}`;
    case 'invalid_value':
      return `只能是${issue.values.map((value) => `“${String(value)}”`).join('、')}`;
    case 'unrecognized_keys':
      return `多出了${issue.keys.map((key) => `“${key}”`).join('、')}`;
    case 'invalid_format':
      return '格式不对';
    default:
      return '内容不对';
  }
}

z.config({ customError: sentence });
