import { Link, type LinkProps } from '@tanstack/react-router';
import { Button } from 'antd';
import type { RecordKind } from '../../shared/records/kind.ts';
import type { StoredRecord } from '../app/api.ts';

interface Verb {
  readonly label: string;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

/** What can be done with one record besides changing it, by kind. */
const RECORD_VERBS: Readonly<Record<string, (record: StoredRecord) => readonly Verb[]>> = {
  event: ({ id, values }) => [
    { label: values.minutes ? '改纪要' : '写纪要', link: { to: '/minutes/$id', params: { id } } },
    ...(values.minutes
      ? [
          {
            label: '出纪要',
            link: { to: '/documents/$document', params: { document: 'minutes' }, search: { event: id } },
          } as Verb,
        ]
      : []),
  ],
  material: ({ id }) => [{ label: '阅读', link: { to: '/read/$kind/$id', params: { kind: 'material', id } } }],
  chapter: ({ id, values }) => [
    { label: '阅读', link: { to: '/read/$kind/$id', params: { kind: 'chapter', id } } },
    ...(typeof values.book === 'string'
      ? [{ label: '编书', link: { to: '/books/$id', params: { id: values.book } } } as Verb]
      : []),
  ],
  book: ({ id }) => [{ label: '编书', link: { to: '/books/$id', params: { id } } }],
  term: ({ id }) => [
    {
      label: '出委员名册',
      link: { to: '/documents/$document', params: { document: 'roster' }, search: { term: id } },
    },
  ],
};

/** What can be done with a whole list, by kind. */
const LIST_VERBS: Readonly<Record<string, readonly Verb[]>> = {
  member: [
    { label: '导入名册', link: { to: '/import', search: { as: 'member' } } },
    { label: '出委员名册', link: { to: '/documents/$document', params: { document: 'roster' } } },
  ],
  event: [{ label: '出工作简报', link: { to: '/documents/$document', params: { document: 'briefing' } } }],
  material: [{ label: '导入资料', link: { to: '/import', search: { as: 'material' } } }],
  book: [{ label: '导入书稿', link: { to: '/import', search: { as: 'book' } } }],
};

function Verbs({ verbs }: { readonly verbs: readonly Verb[] }) {
  return verbs.map((verb) => (
    <Link key={verb.label} {...(verb.link as LinkProps)} className="ant-link-button">
      <Button tabIndex={-1}>{verb.label}</Button>
    </Link>
  ));
}

export const RecordVerbs = ({ record }: { readonly record: StoredRecord }) => (
  <Verbs verbs={RECORD_VERBS[record.kind]?.(record) ?? []} />
);

export const ListVerbs = ({ kind }: { readonly kind: RecordKind }) => <Verbs verbs={LIST_VERBS[kind.id] ?? []} />;
