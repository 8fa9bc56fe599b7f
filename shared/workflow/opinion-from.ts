import { textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { kindOf } from '../records/registry.ts';
import type { Effects, MoveInput, WorkContext } from './machine.ts';

type Added = NonNullable<Effects['add']>[number];

/** Only what is there: a blank is an absent key. */
const present = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));

const fromLine = (record: StoredRecord, { on }: MoveInput, { lookup }: WorkContext): string => {
  const kind = kindOf(record.kind);
  return `${on}由${kind?.label ?? ''}《${kind?.title(record.values, lookup) ?? ''}》转来`;
};

/** 社情民意 made out of a proposal that is not to be filed. */
export function opinionFrom(record: StoredRecord, input: MoveInput, context: WorkContext): Added {
  const { values } = record;
  return {
    id: context.newId(),
    kind: 'opinion',
    values: present({
      receivedOn: input.on,
      sourceKind: values.lead ? '委员' : '其他',
      lead: values.lead,
      leadName: values.lead ? undefined : values.leadUnit,
      rawTitle: values.title,
      rawBody: values.body,
      category: values.category,
      subcategory: values.subcategory,
      state: '登记',
      remark: fromLine(record, input, context),
    }),
  };
}

/** 社情民意 made out of a topic of the people. */
export function opinionFromTopic(record: StoredRecord, input: MoveInput, context: WorkContext): Added {
  const { values } = record;
  return {
    id: context.newId(),
    kind: 'opinion',
    values: present({
      receivedOn: input.on,
      sourceKind: '街道工委',
      subdistrictOffice: values.subdistrictOffice,
      leadName: values.anonymous === true ? '群众（不具名）' : values.raisedBy || '群众',
      rawTitle: values.title,
      category: values.category,
      state: '登记',
      remark: fromLine(record, input, context),
    }),
  };
}

/** 提案线索: a draft proposal that a member takes up and finishes. */
export function proposalFromTopic(record: StoredRecord, input: MoveInput, context: WorkContext): Added {
  const { values } = record;
  const [member] = Array.isArray(values.claimedBy) ? (values.claimedBy as readonly unknown[]) : [];
  const lead = typeof member === 'string' ? member : undefined;
  const [session] = context
    .list('session')
    .filter(({ values: of }) => textOf(of, 'openOn') && textOf(of, 'openOn') <= input.on)
    .sort((a, b) => textOf(b.values, 'openOn').localeCompare(textOf(a.values, 'openOn')));
  const [term] = [...context.list('term')].sort((a, b) => Number(b.values.number ?? 0) - Number(a.values.number ?? 0));
  return {
    id: context.newId(),
    kind: 'proposal',
    values: present({
      term: session?.values.term ?? term?.id,
      session: session?.id,
      timing: '平时提案',
      proposalKind: lead ? '委员个人' : '街道组',
      lead,
      leadUnit: lead ? undefined : '（待委员认领）',
      title: values.title,
      category: values.category,
      origin: '群众线索',
      isOpen: true,
      state: '草稿',
      remark: fromLine(record, input, context),
    }),
  };
}
