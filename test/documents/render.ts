import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ensureTestFonts } from '../../resources/setup/test-fonts.mjs';

const run = promisify(execFile);

/** A piece of text on a page as LibreOffice set it. Millimetres; y of the baseline from the upper edge of the page. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Points. */
  readonly size: number;
}

export interface RenderedLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RenderedLine[];
  /** Type that runs down the page, in reading order: folios of landscape pages. x of its middle, y of both its ends. */
  readonly turned?: { readonly text: string; readonly x: number; readonly top: number; readonly bottom: number };
}

export interface Rendered {
  readonly pages: readonly RenderedPage[];
  /** Faces in the PDF, by their PostScript names without the subset mark. */
  readonly fonts: readonly string[];
  readonly pdf: Uint8Array;
}

const MM = 25.4 / 72;

/** Turns .docx files into PDF with the test fonts; one start of LibreOffice for all of them. */
export async function toPdf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Uint8Array[]> {
  const { fontconfigFile } = ensureTestFonts();
  const folder = await mkdtemp(join(tmpdir(), 'antou-render-'));
  try {
    const paths = files.map(({ name }) => join(folder, `${name}.docx`));
    await Promise.all(paths.map((path, index) => writeFile(path, files[index]?.bytes ?? new Uint8Array())));
    const profile = pathToFileURL(join(folder, 'profile')).href;
    await run(
      'soffice',
      [
        '--headless',
        '--norestore',
        `-env:UserInstallation=${profile}`,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...paths,
      ],
      { timeout: 150_000, env: { ...process.env, FONTCONFIG_FILE: fontconfigFile, LC_ALL: 'C.UTF-8' } },
    );
    return await Promise.all(
      paths.map(async (path) => new Uint8Array(await readFile(path.replace(/\.docx$/, '.pdf')))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads text, places and faces out of a PDF. */
export async function readPdf(pdf: Uint8Array): Promise<Rendered> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: pdf.slice(),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: RenderedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const content = await page.getTextContent();
    const glyphs: Glyphs[] = [];
    const turned: { text: string; x: number; y: number; length: number }[] = [];
    for (const item of content.items) {
      if (!('str' in item) || item.str === '') continue;
      const [a = 0, b = 0, , scale = 0, x = 0, y = 0] = item.transform as number[];
      if (Math.abs(b) > Math.abs(a)) {
        // The baseline of turned type lies on the left; its middle a third of an em further right.
        turned.push({ text: item.str, x: (x + Math.abs(b) / 3) * MM, y: (height - y) * MM, length: item.width * MM });
        continue;
      }
      glyphs.push({ text: item.str, x: x * MM, y: (height - y) * MM, width: item.width * MM, size: Math.abs(scale) });
    }
    pages.push({ width: width * MM, height: height * MM, lines: linesOf(glyphs), ...turnedOf(turned) });
  }
  await task.destroy();
  return { pages, fonts: await fontsOf(pdf), pdf };
}

function turnedOf(
  pieces: readonly { text: string; x: number; y: number; length: number }[],
): Pick<RenderedPage, 'turned'> {
  const sorted = pieces.filter(({ text }) => text.trim()).sort((a, b) => a.y - b.y);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return {};
  const text = sorted.map((piece) => piece.text).join('');
  return { turned: { text, x: first.x, top: first.y, bottom: last.y + last.length } };
}

/** Groups pieces on one baseline into lines, from the top down. */
function linesOf(glyphs: readonly Glyphs[]): RenderedLine[] {
  const rows: Glyphs[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs((row[0]?.y ?? 0) - glyph.y) < 1) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows
    .map((row) => row.sort((a, b) => a.x - b.x))
    .map((row) => {
      const inked = row.filter((glyph) => glyph.text.trim());
      const edge = inked.length > 0 ? inked : row;
      return {
        text: row.map((glyph) => glyph.text).join(''),
        x: Math.min(...edge.map((glyph) => glyph.x)),
        right: Math.max(...edge.map((glyph) => glyph.x + glyph.width)),
        y: row[0]?.y ?? 0,
        size: Math.max(...edge.map((glyph) => glyph.size)),
      };
    });
}

async function withPdf<T>(pdf: Uint8Array, use: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'antou-pdf-'));
  try {
    const path = join(folder, 'page.pdf');
    await writeFile(path, pdf);
    return await use(path, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fontsOf(pdf: Uint8Array): Promise<string[]> {
  return withPdf(pdf, async (path) => {
    const { stdout } = await run('pdffonts', [path], { timeout: 120_000 });
    return stdout
      .split('\n')
      .slice(2)
      .map((line) => line.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, '') ?? '')
      .filter(Boolean);
  });
}

/** The first pages as pictures. */
export async function pageImages(
  pdf: Uint8Array,
  { dpi, pages }: { readonly dpi: number; readonly pages: number },
): Promise<Uint8Array[]> {
  return withPdf(pdf, async (path, folder) => {
    await run('pdftoppm', ['-r', String(dpi), '-png', '-l', String(pages), path, join(folder, 'page')], {
      timeout: 60_000,
    });
    const { stdout } = await run('ls', [folder]);
    const names = stdout
      .split('\n')
      .filter((name) => name.endsWith('.png'))
      .sort();
    return Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(folder, name)))));
  });
}

