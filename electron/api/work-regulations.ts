import { regulationYear, versionsOf } from '../../shared/figures/regulations.ts';
import { enumerationOf, titleOf } from '../../shared/records/index.ts';
import { textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { type Body, blockTexts, countCharacters } from '../../shared/text/body.ts';
import { differenceOf } from '../../shared/text/difference.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import { evidenceList, figureOf, yearsIn } from './evidence.ts';
import { os } from './implementer.ts';
import { requireRecord } from './records.ts';

const overview = os.workRegulations.overview.handler(({ input: { year }, context: { desk } }) => {
  const { library } = desk.opened;
  const areas = (enumerationOf(enumerationsOf(library), 'regulationArea')?.values ?? [])
    .filter(({ retired }) => !retired)
    .map(({ value }) => value);
  const found = regulationYear((kind) => library.list(kind), year, areas);
  const items = (records: readonly StoredRecord[]) => evidenceList(desk, records);
  const noArea = found.changed.filter(({ values }) => !textOf(values, 'area'));
  return {
    years: yearsIn(desk, 'regulation', 'year'),
    ...(found.changed.length > 0
      ? { sentence: `修订完善规章制度${found.areas.length}个方面${found.changed.length}项` }
      : {}),
    figures: [
      figureOf('changed', '制定和修订', '项', '当年通过、方式是制定或修订的制度，按项数', items(found.changed)),
      figureOf(
        'areas',
        '涉及方面',
        '个方面',
        '当年制定和修订的制度，类别去重；没有填类别的不算方面',
        items(found.changed.filter(({ values }) => textOf(values, 'area'))),
        found.areas.length,
      ),
      figureOf('important', '审议通过重要文件', '项', '当年常委会通过、标了“重要文件”的制度', items(found.important)),
      figureOf('noArea', '没有填类别', '项', '当年制定和修订、类别空着的制度，补上才算进“几个方面”', items(noArea)),
    ],
    areas: found.lines.map((line) => ({
      area: line.area,
      made: items(line.made),
      revised: items(line.revised),
      repealed: items(line.repealed),
      inForce: items(line.inForce),
      underWay: items(line.underWay),
    })),
    important: items(found.important),
  };
});

const bodyOf = ({ values }: StoredRecord): Body | undefined => {
  const body = values.body as Body | undefined;
  return body && Array.isArray(body.blocks) && body.blocks.length > 0 ? body : undefined;
};

const versions = os.workRegulations.versions.handler(({ input, context: { desk } }) => {
  requireRecord(desk, 'regulation', input.id);
  return {
    versions: versionsOf((kind) => desk.opened.library.list(kind), input.id).map((record) => {
      const body = bodyOf(record);
      const text = (field: string) => textOf(record.values, field);
      return {
        id: record.id,
        title: titleOf(record, desk.lookup),
        number: text('number'),
        action: text('action'),
        state: text('state'),
        passedOn: text('passedOn'),
        characters: body ? countCharacters(body) : 0,
        changes: text('changes'),
      };
    }),
  };
});

const compare = os.workRegulations.compare.handler(({ input, context: { desk } }) => {
  const both = [requireRecord(desk, 'regulation', input.before), requireRecord(desk, 'regulation', input.after)];
  const [before = [], after = []] = both.map((record) => {
    const body = bodyOf(record);
    return body ? blockTexts(body).filter((text) => text.trim() !== '') : [];
  });
  const lines = differenceOf(before, after);
  const count = (type: string) => lines.filter((line) => line.type === type).length;
  return {
    lines: lines.map(({ type, before: left, after: right }) => ({
      type,
      ...(left ? { before: [...left] } : {}),
      ...(right ? { after: [...right] } : {}),
    })),
    counts: { same: count('same'), changed: count('changed'), added: count('added'), removed: count('removed') },
    without: both.filter((record) => !bodyOf(record)).map((record) => titleOf(record, desk.lookup)),
  };
});

export const workRegulations = { overview, versions, compare };
