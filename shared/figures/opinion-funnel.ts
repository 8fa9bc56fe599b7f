import type { List } from '../records/kind.ts';
import { listOf, rowsOf, textOf } from '../records/read-value.ts';
import type { Lookup, StoredRecord, Values } from '../records/record.ts';
import type { Tally } from './share.ts';

/**
 * 社情民意 of a year: the year is that of the paper's arrival, for every step of the funnel, so that each step is a part
 * of the one before (上报⊆收集, 市采用⊆上报, 省以上⊆市采用).
 */
export function opinionsOf(list: List, year: number): readonly StoredRecord[] {
  return list('opinion').filter(({ values }) => textOf(values, 'receivedOn').startsWith(`${year}-`));
}

type Test = (values: Values) => boolean;

const adoptions = (values: Values): readonly Values[] => rowsOf(values, 'adoptions');
const hasRow = (levels: readonly string[], actions: readonly string[]): Test => {
  return (values) =>
    adoptions(values).some((row) => levels.includes(textOf(row, 'level')) && actions.includes(textOf(row, 'action')));
};

const ALL_LEVELS = ['区', '市', '省', '全国'];
const SENT = ['报送', '上报上级'];
/** At a higher body a transfer to its departments is as good as being adopted (转/采用). */
const TAKEN = ['采用', '转送部门'];

export const isPublished: Test = hasRow(ALL_LEVELS, ['编发本级专刊']);
/** Sent to the district's own leaders is no report upwards. */
export const isReported: Test = hasRow(['市', '省', '全国'], SENT);
export const isCityAdopted: Test = hasRow(['市'], ['采用']);
export const isProvinceTaken: Test = hasRow(['省', '全国'], TAKEN);
export const isNationTaken: Test = hasRow(['全国'], TAKEN);
const isInstructed: Test = (values) => rowsOf(values, 'instructions').length > 0;
const isTransferred: Test = (values) => rowsOf(values, 'transfers').length > 0;

export interface FunnelStep {
  readonly id: string;
  readonly label: string;
  readonly rule: string;
  readonly fits: Test;
}

/** The funnel, from the widest step down. */
export const FUNNEL: readonly FunnelStep[] = [
  { id: 'collected', label: '收集', rule: '收稿日期在当年的，不录用的也算', fits: () => true },
  { id: 'published', label: '编发', rule: '有“编发本级专刊”记录的，或编入了期刊期次的', fits: isPublished },
  { id: 'reported', label: '报送', rule: '有向市以上“报送”或“上报上级”记录的；送区委区政府的不算', fits: isReported },
  { id: 'city', label: '市采用', rule: '有市一级“采用”记录的', fits: isCityAdopted },
  { id: 'province', label: '转省以上', rule: '有省或全国一级“采用”“转送部门”记录的', fits: isProvinceTaken },
  { id: 'nation', label: '全国采用', rule: '有全国一级“采用”“转送部门”记录的', fits: isNationTaken },
];

const idsOf = (records: readonly StoredRecord[]): readonly string[] => records.map(({ id }) => id);

/** Ids of the opinions that stand in an issue. */
export function printedIn(list: List): ReadonlySet<string> {
  return new Set(
    list('bulletin').flatMap(({ values }) => rowsOf(values, 'items').map((row) => textOf(row, 'opinion'))),
  );
}

const reaches = (step: FunnelStep, { id, values }: StoredRecord, printed: ReadonlySet<string>): boolean =>
  step.fits(values) || (step.id === 'published' && printed.has(id));

/** The funnel of the year's opinions, each step with its records. `printed`: those that stand in an issue. */
export function funnelOf(opinions: readonly StoredRecord[], printed: ReadonlySet<string>): readonly Tally[] {
  return FUNNEL.map((step) => ({
    id: step.id,
    label: step.label,
    unit: '条',
    rule: step.rule,
    ids: idsOf(opinions.filter((opinion) => reaches(step, opinion, printed))),
  }));
}

/** What stands beside the funnel: instructions by who wrote them, transfers, what was not used. */
export function besideFunnel(opinions: readonly StoredRecord[]): readonly Tally[] {
  const tally = (id: string, label: string, unit: string, rule: string, fits: Test): Tally => ({
    id,
    label,
    unit,
    rule,
    ids: idsOf(opinions.filter(({ values }) => fits(values))),
  });
  const duties = new Set(
    opinions.flatMap(({ values }) => rowsOf(values, 'instructions').map((row) => textOf(row, 'duty'))),
  );
  const replied: Test = (values) => {
    const rows = rowsOf(values, 'transfers');
    return rows.length > 0 && rows.every((row) => textOf(row, 'repliedOn') !== '' || textOf(row, 'result') !== '');
  };
  return [
    tally('instructed', '领导批示', '篇', '有批示的，一篇有几个批示算一篇', isInstructed),
    ...[...duties]
      .filter(Boolean)
      .map((duty) =>
        tally(`duty/${duty}`, `${duty}批示`, '篇', `有${duty}批示的；同一篇也有别人批示的，分别计`, (values) =>
          rowsOf(values, 'instructions').some((row) => textOf(row, 'duty') === duty),
        ),
      ),
    tally('transferred', '转办', '条', '转给部门办理的', isTransferred),
    tally('replied', '回函齐了', '条', '转办的单位都回了函的', replied),
    tally('held', '留存待用', '条', '状态为留存待用的', (values) => textOf(values, 'state') === '留存待用'),
    tally('declined', '未录用', '条', '状态为未录用的', (values) => textOf(values, 'state') === '未录用'),
  ];
}

