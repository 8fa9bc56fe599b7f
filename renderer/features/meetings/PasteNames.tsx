import { Button, Input } from 'antd';
import { useState } from 'react';
import { type NamesFound, type RollRow, readNames, withState } from '../../../shared/figures/roll-call.ts';
import type { Members } from './use-members.ts';

interface PasteNamesProps {
  readonly rows: readonly RollRow[];
  readonly members: Members;
  readonly onChange: (next: (before: readonly RollRow[]) => readonly RollRow[]) => void;
}

/** A sign-in list from Excel or a message marks those named as present; what could not be read is said. */
export function PasteNames({ rows, members, onChange }: PasteNamesProps) {
  const [text, setText] = useState('');
  const [result, setResult] = useState<NamesFound>();
  const take = () => {
    const listed = rows.flatMap(({ member }) =>
      typeof member === 'string'
        ? [{ id: member, name: members.nameOf(member) ?? '', title: members.titleOf(member) ?? '' }]
        : [],
    );
    const found = readNames(text, listed);
    const present = new Set(found.found);
    setResult(found);
    if (present.size === 0) return;
    setText('');
    onChange((before) => before.map((row) => (present.has(String(row.member)) ? withState(row, '出席') : row)));
  };
  return (
    <section className="card" aria-label="粘贴签到名单">
      <h2>粘贴签到名单</h2>
      <Input.TextArea
        aria-label="签到的姓名"
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder="从 Excel 或微信里复制姓名，贴在这里"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button disabled={text.trim() === ''} onClick={take}>
        记为出席
      </Button>
      {result && (
        <p role="status" className="small">
          已记 {result.found.length} 人出席。
          {result.several.length > 0 && `有同名，请手工登记：${result.several.join('、')}。`}
          {result.unknown.length > 0 && `名单里没有：${result.unknown.join('、')}。`}
        </p>
      )}
    </section>
  );
}
