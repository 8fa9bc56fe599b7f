import { shownSectionsOf } from '../../shared/scoring/shown-sections.ts';
import { formatOfficialDate } from '../../shared/text/index.ts';
import type { Desk } from './desk.ts';
import { handOut, safeFileName } from './hand-out.ts';
import { os } from './implementer.ts';
import { type RankLine, rankLines } from './score-ranking.ts';
import { engineFor, itemWords, sourceItems } from './score-reading.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every entry behind the totals: who, item, day, record, points and why they differ. */
function evidenceRows(desk: Desk, which: Parameters<typeof engineFor>[1], lines: readonly RankLine[]) {
  const { scheme, engine } = engineFor(desk, which);
  return lines.flatMap(({ id, title }) =>
    (engine.result(id)?.entries ?? []).map((one) => [
      title,
      Object.values(itemWords([scheme], one.item))
        .filter(Boolean)
        .join(' '),
      one.day,
      sourceItems(desk, one.sources)
        .map((source) => source.title)
        .join('、'),
      [`${one.points} 分，计入 ${one.counted} 分`, one.note, one.reason].filter(Boolean).join('；'),
    ]),
  );
}

const exportRanking = os.scores.export.handler(async ({ input, context: { desk } }) => {
  const { scheme, lines } = rankLines(desk, input, input);
  const isMember = scheme.audience === 'member';
  const sections = shownSectionsOf(scheme);
  const heads = [
    '名次',
    '名称',
    ...(isMember ? ['界别', '街道'] : []),
    '总分',
    '等次',
    ...sections.map(({ label }) => label),
    ...(isMember ? ['提案', '立案', '立案率', '社情民意', '采用', '采用率'] : []),
  ];
  const rows = lines.map((line) => [
    line.rank,
    line.title,
    ...(isMember ? [line.sector, line.street] : []),
    line.total,
    line.grade,
    ...sections.map(({ id }) => line.sections[id] ?? 0),
    ...[line.quality?.proposals, line.quality?.opinions].flatMap((share) =>
      share ? [share.of.length, share.met.length, share.percent] : [],
    ),
  ]);
  // The writer of spreadsheets is large and most starts never need it.
  const { writeChartBook } = await import('../exporting/sheet/index.ts');
  const day = formatOfficialDate(desk.today);
  const title = `${input.year}年履职计分（${scheme.label}第${scheme.version}版）`;
  const bytes = await writeChartBook({
    title,
    note: `共${lines.length}个对象　${day}导出`,
    heads,
    rows,
    evidence: evidenceRows(desk, input, lines),
  });
  const name = safeFileName(`${title}（${day}）`, '履职计分', 'xlsx');
  const made = { name, bytes, type: XLSX, extension: 'xlsx', dialog: '导出 Excel', out: input.out } as const;
  return { ...(await handOut(desk, made)), name, size: bytes.byteLength, rows: lines.length };
});

/** The two directions of 双向评价 by the scheme in force: who judges, and by which criteria. */
const criteria = os.scores.criteria.handler(({ context: { desk } }) => {
  const { counting } = desk.opened;
  const year = Number(desk.today.slice(0, 4));
  const sides = [
    { audience: 'proposalQuality', direction: '提案质量', by: '承办单位' },
    { audience: 'handlingQuality', direction: '办理质量', by: '提案人' },
  ] as const;
  return {
    directions: sides.flatMap(({ audience, direction, by }) => {
      const found = counting.schemes.find((one) => one.audience === audience && one.status === 'inForce');
      const scheme = found ? (counting.scores(found.id, year)?.scheme ?? found) : undefined;
      if (!scheme) return [];
      const items = scheme.items
        .filter(({ points }) => points > 0)
        .map(({ code, label, points }) => ({ code, label, points }));
      return [{ direction, by, items, grades: scheme.grades.map((grade) => ({ ...grade })) }];
    }),
  };
});

export const scorePapers = { export: exportRanking, criteria };
