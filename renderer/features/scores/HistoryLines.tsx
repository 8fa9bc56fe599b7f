import { Button, Progress } from 'antd';
import { api } from '../../app/api.ts';
import { useJob } from '../../app/use-job.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { points, signed } from './types.ts';

interface HistoryLinesProps {
  readonly scheme: string;
  readonly year: number;
  readonly subject: string;
  readonly total: number;
}

/** The ledger out of the journal: nothing in it was ever changed, what no longer holds was reversed. */
export function HistoryLines({ scheme, year, subject, total }: HistoryLinesProps) {
  const job = useJob(api.scores.history);
  const found = job.result;
  // A result belongs to the total it was asked for: after a change it is asked for again.
  const stale = found !== undefined && found.total !== total;
  return (
    <section className="card score-history" aria-label="计分流水">
      <h2>
        计分流水{' '}
        <Button size="small" loading={job.running} onClick={() => void job.run({ scheme, year, subject })}>
          {found ? '重新查' : '查流水'}
        </Button>
        {job.running && (
          <Button size="small" onClick={job.cancel}>
            取消
          </Button>
        )}
      </h2>
      <p className="quiet small">从第一笔变动起，每一次计分和冲销都在：谁、什么时候、因为哪条记录。只增不改。</p>
      {job.running && job.progress && (
        <Progress percent={Math.round((job.progress.done / Math.max(1, job.progress.total)) * 100)} size="small" />
      )}
      <RefusalNote refusal={job.refusal} />
      {stale && <p className="small warn">记录已有变动，请重新查。</p>}
      {found && (
        <>
          <p className="small">
            共 {found.lines.length} 行，全部相加 {points(found.active)} 分，与总分
            {found.active === found.total ? '相符' : '不符，请重新查'}。
          </p>
          <table className="work-table">
            <thead>
              <tr>
                <th className="order">行</th>
                <th className="day">时间</th>
                <th>谁</th>
                <th>变动</th>
                <th>项目</th>
                <th>来源记录</th>
                <th className="number">计入</th>
                <th>状态</th>
              </tr>
            </thead>
            <tbody>
              {found.lines.map((line) => (
                <tr key={line.seq} data-reversed={line.status === '已冲销' || undefined}>
                  <td className="order">{line.seq}</td>
                  <td className="day">{line.at.slice(0, 10)}</td>
                  <td>{line.who}</td>
                  <td>{line.change}</td>
                  <td>
                    {line.item} {line.label}
                  </td>
                  <td>
                    {line.sources.slice(0, 1).map(({ kind, id, title }) => (
                      <RecordLink key={id} kind={kind} id={id}>
                        {title}
                      </RecordLink>
                    ))}
                    {line.sources.length > 1 && <span className="quiet small"> 等 {line.sources.length} 条</span>}
                  </td>
                  <td className="number">{signed(line.counted)}</td>
                  <td>
                    {line.status}
                    {line.reverses !== undefined && <span className="quiet small"> 第 {line.reverses} 行</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
