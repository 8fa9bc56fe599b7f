import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import type { RecordKind } from '../../shared/records/kind.ts';
import { queries, type StoredRecord } from '../app/api.ts';

export interface Verb {
  readonly label: string;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

/** What can be done with one record besides changing it, by kind. Papers are not listed here: see usePapers. */
const RECORD_VERBS: Readonly<Record<string, (record: StoredRecord) => readonly Verb[]>> = {
  proposal: ({ id }) => [{ label: '办理经过', link: { to: '/desk/proposals/$id', params: { id } } }],
  member: ({ id }) => [{ label: '履职情况', link: { to: '/desk/members/$id', params: { id } } }],
  event: ({ id, values }) => [
    { label: '签到', link: { to: '/desk/meetings/$id', params: { id } } },
    { label: values.minutes ? '改纪要' : '写纪要', link: { to: '/minutes/$id', params: { id } } },
  ],
  report: ({ id }) => [{ label: '写报告', link: { to: '/results/reports/$id', params: { id } } }],
  regulation: ({ id }) => [{ label: '版本对照', link: { to: '/desk/regulations/$id', params: { id } } }],
  material: ({ id }) => [{ label: '阅读', link: { to: '/read/$kind/$id', params: { kind: 'material', id } } }],
  chapter: ({ id, values }) => [
    { label: '阅读', link: { to: '/read/$kind/$id', params: { kind: 'chapter', id } } },
    ...(typeof values.book === 'string'
      ? [{ label: '编书', link: { to: '/books/$id', params: { id: values.book } } } as Verb]
      : []),
  ],
  book: ({ id }) => [{ label: '编书', link: { to: '/books/$id', params: { id } } }],
};

/** What can be done with a whole list, by kind. */
const LIST_VERBS: Readonly<Record<string, readonly Verb[]>> = {
  member: [
    { label: '导入名册', link: { to: '/import', search: { as: 'member' } } },
    { label: '出委员名册', link: { to: '/documents/$document', params: { document: 'memberRoster' } } },
  ],
  proposal: [{ label: '办理一览', link: { to: '/desk/proposals' } }],
  opinion: [{ label: '漏斗与组期', link: { to: '/desk/opinions' } }],
  report: [{ label: '起草报告', link: { to: '/results/reports' } }],
  bulletin: [{ label: '组期', link: { to: '/desk/opinions', search: { tab: 'issue' } } }],
  suggestion: [{ label: '收条与清单', link: { to: '/desk/suggestions' } }],
  material: [{ label: '导入资料', link: { to: '/import', search: { as: 'material' } } }],
  book: [{ label: '导入书稿', link: { to: '/import', search: { as: 'book' } } }],
};

/**
 * Papers that are made from this kind of record: every document that asks for one record of the kind (`one`) or for
 * several (`many`). A new document of shared/documents appears here by itself.
 */
function usePapers(kind: string, type: 'reference' | 'references', value: unknown): readonly Verb[] {
  const query = useQuery(queries.documents.list.queryOptions({ input: {} }));
  return (query.data?.documents ?? []).flatMap(({ id, label, parameters }) => {
    const parameter = parameters.find((item) => item.type === type && item.targets?.includes(kind));
    if (!parameter) return [];
    return [
      {
        label: `出${label}`,
        link: {
          to: '/documents/$document',
          params: { document: id },
          search: { [parameter.name]: value },
        } as Verb['link'],
      },
    ];
  });
}

/** 批量出文书: one paper a ticked record, where there is a document that is made of one record of the kind. */
function useManyVerbs(kind: string, ticked: readonly string[]): readonly Verb[] {
  const query = useQuery(queries.documents.list.queryOptions({ input: {} }));
  const able = (query.data?.documents ?? []).filter(({ parameters }) =>
    parameters.some(({ type, targets }) => type === 'reference' && targets?.includes(kind)),
  );
  const [first] = able;
  if (!first) return [];
  const label = able.length === 1 ? `批量出${first.label}` : '批量出文书';
  return [{ label, link: { to: '/documents/many', search: { kind, ids: [...ticked] } } as Verb['link'] }];
}

function Verbs({ verbs }: { readonly verbs: readonly Verb[] }) {
  return verbs.map((verb) => (
    <Link key={verb.label} {...(verb.link as LinkProps)}>
      <Button tabIndex={-1}>{verb.label}</Button>
    </Link>
  ));
}

export function RecordVerbs({ record }: { readonly record: StoredRecord }) {
  const papers = usePapers(record.kind, 'reference', record.id);
  const own = RECORD_VERBS[record.kind]?.(record) ?? [];
  if (papers.length <= 1) return <Verbs verbs={[...own, ...papers]} />;
  return (
    <>
      <Verbs verbs={own} />
      <PapersMenu papers={papers} />
    </>
  );
}

/** A proposal ends in seven papers: they stand under one button. */
function PapersMenu({ papers }: { readonly papers: readonly Verb[] }) {
  const items = papers.map(({ label, link }) => ({
    key: label,
    label: <Link {...(link as LinkProps)}>{label.slice(1)}</Link>,
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>出文书 ▾</Button>
    </Dropdown>
  );
}

interface ListVerbsProps {
  readonly kind: RecordKind;
  /** Ids of the ticked records, in the order of the list: what a paper is put together from. */
  readonly ticked: readonly string[];
}

/** The verbs of a list besides those every list has: import and the like, and papers made of what is ticked. */
export function useListVerbs({ kind, ticked }: ListVerbsProps): {
  readonly always: readonly Verb[];
  readonly papers: readonly Verb[];
} {
  const together = usePapers(kind.id, 'references', ticked);
  const each = useManyVerbs(kind.id, ticked);
  const own = LIST_VERBS[kind.id] ?? [];
  const taken = own.some(({ link }) => link.to === '/import');
  const take: Verb = { label: '导入', link: { to: '/import', search: { as: kind.id } } };
  return { always: taken ? own : [...own, take], papers: ticked.length > 0 ? [...together, ...each] : [] };
}
