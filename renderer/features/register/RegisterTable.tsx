import { App, Button } from 'antd';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { gapWords, type RegisterRow, type RegisterSeries } from './types.ts';

interface RegisterTableProps {
  readonly series: RegisterSeries;
  readonly rows: readonly RegisterRow[];
  readonly onTake: (series: string, n: number) => void;
  readonly onVoid: (row: RegisterRow, n: number) => void;
}

/** One series of a year, in the order of its numbers. */
export function RegisterTable({ series, rows, onTake, onVoid }: RegisterTableProps) {
  const { message } = App.useApp();
  const back = useCommand(async (row: RegisterRow) => {
    if (!row.id) return;
    await api.numbers.giveBack({ id: row.id });
    message.success(`已退回 ${row.number}，公文留着，文号可再用。可按 Ctrl+Z 撤销。`);
  });
  const last = rows.findLast(({ type }) => type !== 'gap');
  return (
    <section className="register-part" aria-label={series.label}>
      <h2>
        {series.label}{' '}
        <span className="quiet small">
          已发 {series.papers} 件{series.void > 0 ? `，作废 ${series.void} 个` : ''}
          {series.missing > 0 ? `，漏号 ${series.missing} 个` : ''}；下一个 {series.next}
          {series.found ? '；编号规则里没有这个系列' : ''}
        </span>
      </h2>
      <RefusalNote refusal={back.refusal} onClose={back.reset} />
      <table className="work-table register-table" aria-label={`${series.label}登记簿`}>
        <thead>
          <tr>
            <th className="register-number">文号</th>
            <th>标题</th>
            <th className="register-name">签发人</th>
            <th className="day">签发日期</th>
            <th className="day">印发日期</th>
            <th className="number">印数</th>
            <th className="register-state">状态</th>
            <td className="register-verbs" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.type === 'gap' ? (
              <GapRow key={`gap ${row.n}`} row={row} onTake={onTake} onVoid={onVoid} />
            ) : (
              <PaperRow
                key={`${row.kind}/${row.id}`}
                row={row}
                {...(row === last && row.kind === 'officialDocument' && row.state === '编号' && !row.printedOn
                  ? { onBack: () => void back.run(row) }
                  : {})}
                {...(row.kind === 'officialDocument' && row.type === 'paper'
                  ? { onVoid: () => onVoid(row, row.n) }
                  : {})}
              />
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

/** A red row for numbers nobody has: enter the paper that bore it, or say why there is none. */
function GapRow({
  row,
  onTake,
  onVoid,
}: { readonly row: RegisterRow } & Pick<RegisterTableProps, 'onTake' | 'onVoid'>) {
  return (
    <tr className="register-gap">
      <td className="register-number">{row.number}</td>
      <td colSpan={6}>{gapWords(row.n, row.to, '号')}</td>
      <td className="register-verbs">
        <Button size="small" aria-label={`补登 ${row.number}`} onClick={() => onTake(row.series, row.n)}>
          补登
        </Button>
        <Button size="small" aria-label={`注明作废 ${row.number}`} onClick={() => onVoid(row, row.n)}>
          注明作废
        </Button>
      </td>
    </tr>
  );
}

interface PaperRowProps {
  readonly row: RegisterRow;
  readonly onBack?: () => void;
  readonly onVoid?: () => void;
}

function PaperRow({ row, onBack, onVoid }: PaperRowProps) {
  const mark = row.type === 'void' ? 'register-void' : row.repeated ? 'register-twice' : undefined;
  return (
    <tr className={mark}>
      <td className="register-number">
        {row.number}
        {row.repeated && <strong className="register-mark">重号</strong>}
      </td>
      <td className="register-title">
        {row.kind && row.id ? (
          <RecordLink kind={row.kind} id={row.id}>
            {row.title}
          </RecordLink>
        ) : (
          row.title
        )}
        {row.reason && <span className="small"> 作废原因：{row.reason}</span>}
        {row.cited && <span className="small"> 正文没有登记，{row.also.length + 1} 条表彰以它为依据</span>}
        {row.kind === 'event' && <span className="quiet small"> 会议里填的文号</span>}
      </td>
      <td className="register-name">{row.signer && spacedName(row.signer)}</td>
      <td className="day">{row.signedOn}</td>
      <td className="day">{row.printedOn}</td>
      <td className="number">{row.copies ?? ''}</td>
      <td className="register-state">{row.state}</td>
      <td className="register-verbs">
        {onBack && (
          <Button size="small" aria-label={`退号 ${row.number}`} onClick={onBack}>
            退号
          </Button>
        )}
        {onVoid && (
          <Button size="small" aria-label={`作废 ${row.number}`} onClick={onVoid}>
            作废
          </Button>
        )}
      </td>
    </tr>
  );
}
