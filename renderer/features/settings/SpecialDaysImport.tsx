import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { onKeys } from '../../ui/keys.ts';
import { readSpecialDays, type SpecialDay } from './special-days.ts';

interface SpecialDaysImportProps {
  readonly year: number;
  readonly onTake: (days: readonly SpecialDay[]) => void;
  readonly onClose: () => void;
}

const HINT = `2026-10-01 休 国庆节
2026年10月1日至7日 休 国庆节
国庆节：10月1日（周四）至7日（周三）放假调休，共7天。10月10日（周六）上班。`;
const SHOWN = 8;

/** Text out of a notice, a list or a spreadsheet; what was understood is shown before it is put into the table. */
export function SpecialDaysImport({ year, onTake, onClose }: SpecialDaysImportProps) {
  const [text, setText] = useState('');
  const { days, problems } = readSpecialDays(text, year);
  const take = () => {
    if (days.length === 0) return;
    onTake(days);
    onClose();
  };
  return (
    <Modal open centered width={720} title="粘贴通知或表格" footer={null} mask={{ closable: false }} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the field inside it */}
      <div className="days-import" onKeyDown={onKeys({ submit: take })}>
        <label htmlFor="days-text">
          一行一天或一段，也可以直接贴国务院办公厅通知里的几句话，或从 Excel 复制的“日期、休或班、名称”。没写年份的按
          {year}年。
        </label>
        <Input.TextArea
          id="days-text"
          autoFocus
          value={text}
          placeholder={HINT}
          autoSize={{ minRows: 6, maxRows: 12 }}
          maxLength={20_000}
          onChange={(event) => setText(event.target.value)}
        />
        <div role="status">
          {days.length > 0 && (
            <p>
              看懂 {days.length} 天：
              {days
                .slice(0, SHOWN)
                .map((day) => `${day.date} ${day.type === 'off' ? '休' : '班'} ${day.name}`)
                .join('；')}
              {days.length > SHOWN && '……'}
            </p>
          )}
          {problems.length > 0 && (
            <ul className="field-problem small">
              {problems.slice(0, SHOWN).map((problem) => (
                <li key={problem.line}>
                  “{problem.line}”：{problem.message}
                </li>
              ))}
              {problems.length > SHOWN && <li>……共 {problems.length} 行没有看懂</li>}
            </ul>
          )}
        </div>
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" title="Ctrl+Enter" disabled={days.length === 0} onClick={take}>
            放进表里
          </Button>
        </div>
      </div>
    </Modal>
  );
}
