import { setImmediate as tick } from 'node:timers/promises';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { writeWord } from '../../electron/exporting/index.ts';
import type { OfficeSettings } from '../../shared/documents/definition.ts';
import type { DocumentBlock, DocumentModel, PageSetup } from '../../shared/documents/model.ts';
import { setPages } from '../../shared/documents/paginate.ts';
import { quantile, report } from './row.ts';

/**
 * A book of 350,000 characters becomes a Word file: pages counted for its contents, sections with running heads, notes.
 */
const AREA = '整书导出';
const CHARACTERS = 350_000;
const CHAPTERS = 200;
const RUNS = 3;

const page: PageSetup = { orientation: 'portrait', grid: 'book', folio: 'book', paper: '16K' };
const SENTENCE = '老人们说，这口井是先有水后有村，井台上的石头一年一年磨得发亮，挑水的人走了一代又一代。';

function book(): DocumentModel {
  const each = Math.floor(CHARACTERS / CHAPTERS);
  const paragraph = SENTENCE.repeat(4);
  const count = Math.ceil(each / paragraph.length);
  const blocks: DocumentBlock[] = [
    { type: 'paragraph', role: 'contentsTitle', runs: [{ text: '目　录' }] },
    { type: 'contents', roles: ['partTitle', 'chapterTitle'] },
  ];
  for (let chapter = 0; chapter < CHAPTERS; chapter += 1) {
    const head = `第${chapter + 1}篇`;
    const numbering = chapter === 0 ? { numbering: { format: 'arabic', start: 1 } as const } : {};
    blocks.push(
      {
        type: 'sectionBreak',
        start: chapter % 20 === 0 ? 'oddPage' : 'nextPage',
        page: { ...page, ...numbering, runningHead: { even: '乡村记忆', odd: head } },
      },
      { type: 'paragraph', role: 'chapterTitle', runs: [{ text: head }] },
    );
    for (let n = 0; n < count; n += 1) {
      const note = n % 3 === 0 ? { note: '见区志卷三。' } : {};
      blocks.push({ type: 'paragraph', role: 'body', runs: [{ text: `${paragraph}`, ...note }] });
    }
  }
  return { document: 'wholeBook', title: '乡村记忆', fileName: '乡村记忆', page, blocks };
}

const settings: OfficeSettings = {
  fullName: '政协示例区委员会',
  shortName: '示例区政协',
  code: '示政协',
  issuer: '政协示例区委员会办公室',
  fonts: {},
  briefingReceivers: [],
};

/** Longest time the process was deaf while something ran, milliseconds. */
async function watching<T>(work: Promise<T>): Promise<{ readonly value: T; readonly deaf: number }> {
  let deaf = 0;
  let over = false;
  let last = performance.now();
  const watch = (async () => {
    while (!over) {
      await tick();
      const now = performance.now();
      deaf = Math.max(deaf, now - last);
      last = now;
    }
  })();
  const value = await work.finally(() => {
    over = true;
  });
  await watch;
  return { value, deaf };
}

/** The same characters, a run a paragraph, packed by the library alone: what no writer of such a file can do without. */
async function barest(model: DocumentModel): Promise<number> {
  const started = performance.now();
  const children = model.blocks.flatMap((block) =>
    block.type === 'paragraph' ? [new Paragraph({ children: block.runs.map(({ text }) => new TextRun(text)) })] : [],
  );
  await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return performance.now() - started;
}

async function main(): Promise<void> {
  const model = book();
  const options = { settings, readFile: () => Promise.reject(new Error('没有')), now: '2024-02-28' };
  const times: number[] = [];
  const ratios: number[] = [];
  const deafs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const peer = await barest(model);
    const started = performance.now();
    const { deaf } = await watching(writeWord(model, options));
    const own = performance.now() - started;
    times.push(own / 1000);
    ratios.push(own / peer);
    deafs.push(deaf);
  }
  const memory = process.resourceUsage().maxRSS / 1024;
  const started = performance.now();
  setPages(model);
  report({
    area: AREA,
    name: `${CHARACTERS / 10_000} 万字导出 p50`,
    value: quantile(times, 0.5),
    unit: '秒',
    target: 5,
  });
  report({ area: AREA, name: '内存最高', value: memory, unit: 'MB', target: 400 });
  report({ area: AREA, name: '与光把文字装进文件之比 p50', value: quantile(ratios, 0.5), unit: '倍' });
  report({ area: AREA, name: '其中分页', value: performance.now() - started, unit: 'ms' });
  report({ area: AREA, name: '办公进程最长一次不应答 p50', value: quantile(deafs, 0.5), unit: 'ms' });
}

await main();
