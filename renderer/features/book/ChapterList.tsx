import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { StoredRecord } from '../../app/api.ts';

interface ChapterListProps {
  readonly chapters: readonly StoredRecord[];
  readonly busy: boolean;
  /** Gives a chapter a place between its new neighbours; only that chapter changes, so it is one small undoable act. */
  readonly onMove: (chapter: StoredRecord, order: number) => void;
}

const orderOf = (chapter: StoredRecord | undefined) =>
  typeof chapter?.values.order === 'number' ? chapter.values.order : undefined;

/** Order value between two neighbours; before the first or after the last when one is missing. */
function between(before: StoredRecord | undefined, after: StoredRecord | undefined): number {
  const low = orderOf(before);
  const high = orderOf(after);
  if (low === undefined) return Math.max(0, (high ?? 1) / 2);
  if (high === undefined) return low + 1;
  return (low + high) / 2;
}

/** The chapters under the names of their parts, in order. */
export function ChapterList({ chapters, busy, onMove }: ChapterListProps) {
  return (
    <table className="chapters">
      <thead>
        <tr>
          <th scope="col">篇目</th>
          <th scope="col">作者</th>
          <th scope="col">进度</th>
          <th scope="col" className="chapter-number">
            字数
          </th>
          <th scope="col">
            <span className="visually-hidden">次序</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {chapters.map((chapter, index) => {
          const { values } = chapter;
          const part = String(values.part ?? '');
          const newPart = part && part !== String(chapters[index - 1]?.values.part ?? '');
          const target = typeof values.targetCharacters === 'number' ? values.targetCharacters : 0;
          return [
            newPart && (
              <tr key={`part-${chapter.id}`} className="chapter-part">
                <th scope="rowgroup" colSpan={5}>
                  {part}
                </th>
              </tr>
            ),
            <tr key={chapter.id}>
              <td className="chapter-title">
                <Link to="/read/$kind/$id" params={{ kind: 'chapter', id: chapter.id }} search={{}}>
                  {String(values.title ?? '未命名的篇目')}
                </Link>
              </td>
              <td>{String(values.author ?? '')}</td>
              <td>
                <span
                  className="tag"
                  data-tone={values.status === '定稿' || values.status === '已定稿' ? 'good' : 'quiet'}
                >
                  {String(values.status ?? '未定')}
                </span>
              </td>
              <td className="chapter-number">
                {Number(values.characters ?? 0).toLocaleString('zh-CN')}
                {target > 0 && <span className="quiet"> / {target.toLocaleString('zh-CN')}</span>}
              </td>
              <td className="chapter-verbs">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  aria-label={`上移 ${String(values.title ?? '')}`}
                  title="上移"
                  disabled={busy || index === 0}
                  onClick={() => onMove(chapter, between(chapters[index - 2], chapters[index - 1]))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined />}
                  aria-label={`下移 ${String(values.title ?? '')}`}
                  title="下移"
                  disabled={busy || index === chapters.length - 1}
                  onClick={() => onMove(chapter, between(chapters[index + 1], chapters[index + 2]))}
                />
                <Link to="/records/$kind/$id" params={{ kind: 'chapter', id: chapter.id }} search={{}}>
                  信息
                </Link>
              </td>
            </tr>,
          ];
        })}
      </tbody>
    </table>
  );
}
