import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import {
  type FigureById,
  type JudgedPlace,
  placeOf,
  plainReport,
  written,
} from '../../../shared/figures/reports/index.ts';
import { queries } from '../../app/api.ts';

interface ReportSideProps {
  readonly places: readonly JudgedPlace[];
  readonly known: FigureById;
  readonly onOpen: (index: number) => void;
  readonly onInsert: (text: string) => void;
}

/** Beside the text: its figures and how they stand, and what can be put in. */
export function ReportSide(props: ReportSideProps) {
  return (
    <aside className="report-side">
      <Tabs
        size="small"
        items={[
          { key: 'places', label: `文中的数 ${props.places.length}`, children: <Places {...props} /> },
          { key: 'figures', label: '插入指标', children: <InsertFigure {...props} /> },
          { key: 'sentences', label: '常用句', children: <InsertSentence {...props} /> },
        ]}
      />
    </aside>
  );
}

const SIGNS: Readonly<Record<JudgedPlace['state'], string>> = {
  fresh: '✓',
  stale: '数已变',
  kept: '保留原数',
  new: '没取数',
  unknown: '没有这个指标',
};

function Places({ places, known, onOpen }: ReportSideProps) {
  const [only, setOnly] = useState('all');
  const lines = places
    .map((place, index) => ({ place, index }))
    .filter(({ place }) => only === 'all' || place.state !== 'fresh');
  return (
    <div className="report-list">
      <Segmented
        size="small"
        value={only}
        onChange={setOnly}
        options={[
          { value: 'all', label: '全部' },
          { value: 'changed', label: `要看的 ${places.filter(({ state }) => state !== 'fresh').length}` },
        ]}
      />
      {lines.length === 0 && (
        <p className="quiet">
          {places.length === 0 ? '正文里还没有指标。从“插入指标”或“常用句”里放进来。' : '文中的数都与台账一致。'}
        </p>
      )}
      <ul>
        {lines.map(({ place, index }) => (
          <li key={index} data-state={place.state}>
            <button type="button" className="plain-button" onClick={() => onOpen(index)}>
              <span>{known.get(place.figure)?.label ?? place.figure}</span>
              <b>
                {place.taken?.text ?? place.now?.text ?? ''}
                {place.state === 'stale' && `→${place.now?.text}`}
              </b>
              <span className="place-sign">{SIGNS[place.state]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function InsertFigure({ known, onInsert }: ReportSideProps) {
  const [words, setWords] = useState('');
  const found = useMemo(() => {
    const parts = words.trim().toLowerCase().split(/\s+/u).filter(Boolean);
    return [...known.values()].filter(({ id, label, group, rule }) => {
      const all = `${id} ${label} ${group} ${rule}`.toLowerCase();
      return parts.every((part) => all.includes(part));
    });
  }, [known, words]);
  return (
    <div className="report-list">
      <Input
        aria-label="找指标"
        placeholder="名称、分组或编码"
        allowClear
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {found.length === 0 && <p className="quiet">没有这样的指标。可在“数字”页自己定义。</p>}
      <ul>
        {found.map((figure) => (
          <li key={figure.id}>
            <button
              type="button"
              className="plain-button"
              title={`口径：${figure.rule}`}
              aria-label={`插入 ${figure.label}`}
              onClick={() => onInsert(placeOf(figure.id, ''))}
            >
              <span>
                {figure.label} <small className="quiet">{figure.group}</small>
              </span>
              <b>{written(figure, '').text}</b>
              <span className="place-sign">插入</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function InsertSentence({ known, onInsert }: ReportSideProps) {
  const { data } = useQuery(queries.reports.sentences.queryOptions({ input: {} }));
  return (
    <ul className="report-sentences">
      {(data?.sentences ?? [])
        .filter(({ retired }) => !retired)
        .map(({ id, part, text }) => (
          <li key={id}>
            <small className="quiet">{part}</small>
            <p>{plainReport(text, [], known)}</p>
            <Button size="small" aria-label={`插入 ${part}：${text.slice(0, 20)}`} onClick={() => onInsert(text)}>
              插入
            </Button>
          </li>
        ))}
    </ul>
  );
}
