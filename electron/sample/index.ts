import { join } from 'node:path';
import { derive } from '../../shared/records/index.ts';
import type { Lookup } from '../../shared/records/record.ts';
import type { Library } from '../library/types.ts';
import { resourcePath } from '../resources.ts';
import { Chance, idMaker } from './chance.ts';
import { meetingRecords } from './meetings.ts';
import { organisationRecords } from './organisation.ts';
import { peopleRecords } from './people.ts';
import { drawnPicture } from './picture.ts';
import { makeRoll, type RollData } from './roll.ts';
import { materialShape, meetingShape, organisationShape, peopleShape, workplacesShape } from './shapes.ts';
import type { NewRecord } from './sheet.ts';
import { readJson, readTexts } from './sources.ts';
import { bookRecords, materialRecords } from './texts.ts';
import { gazetteerChapters, readGazetteer, readIssues, yearRecords } from './year/index.ts';

export interface SampleOptions {
  /** Stands in the history as the one who made it. */
  readonly who: string;
  /** Some meetings and deadlines lie around this day. */
  readonly now: Date;
  /** The same seed and day give the same records, ids included. */
  readonly seed?: number;
  /** Folder with the texts; resources/sample of the program unless set. */
  readonly resourcesPath?: string;
}

/**
 * Fills a new library with the invented district 示例区: people, meetings with minutes, the ledgers of a whole year, archive
 * documents, one book. Nothing in it is real. Written in five transactions; a failure leaves at worst the first of them behind, which
 * the caller throws away with the new folder.
 * @throws AntouError from the library; Error when a sample text is damaged
 */
export async function createSample(library: Library, options: SampleOptions): Promise<void> {
  const { who, now, seed = 1 } = options;
  const folder = options.resourcesPath ?? resourcePath('sample');
  const data = await readRollData(folder);
  const id = idMaker(seed);
  const seats = makeRoll(data, new Chance(seed, 'roll'));
  const meetings = await readTexts(join(folder, 'meetings'), /\.md$/, meetingShape);
  const materials = await readTexts(join(folder, 'materials'), /\.md$/, materialShape);
  const authored = [
    ...organisationRecords(seats, data, id),
    ...peopleRecords(seats, data, id, new Chance(seed, 'people')),
    ...meetingRecords(meetings, { data, seats, id, now, seed }),
  ];
  const issues = await readIssues(folder);
  const proof = await library.putFile(PROOF, '证明材料（样例）.txt', 'text/plain');
  const picture = await library.putFile(drawnPicture(1200, 800), '老照片（样例）.png', 'image/png');
  const book = await bookRecords(join(folder, 'book'), id);
  const villages = gazetteerChapters(await readGazetteer(folder), {
    organisation: data.organisation,
    id,
    seed,
    book: book[0]?.id ?? '',
    authored: book.filter(({ kind }) => kind === 'chapter'),
  });
  const parts: readonly (readonly [label: string, records: readonly NewRecord[]])[] = [
    ['样例：建立组织、委员名册和会议', authored],
    ['样例：登记一整年的台账', yearRecords({ data, seats, issues, id, now, seed, authored, proof, picture })],
    ['样例：收入文史资料、制度、新闻和来文', await materialRecords(materials, library, id)],
    ['样例：收入书稿《示例区乡村记忆》', [...book, ...villages]],
  ];
  // As part of the sample, not as a clerk's setting: nobody wants Ctrl+Z to take it away.
  await library.commit({
    label: '样例：填写单位设置',
    who,
    origin: 'sample',
    add: [{ kind: 'setting', id: 'office', values: { value: data.organisation.office } }],
  });
  const lookup = lookupIn(parts.flatMap(([, records]) => records));
  for (const [label, records] of parts) {
    const add = records.map((record) => ({ ...record, values: derive(record.kind, record.values, lookup) }));
    await library.commit({ label, who, origin: 'sample', add });
  }
}

const PROOF = new TextEncoder().encode('样例的证明材料：此处应为照片、票据或签收单。\n');

async function readRollData(folder: string): Promise<RollData> {
  const [organisation, people, workplaces] = await Promise.all([
    readJson(join(folder, 'organisation.json'), organisationShape),
    readJson(join(folder, 'people.json'), peopleShape),
    readJson(join(folder, 'workplaces.json'), workplacesShape),
  ]);
  return { organisation, people, workplaces };
}

/** The records are not in the library yet, but refer to one another. */
function lookupIn(records: readonly NewRecord[]): Lookup {
  const at = new Date(0).toISOString();
  const found = new Map(
    records.map((record) => [
      `${record.kind}/${record.id}`,
      { ...record, rev: 1, createdAt: at, createdBy: '', updatedAt: at, updatedBy: '' },
    ]),
  );
  return (kind, id) => found.get(`${kind}/${id}`);
}
