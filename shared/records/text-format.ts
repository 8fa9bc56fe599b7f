import type { Field } from './field.ts';
import { quarterOf } from './quarter.ts';

type Format = NonNullable<Field['format']>;

/** One line: control characters and line breaks become blanks, blanks at both ends go. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/gu, ' ')
    .replace(/[\u200b\u2060\ufeff]/gu, '')
    .trim();
}

/** Line breaks unified, other control characters dropped, blank lines at both ends and blanks at line ends gone. */
export function severalLines(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/gu, '')
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/^\n+|\n+$/gu, '')
    .trimEnd();
}

/**
 * Brings a text of a known format into the form it is stored in.
 * Names lose the blanks that spread two characters to the width of three (王　毅), and get one kind of middle dot.
 */
export function formatted(text: string, format: Format): string {
  switch (format) {
    case 'name':
      return text
        .replace(/(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}])/gu, '')
        .replace(/(?<=[\p{Script=Han}])\s*[·•・‧∙．.]\s*(?=[\p{Script=Han}])/gu, '·');
    case 'mobile':
      return compact(text, /[\s-]/gu);
    case 'phone':
    case 'postcode':
      return compact(text, /\s/gu);
    case 'email':
      return compact(text, /\s/gu);
    case 'quarter':
      return quarterOf(text) ?? text;
  }
}

function compact(text: string, dropped: RegExp): string {
  return text.normalize('NFKC').replace(dropped, '');
}

const PATTERNS: Readonly<Record<Exclude<Format, 'name'>, RegExp>> = {
  quarter: /^\d{4}-Q[1-4]$/u,
  mobile: /^(?:\+?86)?1[3-9]\d{9}(?:[、,;/](?:\+?86)?1[3-9]\d{9})*$/u,
  phone: /^[\d()+-]{5,20}(?:转\d{1,6})?(?:[、,;/][\d()+-]{5,20})*$/u,
  email: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u,
  postcode: /^\d{6}$/u,
};

/** A remark when the text does not look like its format; never a refusal, old address books are what they are. */
export function formatRemark(text: string, format: Format): string | undefined {
  if (format === 'name') return /\d/u.test(text) ? '姓名里有数字，请核对' : undefined;
  if (PATTERNS[format].test(text)) return undefined;
  return {
    quarter: '季度请写成“2024年二季度”这样',
    mobile: '手机号码应为11位，请核对',
    phone: '电话号码的写法请核对',
    email: '电子邮箱的写法请核对',
    postcode: '邮编应为6位数字，请核对',
  }[format];
}
