import { useEffect, useRef, useState } from 'react';
import { type ChartAnswer, type ChartForm, chartWords } from './chart-words.ts';
import type { Drawing, Mark } from './engine.ts';
import './chart.css';

interface ChartProps {
  readonly data: ChartAnswer;
  readonly form: ChartForm;
  /** The mark whose number has the focus in the table. */
  readonly lifted: Mark | undefined;
  readonly onPick: (mark: Mark) => void;
}

/** The library of charts is large: it is fetched with the first chart that is shown. */
const engine = () => import('./engine.ts');

/** A drawing that follows its data; told in words to those who do not see it. The table beside it has the buttons. */
export function Chart({ data, form, lifted, onPick }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    let made: Drawing | undefined;
    let wanted = true;
    let watch: ResizeObserver | undefined;
    void engine().then(({ draw }) => {
      const element = host.current;
      if (!wanted || !element) return;
      made = draw(element, (mark) => pick.current(mark));
      let width = element.clientWidth;
      watch = new ResizeObserver(() => {
        // Its own height is the drawing's doing: only the width asks for a new one.
        if (element.clientWidth === width || element.clientWidth === 0) return;
        width = element.clientWidth;
        made?.resize();
      });
      watch.observe(element);
      setDrawing(made);
    });
    return () => {
      wanted = false;
      watch?.disconnect();
      made?.end();
    };
  }, []);
  useEffect(() => drawing?.update(data, form), [drawing, data, form]);
  useEffect(() => drawing?.highlight(lifted), [drawing, lifted]);
  return <div ref={host} className="chart-drawing" role="img" aria-label={chartWords(data, form)} />;
}
