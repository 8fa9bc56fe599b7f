import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Body } from '../../../shared/text/body.ts';
import { countCharacters } from '../../../shared/text/body.ts';
import { Chance } from '../chance.ts';
import type { MakeId } from '../people.ts';
import type { OrganisationData } from '../shapes.ts';
import type { NewRecord } from '../sheet.ts';

/** The whole book, authored pieces and gazetteer together: 三十五万字. */
export const BOOK_CHARACTERS = 350_000;

const SURNAMES = [...'孟柴郝秦雷景阮穆花尚池敖冉佟巫晏闫蔺祁栾'];
const GIVEN = ['满仓', '素琴', '守田', '月娥', '铁柱', '清泉', '长顺', '桂枝', '有粮', '喜来', '玉梅', '根生'];
const SECTIONS_A_CHAPTER = 5;

interface Section {
  readonly title: string;
  readonly sentences: readonly string[];
}

export interface GazetteerSource {
  readonly organisation: OrganisationData;
  readonly id: MakeId;
  readonly seed: number;
  /** Id of the book, and the chapters it has already. */
  readonly book: string;
  readonly authored: readonly NewRecord[];
}

/** Reads gazetteer.txt: sections with the sentences every village fills in its own way. */
export async function readGazetteer(folder: string): Promise<Section[]> {
  const text = await readFile(join(folder, 'year', 'gazetteer.txt'), 'utf8');
  const sections: { title: string; sentences: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const title = /^【(.+)】$/.exec(line)?.[1];
    if (title) sections.push({ title, sentences: [] });
    else if (line && !line.startsWith('#')) sections.at(-1)?.sentences.push(line);
  }
  return sections;
}

/**
 * The villages one after the other, each by the outline that village histories follow (由来、地理、姓氏、营生 …), until the
 * book has the length of a real one: editors' tools must be tried on a manuscript of that size, not on thirty pages.
 */
export function gazetteerChapters(sections: readonly Section[], source: GazetteerSource): NewRecord[] {
  const { organisation, id, seed, book, authored } = source;
  const chance = new Chance(seed, 'gazetteer');
  const villages = organisation.subdistricts.flatMap(({ street, communities }) =>
    communities.map((village) => ({ street, village })),
  );
  let written = authored.reduce((sum, { values }) => sum + countCharacters(values.body as Body), 0);
  const records: NewRecord[] = [];
  // Round after round over the villages: who is asked again tells more (续篇).
  for (let round = 0; written < BOOK_CHARACTERS; round++) {
    for (const { street, village } of villages) {
      for (let from = 0; from < sections.length; from += SECTIONS_A_CHAPTER) {
        if (written >= BOOK_CHARACTERS) return records;
        const own = sections.slice(from, from + SECTIONS_A_CHAPTER);
        const body = chapterBody(own, { street, village, chance, room: BOOK_CHARACTERS - written });
        written += countCharacters(body);
        const number = authored.length + records.length + 1;
        const title = `${village}${own[0]?.title ?? ''}至${own.at(-1)?.title ?? ''}${round > 0 ? `（续${round}）` : ''}`;
        const values = {
          book,
          type: '正文',
          part: `村落资料 ${street}`,
          order: number,
          title,
          status: '定稿',
          targetCharacters: 3000,
          body,
        };
        records.push({ id: id('chapter', `gazetteer ${number}`), kind: 'chapter', values });
      }
    }
  }
  return records;
}

interface ChapterTold {
  readonly street: string;
  readonly village: string;
  readonly chance: Chance;
  /** Characters the book still takes. */
  readonly room: number;
}

const PARAGRAPH = 4;

function chapterBody(sections: readonly Section[], { street, village, chance, room }: ChapterTold): Body {
  const blocks: Body['blocks'][number][] = [];
  const [surname, second] = chance.shuffled(SURNAMES);
  const fill = (sentence: string): string =>
    sentence.replace(/\{(.)\}/gu, (_, slot: string) => {
      if (slot === '村') return village.replace(/社区$/, '');
      if (slot === '街') return street;
      if (slot === '姓') return surname ?? '';
      if (slot === '氏') return second ?? '';
      if (slot === '年') return `${chance.between(1951, 2012)}年`;
      if (slot === '月') return '三四五六九十'[chance.between(0, 5)] ?? '三';
      if (slot === '人') return `${surname}${chance.pick(GIVEN)}`;
      return '二三四五六七八'[chance.between(0, 6)] ?? '三';
    });
  let length = 0;
  for (const { title, sentences } of sections) {
    if (length >= room) break;
    blocks.push({ type: 'heading', level: 1, text: [{ text: title }] });
    length += title.length;
    for (let at = 0; at < sentences.length && length < room; at += PARAGRAPH) {
      const text = sentences
        .slice(at, at + PARAGRAPH)
        .map(fill)
        .join('');
      blocks.push({ type: 'paragraph', text: [{ text }] });
      length += text.length;
    }
  }
  return { blocks };
}