/** Something in a record that keeps the funnel from adding up, and how to mend it. */
export interface Breach {
  readonly id: string;
  readonly what: string;
  readonly mend: string;
  /** Where in the record. */
  readonly field: string;
}

/** Broken invariants of the funnel, record by record. `opinions` are those of the year. */
export function breachesOf(opinions: readonly StoredRecord[]): readonly Breach[] {
  return opinions.flatMap(({ id, values }) => {
    const found: Breach[] = [];
    const say = (what: string, mend: string, field: string) => found.push({ id, what, mend, field });
    if (isCityAdopted(values) && !isReported(values)) {
      say(
        '有市采用，没有报送记录（市采用必须先上报）',
        '在“采用与报送”里补一行报送，日期填真实报送的那一天',
        'adoptions',
      );
    }
    const direct = textOf(values, 'exceptionNote') !== '';
    if (isProvinceTaken(values) && !isCityAdopted(values) && !direct) {
      say(
        '转了省以上，没有市采用（转省以上必须先有市采用）',
        '在“采用与报送”里补一行市采用；确是直报的，填“直报说明”',
        'adoptions',
      );
    }
    if (isProvinceTaken(values) && !isCityAdopted(values) && !isReported(values)) {
      say('转了省以上，没有报送记录', '在“采用与报送”里补一行报送，日期填真实报送的那一天', 'adoptions');
    }
    const received = textOf(values, 'receivedOn');
    const early = adoptions(values).find((row) => textOf(row, 'on') !== '' && textOf(row, 'on') < received);
    if (early) {
      const [level, action, on] = ['level', 'action', 'on'].map((name) => textOf(early, name));
      say(
        `${level}“${action}”（${on}）早于收稿（${received}）`,
        '核对收稿日期和这一条的日期，改正错的那一个',
        'adoptions',
      );
    }
    const marks = listOf(values, 'sensitivity');
    if (marks.length > 0 && (isReported(values) || isPublished(values))) {
      say(
        `标了“${marks.join('、')}”，却已编发或报送`,
        '核对敏感标注；已核实的去掉标注，不该用的另行处理',
        'sensitivity',
      );
    }
    return found;
  });
}

/** Opinions that belong to no year: they were reported or adopted in it, and have no day of arrival. */
export function undatedOf(list: List): readonly Breach[] {
  return list('opinion')
    .filter(({ values }) => textOf(values, 'receivedOn') === '')
    .map(({ id }) => ({ id, what: '没有收稿日期，不算进任何一年的收集', mend: '补填收稿日期', field: 'receivedOn' }));
}

export type RankBy = 'member' | 'unit' | 'street';

export interface RankLine {
  /** Id of a member, a unit or a street; a name in words for an author who is no member; '' for nobody named. */
  readonly key: string;
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

const keyOf = (by: RankBy, values: Values, lookup: Lookup): string => {
  if (by === 'member') return textOf(values, 'lead') || textOf(values, 'leadName');
  if (by === 'unit') return textOf(values, 'sourceUnit');
  const own = textOf(values, 'subdistrictOffice');
  return own || textOf(lookup('member', textOf(values, 'lead'))?.values ?? {}, 'subdistrictOffice');
};

/**
 * Who gave how many, and how far they went; the most adopted first. Without those nothing is known of. The first author
 * counts; the street is the one given, otherwise that of the first author.
 */
export function rankingOf(
  opinions: readonly StoredRecord[],
  by: RankBy,
  lookup: Lookup,
  printed: ReadonlySet<string>,
): readonly RankLine[] {
  const lines = new Map<string, Record<string, string[]>>();
  for (const opinion of opinions) {
    const { id, values } = opinion;
    const key = keyOf(by, values, lookup);
    if (!key) continue;
    const line = lines.get(key) ?? {};
    for (const step of FUNNEL) {
      if (reaches(step, opinion, printed)) line[step.id] = [...(line[step.id] ?? []), id];
    }
    if (isInstructed(values)) line.instructed = [...(line.instructed ?? []), id];
    lines.set(key, line);
  }
  const size = (line: RankLine, id: string) => line.columns[id]?.length ?? 0;
  return [...lines.entries()]
    .map(([key, columns]) => ({ key, columns }))
    .sort(
      (a, b) =>
        size(b, 'city') - size(a, 'city') ||
        size(b, 'reported') - size(a, 'reported') ||
        size(b, 'collected') - size(a, 'collected'),
    );
}
