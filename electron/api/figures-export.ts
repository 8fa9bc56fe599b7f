import { periodWords } from '../../shared/figures/period-words.ts';
import { kindOf } from '../../shared/records/index.ts';
import { formatOfficialDate } from '../../shared/text/index.ts';
import type { Pace } from '../exporting/sheet/index.ts';
import { groupsOf, resultOf, showing, shownFigure } from './figures-shown.ts';
import { handOut, safeFileName } from './hand-out.ts';
import { os } from './implementer.ts';
import { runJob } from './job.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Lets everything else the office is asked in between two pieces of work. */
const breath = () => new Promise((resolve) => setImmediate(resolve));

/** Figures of a period as a spreadsheet: the numbers with their wording and rule, and on a second sheet every record behind them. */
export const exportFigures = os.figures.export.handler(({ input: { out, ...period }, context: { desk }, signal }) =>
  runJob(async (report, inner) => {
    const pace: Pace = async (done, total, label) => {
      report({ done, total, label });
      await breath();
      inner.throwIfAborted();
    };
    const context = showing(desk, period);
    const definitions = desk.opened.counting.definitions.filter(({ retired }) => !retired);
    const { writeFigureBook, mapPaced } = await import('../exporting/sheet/index.ts');
    const figures = await mapPaced(
      definitions,
      (definition) => ({
        ...shownFigure(context, definition),
        records: groupsOf(desk, definition, resultOf(desk, definition.id, period)).flatMap(({ label, items }) =>
          items.map(({ kind, title, on = '', note = '' }) => ({
            part: label,
            kind: kindOf(kind)?.label ?? kind,
            title,
            on,
            note,
          })),
        ),
      }),
      pace,
      '正在取出数字',
    );
    const title = `${periodWords(period)}数字`;
    const bytes = await writeFigureBook({ title, note: `${formatOfficialDate(desk.today)}导出`, figures }, pace);
    const name = safeFileName(`${title}（${formatOfficialDate(desk.today)}）`, '数字', 'xlsx');
    const made = { name, bytes, type: XLSX, extension: 'xlsx', dialog: '导出 Excel', out, signal: inner } as const;
    const { file, ...handed } = await handOut(desk, made);
    return {
      ...handed,
      name,
      size: bytes.byteLength,
      ...(file ? { handle: desk.files.addMade(file) } : {}),
      rows: figures.length,
    };
  }, signal),
);
