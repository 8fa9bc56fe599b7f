import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Progress, Space } from 'antd';
import { useEffect } from 'react';
import { api, queries, type StoredRecord } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { rememberRecord } from '../../app/preferences.ts';
import { useCommand } from '../../app/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { ChapterList } from './ChapterList.tsx';
import './book.css';

/** A book on the desk: its parts and chapters in order, how far each is, and the way into the text. */
export function BookPage() {
  const { id } = useParams({ from: '/books/$id' });
  const navigate = useNavigate();
  const book = useQuery(queries.records.get.queryOptions({ input: { kind: 'book', id } }));
  const chapters = useQuery(
    queries.records.list.queryOptions({
      input: { kind: 'chapter', filters: [{ field: 'book', type: 'any', values: [id] }], sort: [['order', 'asc']] },
    }),
  );
  const save = useCommand(api.records.save);
  useEffect(() => {
    if (book.data) void rememberRecord('book', id);
  }, [book.data, id]);
  if (book.error) {
    return (
      <PageFrame title="书稿">
        <EmptyState
          title="打不开这部书稿"
          verbs={
            <Link to="/records/$kind" params={{ kind: 'book' }} search={{}}>
              回到书稿
            </Link>
          }
        >
          {explain(book.error).message}
        </EmptyState>
      </PageFrame>
    );
  }
  if (!book.data || !chapters.data) return <PageFrame title="书稿">{null}</PageFrame>;
  const rows = chapters.data.records;
  const add = () =>
    void navigate({ to: '/records/$kind/new', params: { kind: 'chapter' }, search: { with: { book: id } } });
  const move = (chapter: StoredRecord, order: number) =>
    save.run({
      kind: 'chapter',
      id: chapter.id,
      values: { order },
      label: `移动篇目 ${String(chapter.values.title ?? '')}`,
    });
  return (
    <PageFrame
      title={book.data.title}
      sub={[book.data.subtitle, `${rows.length} 篇`].filter(Boolean).join(' · ')}
      verbs={
        <Space>
          <Button onClick={() => void navigate({ to: '/records/$kind/$id', params: { kind: 'book', id }, search: {} })}>
            书稿信息
          </Button>
          <Button onClick={() => void navigate({ to: '/import', search: { as: 'book' } })}>导入书稿</Button>
          <Button type="primary" onClick={add}>
            加一篇
          </Button>
        </Space>
      }
      bar={<RefusalNote refusal={save.refusal} onClose={save.reset} />}
    >
      <Totals book={book.data.record} chapters={rows} />
      {rows.length === 0 ? (
        <EmptyState title="还没有篇目" verbs={<Button onClick={add}>加一篇</Button>}>
          可以逐篇新建，也可以把整部 Word 或文本导入，按“第×章”和一级标题拆成篇目。
        </EmptyState>
      ) : (
        <ChapterList chapters={rows} busy={save.saving} onMove={(chapter, order) => void move(chapter, order)} />
      )}
    </PageFrame>
  );
}

const number = (value: unknown) => (typeof value === 'number' ? value : 0);

/** Characters written against planned, and how many chapters stand where. */
function Totals({ book, chapters }: { book: StoredRecord; chapters: readonly StoredRecord[] }) {
  const written = chapters.reduce((sum, chapter) => sum + number(chapter.values.characters), 0);
  const planned = number(book.values.plannedCharacters);
  const states = new Map<string, number>();
  for (const { values } of chapters) {
    const state = String(values.status ?? '未定');
    states.set(state, (states.get(state) ?? 0) + 1);
  }
  return (
    <section className="card book-totals">
      <div>
        <b>{(written / 10_000).toFixed(1)}</b> 万字
        {planned > 0 && <span className="quiet">，计划 {(planned / 10_000).toFixed(1)} 万字</span>}
      </div>
      {planned > 0 && (
        <Progress
          percent={Math.min(100, Math.round((100 * written) / planned))}
          size="small"
          aria-label="已写字数占计划"
        />
      )}
      <div className="quiet">{[...states].map(([state, count]) => `${state} ${count} 篇`).join('　')}</div>
    </section>
  );
}
