import { Evidence } from '../../records/Evidence.tsx';
import { lightWords } from '../../ui/LightTag.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import type { Compliance } from './types.ts';

type Rule = Compliance['rules'][number];
type Cell = Compliance['streets'][number]['cells'][string][number];

interface LightsProps {
  readonly data: Compliance;
  /** Id of the rule whose months or quarters are shown; all rules in short when absent. */
  readonly chosen: string | undefined;
  readonly onChoose: (rule: string | undefined) => void;
}

const PERIODS = { month: '每月', quarter: '每季', year: '全年' } as const;
const ruleTitle = ({ label, period, atLeast, unit }: Rule): string =>
  `${label}（${PERIODS[period]} ${atLeast} ${unit}）`;

/** Streets by rule; one rule by its months or quarters. */
export function Lights({ data, chosen, onChoose }: LightsProps) {
  const rule = data.rules.find(({ id }) => id === chosen);
  if (data.rules.length === 0) return <p className="quiet">还没有达标规则。点右上角“达标规则…”定几条。</p>;
  return (
    <div className="work-page">
      <fieldset className="light-rules" aria-label="规则">
        <button type="button" aria-pressed={!rule} onClick={() => onChoose(undefined)}>
          一览
        </button>
        {data.rules.map((one) => (
          <button key={one.id} type="button" aria-pressed={one.id === rule?.id} onClick={() => onChoose(one.id)}>
            {ruleTitle(one)}
          </button>
        ))}
      </fieldset>
      {rule ? <ByPart data={data} rule={rule} /> : <InShort data={data} onChoose={onChoose} />}
      <footer className="quiet small work-rules">
        口径：{(rule ? [rule] : data.rules).map(({ label, sentence }) => `${label}——${sentence}`).join('；')}。
        时间过完、次数不够的写“差几”，时间还没过完的写“进行中”，还没到的写“未到期”。
      </footer>
    </div>
  );
}

function ByPart({ data, rule }: { readonly data: Compliance; readonly rule: Rule }) {
  if (rule.problem) return <p className="field-problem">{rule.problem}。请在“达标规则…”里改。</p>;
  return (
    <section className="light-scroll" aria-label={ruleTitle(rule)}>
      <table className="work-table light-table">
        <thead>
          <tr>
            <th>街道政协工委</th>
            {rule.parts.map(({ id, label }) => (
              <th key={id}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.streets.map((street) => (
            <tr key={street.id}>
              <th scope="row">
                <RecordLink kind="subdistrictOffice" id={street.id}>
                  {street.title}
                </RecordLink>
              </th>
              {(street.cells[rule.id] ?? []).map((cell, index) => (
                <LightCell
                  key={cell.part}
                  cell={cell}
                  rule={rule}
                  about={`${street.title}${rule.parts[index]?.label ?? ''}`}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LightCellProps {
  readonly cell: Cell;
  readonly rule: Rule;
  readonly about: string;
}

/** A light opens onto exactly the records it counted. */
function LightCell({ cell, rule, about }: LightCellProps) {
  const { items, light } = cell;
  return (
    <td data-light={light}>
      <Evidence
        label={`${about}${rule.label}：${lightWords(cell)}`}
        items={items}
        unit={rule.unit}
        rule={rule.sentence}
      />
      <span className="light-word">{lightWords(cell)}</span>
    </td>
  );
}

function InShort({ data, onChoose }: Omit<LightsProps, 'chosen'>) {
  return (
    <section className="light-scroll" aria-label="各规则一览">
      <table className="work-table light-table">
        <thead>
          <tr>
            <th>街道政协工委</th>
            {data.rules.map((rule) => (
              <th key={rule.id}>
                <button type="button" className="plain-button" onClick={() => onChoose(rule.id)}>
                  {ruleTitle(rule)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.streets.map((street) => (
            <tr key={street.id}>
              <th scope="row">
                <RecordLink kind="subdistrictOffice" id={street.id}>
                  {street.title}
                </RecordLink>
              </th>
              {data.rules.map((rule) => (
                <ShortCell key={rule.id} rule={rule} street={street.title} cells={street.cells[rule.id] ?? []} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ShortCellProps {
  readonly rule: Rule;
  readonly street: string;
  readonly cells: readonly Cell[];
}

/** All parts of a year under one rule: how many were met, and what is missing. */
function ShortCell({ rule, street, cells }: ShortCellProps) {
  if (rule.problem) return <td className="warn">规则不能算</td>;
  const met = cells.filter(({ light }) => light === 'met').length;
  const missed = cells.filter(({ light }) => light === 'missed').length;
  const running = cells.find(({ light }) => light === 'running');
  const items = cells.flatMap((cell) => cell.items);
  // Some parts met and some not is neither green nor red; the words say how many.
  const light = missed > 0 ? (met > 0 ? 'running' : 'missed') : running ? 'running' : met > 0 ? 'met' : 'ahead';
  const words =
    rule.period === 'year'
      ? cells.map(lightWords).join('')
      : [
          met > 0 && `✓ 达标 ${met}`,
          missed > 0 && `✗ 未达标 ${missed}`,
          running && `进行中，差 ${running.missing}`,
          met + missed === 0 && !running && '未到期',
        ]
          .filter(Boolean)
          .join('，');
  return (
    <td data-light={light}>
      <Evidence label={`${street}${rule.label}全年`} items={items} unit={rule.unit} rule={rule.sentence} />
      <span className="light-word">{words}</span>
    </td>
  );
}
