import type { Field } from '../../../shared/records/field.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { fold, squeeze } from '../../../shared/text/index.ts';

/** A field that a column can fill: 'person.name', 'member.sector'. */
export interface ImportField {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly field: Field;
  readonly required: boolean;
  /** Headings it goes by, the likeliest first. */
  readonly headings: readonly string[];
}

/** Types a spreadsheet cell can carry. */
const CELL_TYPES: ReadonlySet<Field['type']> = new Set([
  'text',
  'longText',
  'integer',
  'decimal',
  'year',
  'boolean',
  'date',
  'month',
  'dateTime',
  'choice',
  'choices',
  'tags',
  'reference',
]);

/**
 * Fields that the columns of a table can fill, over several kinds that are made together (person and member).
 * `left` names fields that the import sets itself. A label two kinds share keeps its name with the last kind.
 */
function importFields(kinds: readonly string[], left: readonly string[]): ImportField[] {
  const fields: ImportField[] = [];
  for (const kind of kinds) {
    const described = kindOf(kind);
    for (const [name, field] of Object.entries(described?.fields ?? {})) {
      const key = `${kind}.${name}`;
      if (field.readOnly || field.computed || left.includes(key) || !CELL_TYPES.has(field.type)) continue;
      fields.push({
        key,
        kind,
        name,
        label: field.label,
        field,
        required: field.required === true && field.initial === undefined,
        headings: [field.label, ...(field.aliases ?? [])],
      });
    }
  }
  return fields.map((one) => {
    const shared = fields.some((other) => other.label === one.label && other.kind !== one.kind);
    const isLast = one.kind === kinds.at(-1);
    const label = kindOf(one.kind)?.label ?? one.kind;
    return shared && !isLast
      ? { ...one, label: `${one.label}（${label}）`, headings: [`${one.label}（${label}）`] }
      : one;
  });
}

/** Fields of a member roster: person and appointment are made together. */
export function memberFields(): ImportField[] {
  return importFields(['person', 'member'], ['member.person']);
}

/** Headings and names as they compare: width, case, blanks, brackets and stars do not count. */
export function plain(text: string): string {
  return squeeze(fold(text)).replace(/[\s*＊:：()（）[\]【】/／、·.。-]/gu, '');
}

/** The heading without what stands in brackets: 手机号码（必填） → 手机号码. */
export function bare(text: string): string {
  return plain(text.replace(/[（(【[][^）)】\]]*[）)】\]]/gu, ''));
}
