import { AntouError } from '../../shared/api/errors.ts';
import type { OfficeSettings } from '../../shared/documents/definition.ts';
import type { Field } from '../../shared/records/field.ts';
import { type Enumeration, enumerationProblem, kinds } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { ENUMERATIONS_SETTING, enumerationsOf } from '../library/enumerations.ts';
import type { Library } from '../library/types.ts';
import { os } from './implementer.ts';

const OFFICE_SETTING = 'office';

/** Until the office has filled in its own names, papers show plainly that they are missing. */
const EMPTY_OFFICE: OfficeSettings = {
  fullName: '',
  shortName: '',
  code: '',
  issuer: '',
  fonts: {},
  briefingReceivers: [],
};

export function officeSettings(library: Library): OfficeSettings {
  return { ...EMPTY_OFFICE, ...library.setting<Partial<OfficeSettings>>(OFFICE_SETTING) };
}

function writable(office: OfficeSettings) {
  return {
    ...office,
    fonts: { ...office.fonts },
    briefingReceivers: office.briefingReceivers.map((entry) => ({ ...entry })),
  };
}

const get = os.settings.get.handler(({ context: { desk } }) => {
  const { library } = desk.opened;
  return {
    office: writable(officeSettings(library)),
    enumerations: enumerationsOf(library).map((entry) => ({
      id: entry.id,
      label: entry.label,
      values: entry.values.map(({ aliases, ...value }) => ({
        ...value,
        ...(aliases ? { aliases: [...aliases] } : {}),
      })),
    })),
  };
});

const saveOffice = os.settings.saveOffice.handler(async ({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const { seq, label } = await library.saveSetting(OFFICE_SETTING, input.office, await desk.who(), '修改单位设置');
  return { seq, label };
});

const saveEnumeration = os.settings.saveEnumeration.handler(async ({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const { enumeration } = input;
  const problem = enumerationProblem(enumeration, input.renamed);
  if (problem) throw new AntouError('invalid', problem);
  const renamed = new Map(Object.entries(input.renamed ?? {}).filter(([from, to]) => from !== to));
  const overrides = library.setting<readonly Enumeration[]>(ENUMERATIONS_SETTING) ?? [];
  const next = [...overrides.filter((entry) => entry.id !== enumeration.id), enumeration];
  const update = renamed.size > 0 ? renameUses(library, enumeration.id, renamed) : [];
  const label = `修改选项 ${enumeration.label}${update.length > 0 ? `（同时改名 ${update.length} 条记录）` : ''}`;
  const who = await desk.who();
  const transaction = await library.saveSetting(ENUMERATIONS_SETTING, next, who, label, update);
  return { seq: transaction.seq, label };
});

/** The records whose choices carry an old name, with the new one; one change together with the list itself. */
function renameUses(library: Library, enumeration: string, renamed: ReadonlyMap<string, string>) {
  const update: { kind: string; id: string; values: Values }[] = [];
  for (const kind of kinds) {
    for (const record of library.list(kind.id)) {
      const values = renameIn(record.values, kind.fields, enumeration, renamed);
      if (values !== record.values) update.push({ kind: kind.id, id: record.id, values });
    }
  }
  return update;
}

function renameIn(
  values: StoredRecord['values'],
  fields: Readonly<Record<string, Field>>,
  enumeration: string,
  renamed: ReadonlyMap<string, string>,
): Values {
  let result: Record<string, unknown> | undefined;
  const change = (name: string, value: unknown) => {
    result ??= { ...values };
    result[name] = value;
  };
  const rename = (value: unknown) => (typeof value === 'string' ? (renamed.get(value) ?? value) : value);
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (field.type === 'rows' && field.row && Array.isArray(value)) {
      const row = field.row;
      const rows = value.map((entry: Values) => renameIn(entry, row, enumeration, renamed));
      if (rows.some((entry, index) => entry !== value[index])) change(name, rows);
    } else if (field.enumeration === enumeration) {
      if (Array.isArray(value)) {
        const next = value.map(rename);
        if (next.some((entry, index) => entry !== value[index])) change(name, next);
      } else if (rename(value) !== value) change(name, rename(value));
    }
  }
  return result ?? values;
}

const FACES = {
  body: '正文',
  kai: '楷体小标题',
  heading: '黑体标题',
  title: '大标题、红头',
  song: '页码、表格',
} as const;

const fonts = os.settings.fonts.handler(async ({ context: { desk } }) => {
  const { chooseFonts, installedFonts } = await import('../exporting/index.ts');
  const installed = await installedFonts();
  const { faces, substitutes } = chooseFonts(desk.library ? officeSettings(desk.library).fonts : {}, installed);
  return {
    installed: [...(installed ?? [])].sort(),
    roles: Object.entries(FACES).map(([role, label]) => {
      const used = faces[role as keyof typeof FACES];
      const replaced = substitutes.find(({ face }) => face === role);
      return { role, label, wanted: replaced?.wished ?? used, used, exact: !replaced };
    }),
  };
});

export const settings = { get, saveOffice, saveEnumeration, fonts };