/** A horizontal bar of ink: millimetres from the upper left corner of the page. */
export interface Bar {
  readonly y: number;
  readonly thickness: number;
  readonly x: number;
  readonly width: number;
}

export interface Ink {
  /** Long bars of red and of dark ink: rules. */
  readonly red: readonly Bar[];
  readonly dark: readonly Bar[];
  /** Upper edge and lower edge of everything red above the first red rule: the mark. */
  readonly mark: { readonly top: number; readonly bottom: number } | undefined;
}

/** Looks at the ink of one page without smoothing, at 300 dots to the inch. */
export async function inkOf(pdf: Uint8Array, page: number, dpi = 300): Promise<Ink> {
  return withPdf(pdf, async (path, folder) => {
    const out = join(folder, 'ink');
    const args = ['-r', String(dpi), '-aa', 'no', '-aaVector', 'no', '-f', String(page), '-l', String(page), path, out];
    await run('pdftoppm', args, { timeout: 60_000 });
    const { stdout } = await run('ls', [folder]);
    const name = stdout.split('\n').find((entry) => entry.startsWith('ink-') && entry.endsWith('.ppm')) ?? '';
    return readInk(await readFile(join(folder, basename(name))), dpi);
  });
}

function readInk(ppm: Uint8Array, dpi: number): Ink {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(ppm.subarray(0, 40)).toString('latin1'));
  const width = Number(head?.[1]);
  const height = Number(head?.[2]);
  const data = ppm.subarray(head?.[0].length ?? 0);
  const mm = (dots: number): number => (dots / dpi) * 25.4;
  const rows = { red: [] as [number, number, number][], dark: [] as [number, number, number][] };
  const redRows: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (const colour of ['red', 'dark'] as const) {
      const { from, length, any } = longestRun(data, y * width * 3, width, colour);
      if (any && colour === 'red') redRows.push(y);
      // A rule is at least 60 mm of unbroken ink; a dash of type is not.
      if (mm(length) > 60) rows[colour].push([y, from, length]);
    }
  }
  const bars = (list: readonly [number, number, number][]): Bar[] => {
    const found: { y: number; rows: number; x: number; length: number }[] = [];
    for (const [y, x, length] of list) {
      const last = found.at(-1);
      if (last && last.y + last.rows === y) last.rows += 1;
      else found.push({ y, rows: 1, x, length });
    }
    return found.map((bar) => ({ y: mm(bar.y), thickness: mm(bar.rows), x: mm(bar.x), width: mm(bar.length) }));
  };
  const red = bars(rows.red);
  const limit = red[0] ? (red[0].y / 25.4) * dpi : height;
  const above = redRows.filter((y) => y < limit - 2);
  const mark = above.length > 0 ? { top: mm(above[0] ?? 0), bottom: mm((above.at(-1) ?? 0) + 1) } : undefined;
  return { red, dark: bars(rows.dark), mark };
}

function longestRun(data: Uint8Array, start: number, width: number, colour: 'red' | 'dark') {
  let best = 0;
  let from = 0;
  let run = 0;
  let any = false;
  for (let x = 0; x < width; x += 1) {
    const at = start + x * 3;
    const r = data[at] ?? 255;
    const g = data[at + 1] ?? 255;
    const b = data[at + 2] ?? 255;
    const hit = colour === 'red' ? r > 150 && g < 110 && b < 110 : r < 110 && g < 110 && b < 110;
    if (!hit) {
      run = 0;
      continue;
    }
    any = true;
    run += 1;
    if (run > best) {
      best = run;
      from = x - run + 1;
    }
  }
  return { from, length: best, any };
}
