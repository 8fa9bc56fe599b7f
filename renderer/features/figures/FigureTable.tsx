import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { CorrectionNote } from './FigureDrawer.tsx';
import { changeWords, numberWords } from './number-words.ts';
import type { Figure, FigureDeed } from './types.ts';
import { deedsOf } from './use-figure-deeds.ts';

interface FigureTableProps {
  readonly groups: readonly { readonly label: string; readonly figures: readonly Figure[] }[];
  /** 上年同期 in words: 2023年. */
  readonly before: string;
  readonly onAct: (deed: FigureDeed, figure: Figure) => void;
  /** Opens the records of the figure in the period before. */
  readonly onBefore: (id: string) => void;
}

const COLUMNS = 7;

/** The figures by group; every number opens onto its records. */
export function FigureTable({ groups, before, onAct, onBefore }: FigureTableProps) {
  return (
    <table className="figure-table">
      <thead>
        <tr>
          <th>指标</th>
          <th className="number">数</th>
          <th>表述</th>
          <th className="number" title={before}>
            上年同期
          </th>
          <th className="number">增减</th>
          <th>口径</th>
          <th>状态</th>
          <td className="figure-menu-cell" />
        </tr>
      </thead>
      {groups.map(({ label, figures }) => (
        <tbody key={label} id={groupAnchor(label)}>
          <tr className="figure-group">
            <th colSpan={COLUMNS + 1} scope="rowgroup">
              {label} <span className="quiet small">{figures.length} 项</span>
            </th>
          </tr>
          {figures.map((figure) => (
            <FigureRow key={figure.id} figure={figure} before={before} onAct={onAct} onBefore={onBefore} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

export const groupAnchor = (label: string): string => `figures-${label}`;

interface FigureRowProps extends Omit<FigureTableProps, 'groups'> {
  readonly figure: Figure;
}

function FigureRow({ figure, before, onAct, onBefore }: FigureRowProps) {
  const [open, setOpen] = useState(false);
  const { label, frozen, isPercent, last, rule, text, id } = figure;
  const menu = menuOf(figure, onAct);
  const number = (shown: typeof last | Figure) => numberWords(shown, isPercent);
  const moved = frozen?.differs && frozen.value !== figure.value;
  return (
    <>
      <Dropdown trigger={['contextMenu']} menu={menu}>
        <tr data-figure={id}>
          <th scope="row" title={label}>
            {label}
          </th>
          <td className="number">
            <button
              type="button"
              className="evidence figure-value"
              title={`口径：${rule}`}
              aria-label={`${label} ${numberWords(frozen ?? figure, isPercent)}${isPercent ? '' : figure.unit}，看是哪些`}
              onClick={() => onAct('evidence', figure)}
            >
              {numberWords(frozen ?? figure, isPercent)}
            </button>
            {moved && (
              <button type="button" className="evidence figure-moved" onClick={() => onAct('evidence', figure)}>
                现为 {number(figure)}
              </button>
            )}
          </td>
          <td>
            <button
              type="button"
              className="figure-text"
              title={`复制“${label}${frozen?.text ?? text}”`}
              aria-label={`复制 ${label}${frozen?.text ?? text}`}
              onClick={() => onAct('copySentence', frozen ? { ...figure, text: frozen.text } : figure)}
            >
              {frozen?.text ?? text}
            </button>
          </td>
          <td className="number">
            <button
              type="button"
              className="evidence"
              aria-label={`${before}${label} ${number(last)}，看是哪些`}
              onClick={() => onBefore(id)}
            >
              {number(last)}
            </button>
            {last.frozen && <span className="quiet small"> 定稿</span>}
          </td>
          <td className="number">{changeWords(frozen ?? figure, last, isPercent)}</td>
          <td className="figure-rule">
            <button
              type="button"
              className="figure-rule-button"
              aria-expanded={open}
              title={rule}
              onClick={() => setOpen(!open)}
            >
              {rule}
            </button>
          </td>
          <td className="figure-states">
            <States figure={figure} />
          </td>
          <td className="figure-menu-cell">
            <Dropdown trigger={['click']} menu={menu}>
              <Button type="text" size="small" icon={<MoreOutlined />} aria-label={`${label}的更多操作`} />
            </Dropdown>
          </td>
        </tr>
      </Dropdown>
      <More figure={figure} open={open} />
    </>
  );
}

/** Under the row: how it is counted, when asked for; what was corrected and what is wrong, always. */
function More({ figure, open }: { readonly figure: Figure; readonly open: boolean }) {
  if (!open && !figure.correction && !figure.problem) return null;
  return (
    <tr className="figure-more">
      <td colSpan={COLUMNS + 1}>
        {open && (
          <>
            <p>口径：{figure.rule}</p>
            <p className="quiet">怎样数：{figure.query}</p>
          </>
        )}
        <CorrectionNote figure={figure} />
        {figure.problem && <p className="field-problem">数不出来：{figure.problem}。请点“改口径”。</p>}
      </td>
    </tr>
  );
}

function States({ figure: { correction, frozen, own, changed, problem } }: { readonly figure: Figure }) {
  return (
    <>
      {problem && <Tag tone="late">口径有误</Tag>}
      {frozen?.differs && <Tag tone="late">有差异</Tag>}
      {frozen && !frozen.differs && <Tag tone="good">定稿</Tag>}
      {correction && <Tag tone="soon">{correction.moved ? '校正后有变' : '校正'}</Tag>}
      {own && <Tag tone="quiet">自定</Tag>}
      {changed && <Tag tone="quiet">改过口径</Tag>}
    </>
  );
}

function Tag({ tone, children }: { readonly tone: string; readonly children: string }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}

function menuOf(figure: Figure, onAct: FigureTableProps['onAct']): MenuProps {
  const deeds = deedsOf(figure);
  return {
    items: deeds.map(({ key, label, danger }) => ({ key, label, ...(danger ? { danger } : {}) })),
    onClick: ({ key, domEvent }) => {
      domEvent.stopPropagation();
      const deed = deeds.find((one) => one.key === key);
      if (deed) onAct(deed.key, figure);
    },
  };
}
