import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { useCommand } from '../../app/use-command.ts';
import { RecordLink } from '../RecordLink.tsx';
import { RefusalNote } from '../RefusalNote.tsx';
import { Chart } from './Chart.tsx';
import { type ChartAnswer, type ChartForm, type ChartLine, DRAWN, isEmpty } from './chart-words.ts';
import type { Mark } from './engine.ts';
import { type Cases, tableOf } from './table-rows.ts';

interface ChartCardProps {
  readonly data: ChartAnswer;
  readonly cases: Cases;
  readonly form: ChartForm;
  /** Head of the first column: 类别, 承办单位. */
  readonly head: string;
  /** A number as a button that opens onto its records. */
  readonly cell: (line: ChartLine, series: number) => ReactNode;
  /** Where the name of a line leads; its record when absent. */
  readonly name?: ((line: ChartLine) => ReactNode) | undefined;
  /** What belongs here, while there is nothing. */
  readonly empty: string;
  /** Stands over title of pictures and sheets: 2024 年. */
  readonly about: string;
}

/** A chart, its numbers in a table beside it, and both to take away. A mark that is pressed opens its number. */
export function ChartCard({ data, cases, form, head, cell, name, empty, about }: ChartCardProps) {
  const card = useRef<HTMLElement>(null);
  const [lifted, setLifted] = useState<Mark>();
  const open = ({ line, series }: Mark) =>
    card.current?.querySelector<HTMLButtonElement>(`[data-cell="${line}/${series}"] button`)?.click();
  const nothing = isEmpty(data);
  return (
    <section className="card chart-card" ref={card} data-form={form} data-chart={data.id} aria-label={data.title}>
      <header className="chart-head">
        <h2>{data.title}</h2>
        {!nothing && <TakeAway data={data} cases={cases} form={form} head={head} about={about} />}
      </header>
      {nothing ? (
        <p className="quiet chart-empty">{empty}</p>
      ) : (
        <div className="chart-body">
          <div>
            <Chart data={data} form={form} lifted={lifted} onPick={open} />
            {form === 'bars' && data.lines.length > DRAWN && (
              <p className="quiet small chart-more">
                图上画前 {DRAWN} 行，表里是全部 {data.lines.length} 行。
              </p>
            )}
          </div>
          <div className="chart-table">
            <table className="work-table">
              <thead>
                <tr>
                  <th>{head}</th>
                  {data.series.map(({ id, label }) => (
                    <th key={id} className="number">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.lines.map((line, at) => (
                  <tr key={line.key}>
                    <th scope="row">{name?.(line) ?? <LineName line={line} />}</th>
                    {line.cells.map((one, series) => (
                      <td
                        key={data.series[series]?.id}
                        className="number"
                        data-cell={`${at}/${series}`}
                        data-figure={one.shown}
                        onFocus={() => setLifted({ line: at, series })}
                        onBlur={() => setLifted(undefined)}
                        onPointerEnter={() => setLifted({ line: at, series })}
                        onPointerLeave={() => setLifted(undefined)}
                      >
                        {cell(line, series)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
      <p className="quiet small chart-rule">口径：{data.rule}。</p>
    </section>
  );
}

function LineName({ line: { kind, key, label } }: { readonly line: ChartLine }) {
  if (!kind) return label;
  return (
    <RecordLink kind={kind} id={key}>
      {label}
    </RecordLink>
  );
}

type TakeAwayProps = Pick<ChartCardProps, 'data' | 'cases' | 'form' | 'head' | 'about'>;

function TakeAway({ data, cases, form, head, about }: TakeAwayProps) {
  const table = useCommand(api.portraits.saveTable);
  const picture = useCommand(api.portraits.savePicture);
  const title = [about, data.title].filter(Boolean).join(' ');
  const saveTable = async () => {
    const made = await table.run({ title, ...tableOf(data, cases, head) });
    if (made?.file) await deliver(made.file);
  };
  const savePicture = async () => {
    const { pictureOf } = await import('./engine.ts');
    const made = await picture.run({ title, file: await pictureOf({ ...data, title }, form) });
    if (made?.file) await deliver(made.file);
  };
  return (
    <div className="chart-verbs">
      <Button size="small" loading={picture.saving} aria-label={`把“${data.title}”存为图片`} onClick={savePicture}>
        存为图片
      </Button>
      <Button size="small" loading={table.saving} aria-label={`把“${data.title}”导出 Excel`} onClick={saveTable}>
        导出 Excel
      </Button>
      {table.refusal && <RefusalNote refusal={table.refusal} />}
      {picture.refusal && <RefusalNote refusal={picture.refusal} />}
    </div>
  );
}
