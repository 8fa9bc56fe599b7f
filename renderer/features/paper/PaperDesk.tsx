import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { paginate } from '../../../shared/documents/paginate.ts';
import { EditBox } from './EditBox.tsx';
import { Sheet } from './Sheet.tsx';
import type { Target } from './target.ts';
import './sheet.css';

/** Pixels a millimetre at 100 %: CSS has 96 pixels an inch. */
const FULL = 96 / 25.4;

export type Zoom = 'width' | 'page' | number;

interface PaperDeskProps {
  readonly model: DocumentModel;
  readonly zoom: Zoom;
  readonly chosen: Target | undefined;
  readonly onChoose: (target: Target | undefined) => void;
  readonly onChange: (next: DocumentModel) => void;
  readonly onPages: (count: number) => void;
}

/** The sheets on the desk; pressing a line opens it for typing where it stands. */
export function PaperDesk({ model, zoom, chosen, onChoose, onChange, onPages }: PaperDeskProps) {
  const desk = useRef<HTMLDivElement>(null);
  const pages = useMemo(() => paginate(model), [model]);
  const first = pages[0];
  const scale = useScale(desk, zoom, first?.width ?? 210, first?.height ?? 297);
  useEffect(() => onPages(pages.length), [pages.length, onPages]);
  useScrollTo(desk, chosen);
  const choose = useCallback((target: Target) => onChoose(target), [onChoose]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a desk that scrolls has to be reachable by keyboard
    <section className="paper-desk" ref={desk} tabIndex={0} aria-label="版面">
      <div className="paper-sheets">
        {pages.map((page) => (
          <Sheet key={page.number} page={page} scale={scale} chosen={chosen} onChoose={choose} />
        ))}
        {chosen && (
          <EditBox
            key={JSON.stringify(chosen)}
            model={model}
            target={chosen}
            scale={scale}
            desk={desk}
            onChange={onChange}
            onClose={() => onChoose(undefined)}
            onGo={onChoose}
          />
        )}
      </div>
    </section>
  );
}

const MARGIN = 44;

function useScale(desk: React.RefObject<HTMLDivElement | null>, zoom: Zoom, width: number, height: number): number {
  const [room, setRoom] = useState({ width: 800, height: 600 });
  useLayoutEffect(() => {
    const element = desk.current;
    if (!element) return;
    const measure = () => setRoom({ width: element.clientWidth - MARGIN, height: element.clientHeight - MARGIN });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [desk]);
  if (zoom === 'width') return Math.max(1, Math.min(room.width / width, FULL * 1.25));
  if (zoom === 'page') return Math.max(1, Math.min(room.width / width, room.height / height));
  return FULL * zoom;
}

/** A finding pressed beside the paper brings its line into view. */
function useScrollTo(desk: React.RefObject<HTMLDivElement | null>, chosen: Target | undefined): void {
  useEffect(() => {
    if (!chosen) return;
    const { block, part, row, cell } = chosen;
    const within = row === undefined ? '' : `[data-row="${row}"][data-cell="${cell}"]`;
    const where = part === undefined ? `[data-block="${block}"]${within}` : `[data-part="${part}"]`;
    desk.current?.querySelector(where)?.scrollIntoView({ block: 'nearest' });
  }, [desk, chosen]);
}
