import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, Run, TextRun } from 'docx';
import type { PageGeometry } from '../../../shared/documents/layout.ts';
import { turnedFolio } from '../../../shared/documents/running-heads.ts';
import { Element } from './shapes.ts';
import { STYLE, twips } from './styles.ts';

/**
 * The folio of a landscape page where it stands on the portrait pages around it once the sheet is bound
 * (GB/T 9704-2012, 7.5 and 8): a text box in the margin, its line from the top down.
 */
export function turnedFooter(geometry: PageGeometry, odd: boolean): Footer {
  const { x, y, width, height, inset } = turnedFolio(geometry);
  const dash = (text: string) => new TextRun({ text, font: { hint: 'eastAsia' } });
  const line = new Paragraph({
    style: STYLE.footer,
    alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
    spacing: { line: twips(width), lineRule: LineRuleType.EXACT },
    indent: odd ? { right: twips(inset) } : { left: twips(inset) },
    children: [dash('— '), new TextRun({ children: [PageNumber.CURRENT] }), dash(' —')],
  });
  const places: readonly (readonly [string, string])[] = [
    ['position', 'absolute'],
    ['margin-left', `${x.toFixed(2)}pt`],
    ['margin-top', `${y.toFixed(2)}pt`],
    ['width', `${width}pt`],
    ['height', `${height.toFixed(2)}pt`],
    ['z-index', '1'],
    ['mso-position-horizontal-relative', 'page'],
    ['mso-position-vertical-relative', 'page'],
  ];
  const box = new Element(
    'v:rect',
    {
      id: odd ? 'AntouFolioOdd' : 'AntouFolioEven',
      style: places.map(([name, value]) => `${name}:${value}`).join(';'),
      filled: 'f',
      stroked: 'f',
    },
    [
      new Element('v:textbox', { style: 'layout-flow:vertical', inset: '0,0,0,0' }, [
        new Element('w:txbxContent', {}, [line]),
      ]),
    ],
  );
  const run = new Run({ children: [new Element('w:pict', {}, [box])] as never });
  return new Footer({ children: [new Paragraph({ style: STYLE.footer, children: [run] })] });
}
