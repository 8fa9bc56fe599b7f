import type { Command } from 'commander';
import type { Line } from './line.ts';
import { print } from './output.ts';
import { withLibrary } from './session.ts';

const STATES = { changed: '改过', added: '后加', removed: '删去' } as const;

/** antou trace */
export function addTrace(program: Command, line: Line): void {
  program
    .command('trace <DIR> <FILE>')
    .description('查出处：导出后又改过的文书（.docx），哪段出自哪条记录，改了什么，哪些数不再一致')
    .action(async (dir: string, file: string) => {
      await withLibrary(dir, async ({ client }) => {
        const traced = await client.documents.trace({ file: { path: file } });
        if (line.json) {
          print({ ok: true, ...traced });
          return;
        }
        const { paper, counts } = traced;
        print(`${paper.label} ${paper.title}（第${paper.version}次导出，共${paper.versions}次）`);
        print(`原样${counts.same}段，改过${counts.changed}段，后加${counts.added}段，删去${counts.removed}段`);
        for (const paragraph of traced.paragraphs) {
          if (paragraph.state === 'same') continue;
          const sources = paragraph.sources.flatMap((index) => traced.sources[index]?.title ?? []);
          const from = sources.length > 0 ? `  ← ${sources.join('、')}` : '';
          print(`  ${STATES[paragraph.state]}：${paragraph.text}${from}`);
        }
        for (const { was, is, now, reason } of traced.numbers) {
          const what = reason === 'byHand' ? `手工改成 ${is ?? '（删去）'}` : `台账现在是 ${now ?? '（没有）'}`;
          print(`  数 ${was} ${what}`);
        }
      });
    });
}
