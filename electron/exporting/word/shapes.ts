import { Run, XmlComponent } from 'docx';
import { RED, type RedBar } from '../../../shared/documents/head-and-foot.ts';

/** An element written as it is given; the library has no names for these. */
export class Element extends XmlComponent {
  constructor(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlComponent[] = []) {
    super(name);
    this.root.push({ _attr: attributes } as never, ...children);
  }
}

/** A filled rectangle at a place of the page, in points. VML: every version of Word, WPS and LibreOffice draws it there. */
function bar({ x, y, width, height }: RedBar, number: number): XmlComponent {
  const places: readonly (readonly [string, string])[] = [
    ['position', 'absolute'],
    ['margin-left', `${round(x)}pt`],
    ['margin-top', `${round(y)}pt`],
    ['width', `${round(width)}pt`],
    ['height', `${round(height)}pt`],
    ['z-index', String(number)],
    ['mso-position-horizontal-relative', 'page'],
    ['mso-position-vertical-relative', 'page'],
  ];
  return new Element('w:pict', {}, [
    new Element('v:rect', {
      id: `AntouRule${number}`,
      style: places.map(([name, value]) => `${name}:${value}`).join(';'),
      fillcolor: `#${RED}`,
      stroked: 'f',
    }),
  ]);
}

const round = (points: number): number => Math.round(points * 100) / 100;

/** Rules at places of the page as one run, to stand in a paragraph of that page. */
export function barsRun(bars: readonly RedBar[]): Run {
  return new Run({ children: bars.map((one, index) => bar(one, index + 1)) as never });
}
