import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Space } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Body, blockTexts } from '../../../shared/text/body.ts';
import { findMarks } from '../../ui/body-view/find-marks.ts';
import { onKeys, useKeys } from '../../ui/keys.ts';

export interface Finding {
  /** Occurrences in the whole text. */
  readonly total: number;
  /** Which of the paragraphs that hold one is shown, from 1; 0 when none is. */
  readonly position: number;
  readonly places: number;
  readonly block: number | undefined;
  readonly next: () => void;
  readonly previous: () => void;
  readonly goTo: (block: number) => void;
}

/** Where the words stand in a body, and walking from one to the next. Opens at `start` when the reader was sent there. */
export function useFound(body: Body | undefined, words: readonly string[], start: number | undefined): Finding {
  const [block, setBlock] = useState(start);
  const { places, total } = useMemo(() => {
    const holding: number[] = [];
    let count = 0;
    if (body && words.length > 0) {
      blockTexts(body).forEach((text, index) => {
        const marks = findMarks(text, words).length;
        if (marks > 0) holding.push(index);
        count += marks;
      });
    }
    return { places: holding, total: count };
  }, [body, words]);

  useEffect(() => setBlock(start), [start]);
  const first = useRef(true);
  useEffect(() => {
    // Typing another word leads to its first place; opening a page leads where the search pointed.
    if (first.current) {
      first.current = false;
      if (start === undefined && places[0] !== undefined) setBlock(places[0]);
      return;
    }
    if (places[0] !== undefined) setBlock(places[0]);
  }, [places, start]);
  useEffect(() => {
    if (block === undefined) return;
    document.getElementById(`body/${block}`)?.scrollIntoView({ block: 'center' });
  }, [block]);

  const walk = useCallback(
    (step: 1 | -1) => {
      if (places.length === 0) return;
      const here = places.indexOf(block ?? -1);
      const to = here === -1 ? (step === 1 ? 0 : places.length - 1) : (here + step + places.length) % places.length;
      setBlock(places[to]);
    },
    [places, block],
  );
  return {
    total,
    places: places.length,
    position: places.indexOf(block ?? -1) + 1,
    block,
    next: useCallback(() => walk(1), [walk]),
    previous: useCallback(() => walk(-1), [walk]),
    goTo: setBlock,
  };
}

interface FindBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly finding: Finding;
}

/** 在本文中找: as in Word, Ctrl+F comes here, Enter goes to the next place. */
export function FindBar({ query, onQuery, finding }: FindBarProps) {
  const input = useRef<InputRef>(null);
  useKeys({ find: () => input.current?.focus({ cursor: 'all' }) });
  const told = !query.trim()
    ? ''
    : finding.total === 0
      ? '本文没有'
      : `共 ${finding.total} 处，${finding.places} 段${finding.position > 0 ? `，第 ${finding.position} 段` : ''}`;
  return (
    <Space className="find-bar">
      <Input
        ref={input}
        className="find-input"
        allowClear
        value={query}
        placeholder="在本文中找（Ctrl F）"
        aria-label="在本文中找"
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeys({ enter: finding.next, down: finding.next, up: finding.previous })}
      />
      <Button
        icon={<UpOutlined />}
        aria-label="上一处"
        title="上一处"
        disabled={finding.places === 0}
        onClick={finding.previous}
      />
      <Button
        icon={<DownOutlined />}
        aria-label="下一处"
        title="下一处"
        disabled={finding.places === 0}
        onClick={finding.next}
      />
      <span className="quiet" role="status">
        {told}
      </span>
    </Space>
  );
}
