import type { RecordKind } from '../../../shared/records/kind.ts';
import type { Key } from '../../ui/keys.ts';

/** What a list can be asked to do. */
export interface ListDeeds {
  readonly create: () => void;
  readonly open: () => void;
  readonly edit: () => void;
  readonly change: () => void;
  readonly merge: () => void;
  readonly remove: () => void;
  readonly copy: () => void;
  readonly paste: () => void;
  readonly takeOut: () => void;
  readonly print: () => void;
  readonly columns: () => void;
  readonly filter: () => void;
  readonly group: () => void;
  readonly foldAll: () => void;
  readonly unfoldAll: () => void;
  readonly tickAll: () => void;
  readonly tickNone: () => void;
}

/** How things stand when verbs are offered. */
export interface ListMoment {
  readonly kind: RecordKind;
  readonly total: number;
  readonly ticked: number;
  /** There is a record under the cursor. */
  readonly active: boolean;
  /** Label of the column under the cursor. */
  readonly column: string | undefined;
  readonly grouped: boolean;
  readonly folded: boolean;
}

export interface ListVerb {
  readonly deed: keyof ListDeeds;
  readonly label: (moment: ListMoment) => string;
  /** bar: a button of its own; more: under 更多. The right-click menu has both. */
  readonly place: 'bar' | 'more';
  /** Verbs of one section stand together in menus. */
  readonly section: 'record' | 'change' | 'out' | 'look' | 'tick';
  /** Key while the grid has the focus, and as menus show it. */
  readonly key?: Key;
  readonly keyLabel?: string;
  readonly danger?: boolean;
  /** Not offered otherwise. */
  readonly when?: (moment: ListMoment) => boolean;
}

const some = ({ ticked, active }: ListMoment) => ticked > 0 || active;
const any = ({ total }: ListMoment) => total > 0;
/** 3 名 while several are ticked, otherwise nothing: the verb then means the record under the cursor. */
const these = ({ ticked, kind }: ListMoment) => (ticked > 0 ? ` ${ticked} ${kind.unit}` : '');

/**
 * The verbs of every list, once: the toolbar, what stands under 更多, the right-click menu and the keys of the grid are
 * all drawn from this table, so that none of them can know a verb the others do not.
 */
export const LIST_VERBS: readonly ListVerb[] = [
  {
    deed: 'open',
    label: () => '打开',
    place: 'more',
    section: 'record',
    key: 'enter',
    keyLabel: 'Enter',
    when: (m) => m.active,
  },
  {
    deed: 'edit',
    label: () => '修改',
    place: 'more',
    section: 'record',
    key: 'rename',
    keyLabel: 'F2',
    when: (m) => m.active,
  },
  { deed: 'create', label: ({ kind }) => `新建${kind.label}`, place: 'bar', section: 'record' },
  { deed: 'change', label: (m) => `批量修改${these(m)}`, place: 'bar', section: 'change', when: (m) => m.ticked > 0 },
  { deed: 'merge', label: () => '合并这两条…', place: 'more', section: 'change', when: (m) => m.ticked === 2 },
  {
    deed: 'remove',
    label: (m) => `删除${these(m)}`,
    place: 'bar',
    section: 'change',
    key: 'delete',
    keyLabel: 'Delete',
    danger: true,
    when: some,
  },
  { deed: 'copy', label: () => '复制到 Excel', place: 'more', section: 'out', keyLabel: 'Ctrl+C', when: some },
  { deed: 'paste', label: () => '从 Excel 粘贴', place: 'more', section: 'out', keyLabel: 'Ctrl+V' },
  { deed: 'takeOut', label: () => '导出Excel', place: 'bar', section: 'out', when: any },
  { deed: 'print', label: () => '打印', place: 'bar', section: 'out', key: 'print', keyLabel: 'Ctrl+P', when: any },
  { deed: 'columns', label: () => '栏目', place: 'more', section: 'look' },
  {
    deed: 'filter',
    label: ({ column }) => `筛选“${column ?? ''}”`,
    place: 'more',
    section: 'look',
    when: ({ column }) => column !== undefined,
  },
  {
    deed: 'group',
    label: ({ column, grouped }) => (grouped ? '取消分组' : `按“${column ?? ''}”分组`),
    place: 'more',
    section: 'look',
    when: ({ column, grouped }) => grouped || column !== undefined,
  },
  { deed: 'foldAll', label: () => '收起各组', place: 'more', section: 'look', when: (m) => m.grouped && !m.folded },
  { deed: 'unfoldAll', label: () => '展开各组', place: 'more', section: 'look', when: (m) => m.grouped && m.folded },
  {
    deed: 'tickAll',
    label: ({ total, kind }) => `全选 ${total} ${kind.unit}`,
    place: 'more',
    section: 'tick',
    key: 'selectAll',
    keyLabel: 'Ctrl+A',
    when: any,
  },
  { deed: 'tickNone', label: () => '取消选中', place: 'more', section: 'tick', when: (m) => m.ticked > 0 },
];

/** The verbs that can be used now, in order. */
export const verbsNow = (moment: ListMoment): readonly ListVerb[] =>
  LIST_VERBS.filter((verb) => verb.when?.(moment) ?? true);
