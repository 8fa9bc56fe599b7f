import { Button } from 'antd';
import { useState } from 'react';
import { chineseDate } from '../format-value.ts';
import type { Status } from './types.ts';

const FIRST_SHOWN = 5;

/** The way through the office so far, newest first. */
export function ProcessLog({ log }: { readonly log: Status['log'] }) {
  const [all, setAll] = useState(false);
  const newest = [...log].reverse();
  const shown = all ? newest : newest.slice(0, FIRST_SHOWN);
  return (
    <div className="process-log">
      <h2>办理经过</h2>
      <ol>
        {shown.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are known by their place
          <li key={index}>
            <p>
              <strong>{item.move}</strong>
              {item.from !== item.to && (
                <span className="quiet deadline-more">
                  {item.from ? `${item.from} → ` : ''}
                  {item.to}
                </span>
              )}
            </p>
            <p className="quiet small">{[chineseDate(item.on), item.by].filter(Boolean).join(' · ')}</p>
            {item.note && <p className="long-text">{item.note}</p>}
          </li>
        ))}
      </ol>
      {newest.length > FIRST_SHOWN && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? '收起' : `全部 ${newest.length} 步`}
        </Button>
      )}
    </div>
  );
}
