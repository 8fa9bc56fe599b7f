import { Button, Input, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import type { Page } from '../../../shared/documents/page.ts';
import { paginate } from '../../../shared/documents/paginate.ts';
import { onKeys } from '../../ui/keys.ts';
import { pagesOfRange, type Sides } from './page-range.ts';
import { Sheet } from './Sheet.tsx';
import './print-preview.css';

/** Pixels a millimetre on paper: CSS has 96 pixels an inch. */
const FULL = 96 / 25.4;
const THUMB = 0.5;

interface PrintPreviewProps {
  readonly model: DocumentModel;
  readonly onClose: () => void;
}

/**
 * 打印预览: the pages as they will come out of the printer, beside them small ones to go by. The machine itself shows none
 * before its print dialog, and there it would be too late to see that a register should have been landscape.
 */
export function PrintPreview({ model, onClose }: PrintPreviewProps) {
  const pages = useMemo(() => paginate(model), [model]);
  const [range, setRange] = useState('');
  const [sides, setSides] = useState<Sides>('all');
  const [printing, setPrinting] = useState(false);
  const wanted = pagesOfRange(range, pages.length, sides);
  const chosen = pages.filter(({ number }) => wanted?.includes(number));
  const print = () => wanted && wanted.length > 0 && setPrinting(true);
  return createPortal(
    <div
      className="print-preview"
      role="dialog"
      aria-modal
      aria-label="打印预览"
      onKeyDown={onKeys({ escape: onClose, print })}
    >
      <header>
        <h2>打印预览</h2>
        <span className="quiet">{model.title}</span>
        <label htmlFor="print-range">
          页码
          <Input
            id="print-range"
            aria-label="打印哪些页"
            value={range}
            placeholder={`全部 ${pages.length} 页，例如 1-3,5`}
            status={wanted ? '' : 'error'}
            onChange={(event) => setRange(event.target.value)}
          />
        </label>
        <Select
          aria-label="单面双面"
          value={sides}
          onChange={setSides}
          options={[
            { value: 'all', label: '逐页打印' },
            { value: 'odd', label: '只打单数页' },
            { value: 'even', label: '只打双数页' },
          ]}
        />
        <span className="print-count" role="status">
          {wanted ? `共 ${wanted.length} 页` : `页码写得不对，本文共 ${pages.length} 页`}
        </span>
        <Button type="primary" disabled={!wanted || wanted.length === 0} onClick={print}>
          打印
        </Button>
        <Button onClick={onClose} autoFocus>
          关闭
        </Button>
      </header>
      <Pages pages={chosen} />
      {printing && <PrintRoot pages={chosen} onDone={() => setPrinting(false)} />}
    </div>,
    document.body,
  );
}

function Pages({ pages }: { readonly pages: readonly Page[] }) {
  const desk = useRef<HTMLDivElement>(null);
  const go = (number: number) =>
    desk.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' });
  return (
    <div className="print-body">
      <nav className="print-thumbs" aria-label="各页">
        {pages.map((page) => (
          <div
            key={page.number}
            className="print-thumb"
            style={{ containIntrinsicSize: `${page.width * THUMB}px ${page.height * THUMB + 24}px` }}
          >
            <div aria-hidden inert>
              <Sheet page={page} scale={THUMB} />
            </div>
            <button type="button" onClick={() => go(page.number)}>
              第 {page.number} 页
            </button>
          </div>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className="print-desk" ref={desk} tabIndex={0} aria-label="要打印的页">
        {pages.map((page) => (
          <Sheet key={page.number} page={page} scale={FULL * 0.9} />
        ))}
      </section>
    </div>
  );
}

const sizeOf = ({ width, height }: Page): string => `${Math.round(width)}x${Math.round(height)}`;

/** What the printer gets: one sheet a page, each of its own size. */
function PrintRoot({ pages, onDone }: { readonly pages: readonly Page[]; readonly onDone: () => void }) {
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    window.addEventListener('afterprint', () => done.current(), { once: true });
    window.print();
  }, []);
  const sizes = new Map(pages.map((page) => [sizeOf(page), page]));
  const rules = [...sizes].map(
    ([name, { width, height }]) =>
      `@page s${name} { size: ${width}mm ${height}mm; margin: 0 } .print-page[data-size="${name}"] { page: s${name} }`,
  );
  return createPortal(
    <div className="print-root">
      <style>{rules.join('\n')}</style>
      {pages.map((page) => (
        <div key={page.number} className="print-page" data-size={sizeOf(page)}>
          <Sheet page={page} scale={FULL} />
        </div>
      ))}
    </div>,
    document.body,
  );
}
