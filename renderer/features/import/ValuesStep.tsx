import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { RecordPicker } from '../../records/form/RecordPicker.tsx';
import type { StepProps } from './HeadingStep.tsx';
import { fieldOf, type PlanColumn, type TablePlan } from './import-types.ts';

/** Told apart from '' (leave blank) and from every value. */
const UNDECIDED = '\u0000';

/** Words of the sheet that mean nothing here yet: each is taken for a value, left blank, or made. */
export function ValuesStep({ plan, options, onOptions }: StepProps) {
  const [all, setAll] = useState(false);
  const said = (column: PlanColumn, word: string) => options.valueMapping?.[String(column.index)]?.[word];
  const columns = plan.columns.flatMap((column) => {
    if (!column.field) return [];
    const words = column.words.filter(
      ({ word, value, remembered }) => all || value === '' || remembered || said(column, word) !== undefined,
    );
    return words.length > 0 ? [{ column, words }] : [];
  });
  const known = plan.columns.reduce((sum, { words }) => sum + words.filter(({ value }) => value !== '').length, 0);
  const say = (column: PlanColumn, word: string, value: string | undefined) => {
    const key = String(column.index);
    const { [word]: _, ...others } = options.valueMapping?.[key] ?? {};
    const own = value === undefined ? others : { ...others, [word]: value };
    onOptions({ ...options, valueMapping: { ...options.valueMapping, [key]: own } });
  };
  return (
    <>
      {plan.missing.length > 0 && (
        <div className="card import-missing">
          <Checkbox
            checked={options.createMissing ?? false}
            onChange={(event) => onOptions({ ...options, createMissing: event.target.checked })}
          >
            表里有而库里没有的，一并新建：{plan.missing.map(wordsOf).join('；')}
          </Checkbox>
        </div>
      )}
      {columns.length === 0 && plan.missing.length === 0 && (
        <p className="card">表里的内容都认得，没有要对应的词，可以直接看逐行预演。</p>
      )}
      {columns.map(({ column, words }) => (
        <WordTable
          key={column.index}
          plan={plan}
          column={column}
          words={words}
          createMissing={options.createMissing ?? false}
          said={(word) => said(column, word)}
          onSay={(word, value) => say(column, word, value)}
        />
      ))}
      {known > 0 && (
        <Checkbox className="import-options" checked={all} onChange={(event) => setAll(event.target.checked)}>
          也列出已经认得的 {known} 个词
        </Checkbox>
      )}
    </>
  );
}

interface WordTableProps {
  readonly plan: TablePlan;
  readonly column: PlanColumn;
  readonly words: PlanColumn['words'];
  readonly createMissing: boolean;
  readonly said: (word: string) => string | undefined;
  readonly onSay: (word: string, value: string | undefined) => void;
}

const SHOWN = 40;

function WordTable({ plan, column, words, createMissing, said, onSay }: WordTableProps) {
  const [most, setMost] = useState(SHOWN);
  return (
    <section className="card value-card">
      <h2>{column.heading || `第 ${column.index + 1} 列`}</h2>
      <table className="mapping-table">
        <thead>
          <tr>
            <th scope="col">表里写的</th>
            <th scope="col">当作</th>
            <th scope="col" className="number">
              行数
            </th>
          </tr>
        </thead>
        <tbody>
          {words.slice(0, most).map(({ word, count, value, remembered }) => (
            <tr key={word}>
              <th scope="row">
                <span className="clip" title={word}>
                  {word}
                </span>
              </th>
              <td>
                <Meaning
                  column={column}
                  word={word}
                  value={value}
                  said={said(word)}
                  onSay={(next) => onSay(word, next)}
                />
                {remembered && <span className="tag mapping-remembered">上次的对应</span>}
                {!value && createMissing && isMissing(plan, word) && <span className="tag">将新建</span>}
              </td>
              <td className="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {words.length > most && (
        <Button type="link" onClick={() => setMost(most + 100)}>
          还有 {words.length - most} 个，继续列出
        </Button>
      )}
    </section>
  );
}

const wordsOf = ({ label, names }: TablePlan['missing'][number]): string =>
  `${label} ${names.slice(0, 6).join('、')}${names.length > 6 ? ` 等 ${names.length} 个` : ''}`;

const isMissing = (plan: TablePlan, word: string): boolean => plan.missing.some(({ names }) => names.includes(word));

interface MeaningProps {
  readonly column: PlanColumn;
  readonly word: string;
  readonly value: string;
  /** What the clerk has said of the word. */
  readonly said: string | undefined;
  readonly onSay: (value: string | undefined) => void;
}

/** Namesakes, and what bears the word in its name, before the two hundred others. */
const nearestFirst = (options: readonly string[], word: string): readonly string[] => [
  ...options.filter((option) => option.includes(word)),
  ...options.filter((option) => !option.includes(word)),
];

/** How the office says that a word stands for nothing. */
const BLANK = '（空）';

/** A word is chosen from the list of what there is; where that is too long, by typing a name. */
function Meaning({ column, word, value, said, onSay }: MeaningProps) {
  const target = fieldOf(column.field)?.target;
  const label = `“${word}”当作`;
  if (target && column.options.length === 0) {
    const blank = said === '' || (said === undefined && value === BLANK);
    return (
      <span className="meaning">
        {said === undefined && value && value !== BLANK && <span>{value}</span>}
        {blank ? (
          <span className="quiet">留空</span>
        ) : (
          <RecordPicker kind={target} label={label} value={said ? [said] : []} onChange={([id]) => onSay(id)} />
        )}
        <button type="button" className="plain-button" onClick={() => onSay(blank ? undefined : '')}>
          {blank ? '不留空' : '留空'}
        </button>
      </span>
    );
  }
  const open = said === undefined && !value;
  return (
    <Select
      aria-label={label}
      className="mapping-select"
      showSearch={{ optionFilterProp: 'label' }}
      {...(open ? { status: 'warning' as const } : {})}
      value={said ?? (value === BLANK ? '' : value || UNDECIDED)}
      options={[
        { value: UNDECIDED, label: '（请选择）', disabled: true },
        { value: '', label: '留空' },
        ...nearestFirst(column.options, word).map((option) => ({ value: option, label: option })),
      ]}
      onChange={(next: string) => onSay(next)}
    />
  );
}
