import type { Field } from '../../../shared/records/index.ts';

interface Readable {
  readonly text: string;
  readonly remarks: readonly string[];
}

/**
 * The text of a cell in a form the fields read: what spreadsheets do to numbers and days is taken back, and every step
 * that guesses is said.
 */
export function readableText(field: Field, text: string): Readable {
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return readableNumber(field, text);
    case 'date':
    case 'month':
      return readableDay(text);
    case 'dateTime':
      return readableSerial(text);
    case 'text':
      return { text: text.replace(/\s*\n\s*/gu, ' '), remarks: [] };
    case 'boolean':
      return { text: TICKS.test(text) ? '是' : CROSSES.test(text) ? '否' : text, remarks: [] };
    default:
      return { text, remarks: [] };
  }
}

const TICKS = /^[√✓✔☑■]$/u;
const CROSSES = /^[×✗✘☒□xX]$/u;

/** Words counted things are followed by, whichever the field has. */
const MEASURES = /(?:人次|人|名|位|个|次|件|篇|条|项|户|家|场|期|册|天|元|份)$/u;
const MONEY: Readonly<Record<string, number>> = { 元: 1e-4, 万: 1, 万元: 1, 亿: 1e4, 亿元: 1e4 };

function readableNumber(field: Field, text: string): Readable {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,](?=\d{3}(?:\D|$))/gu, '')
    .replace(/\s/gu, '');
  const unit = field.unit ?? '';
  const percent = /^([+-]?\d+(?:\.\d+)?)%$/u.exec(plain);
  if (percent && unit !== '%') {
    const share = Number((Number(percent[1]) / 100).toPrecision(12));
    return { text: String(share), remarks: [`“${text}”按 ${share} 登记`] };
  }
  const money = unit === '万元' ? /^(?:人民币|¥)?([+-]?\d+(?:\.\d+)?)(元|万元|万|亿元|亿)$/u.exec(plain) : undefined;
  if (money) {
    const amount = Number((Number(money[1]) * (MONEY[money[2] ?? ''] ?? 1)).toPrecision(12));
    return { text: String(amount), remarks: money[2]?.startsWith('万') ? [] : [`“${text}”按 ${amount} 万元登记`] };
  }
  if (unit && plain.endsWith(unit)) return { text: plain.slice(0, -unit.length), remarks: [] };
  if (unit && unit !== '%' && /^[+-]?\d+(?:\.\d+)?\D+$/u.test(plain) && MEASURES.test(plain) && unit !== '万元') {
    return { text: plain.replace(MEASURES, ''), remarks: [] };
  }
  return { text: plain, remarks: [] };
}

/** 2024-02-26 09:00 in a column of days: the day counts. */
function readableDay(text: string): Readable {
  const plain = text.normalize('NFKC');
  const timed = /^(\d{4}\D\d{1,2}\D\d{1,2}\D?)[\sT]+\d{1,2}:\d{2}(?::\d{2})?$/u.exec(plain.trim());
  return timed ? { text: timed[1] ?? text, remarks: [] } : readableSerial(text);
}

/** A day that lost its format in the spreadsheet: the number of days since 1899-12-30 (the 1900 date system). */
function readableSerial(text: string): Readable {
  const digits = /^\d{5}$/u.exec(text.normalize('NFKC').trim())?.[0];
  const days = Number(digits);
  // 1927 to 2119; five digits are no other way of writing a day.
  if (!digits || days < 10_000 || days > 80_000) return { text, remarks: [] };
  const day = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
  return { text: day, remarks: [`“${text}”是 Excel 的日期序号，按 ${day} 登记，请核对`] };
}
