import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../electron/library/types.ts';
import type { OfficeSettings } from '../../../shared/documents/definition.ts';
import { documents } from '../../../shared/documents/index.ts';
import { attendanceCounts } from '../../../shared/records/attendance.ts';
import { asBody } from '../../../shared/records/body-shape.ts';
import {
  derive,
  effectiveEnumerations,
  isServing,
  kinds,
  referencesOf,
  validateRecord,
} from '../../../shared/records/index.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import type { Lookup, StoredRecord } from '../../../shared/records/record.ts';
import { bodyText, countCharacters } from '../../../shared/text/body.ts';
import { type Made, makeSample } from './sample-library.ts';

const NOW = new Date('2026-11-20T09:30:00');
const TODAY = '2026-11-20';

let made: Made;
let library: Library;
let lookup: Lookup;

beforeAll(async () => {
  made = await makeSample(NOW);
  library = made.library;
  lookup = (kind, id) => library.get(kind, id);
});
afterAll(() => made.remove());

/** Everything that makes the records what they are; when and by whom they were written is the library's. */
const fingerprint = (from: Library): string => {
  const all = [...from.all()].map(({ kind, id, values }) => [kind, id, values]);
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
};

const minutesOf = (event: StoredRecord) => asBody(event.values.minutes);

describe('样例资料库', () => {
  it('两次生成完全相同，换一个种子就不同', async () => {
    const again = await makeSample(NOW);
    const other = await makeSample(NOW, 2);
    try {
      expect(fingerprint(again.library)).toBe(fingerprint(library));
      expect(fingerprint(other.library)).not.toBe(fingerprint(library));
    } finally {
      await again.remove();
      await other.remove();
    }
  });

  it('每条记录都通过校验，不用再整理，也没有该提醒的地方', () => {
    const enumerations = effectiveEnumerations(undefined);
    const list = (kind: string) => library.list(kind);
    const found: string[] = [];
    for (const record of library.all()) {
      if (!kinds.some(({ id }) => id === record.kind)) continue;
      const { id, kind } = record;
      const { values, problems, warnings } = validateRecord(kind, record.values, { lookup, enumerations, id, list });
      for (const [path, text] of Object.entries(problems)) found.push(`${kind} ${path}: ${text}`);
      for (const [path, text] of Object.entries(warnings)) found.push(`${kind} ${path} (提醒): ${text}`);
      const stored = derive(kind, values, lookup, { list, id });
      if (!isDeepStrictEqual(stored, record.values)) found.push(`${kind} ${id} 整理后有变化`);
    }
    expect(found.filter((line) => !expectedGap(line))).toEqual([]);
  });

  it('引用都指向存在的记录', () => {
    let seen = 0;
    for (const record of library.all()) {
      for (const { kind, id, path } of referencesOf(record)) {
        seen++;
        expect(library.get(kind, id), `${record.kind} ${path}`).toBeDefined();
      }
    }
    expect(seen).toBeGreaterThan(3000);
  });

  it('数量与交代的一致', () => {
    const count = (kind: string) => library.list(kind).length;
    const tenth = library.list('term').find((term) => term.values.number === 10);
    const members = library.list('member').filter((member) => member.values.term === tenth?.id);
    expect(members.length).toBeGreaterThanOrEqual(180);
    expect(members.filter((member) => isServing(member.values)).length).toBe(180);
    expect(members.filter((member) => member.values.isStanding === true).length).toBe(44);
    expect(count('term')).toBe(2);
    expect(count('session')).toBe(5);
    expect(library.list('sector').filter((sector) => sector.values.term === tenth?.id)).toHaveLength(22);
    expect(count('committee')).toBe(9);
    expect(count('subdistrictOffice')).toBe(14);
    expect(count('material')).toBe(30);
    expect(count('book')).toBe(1);
    const authored = library.list('chapter').filter(({ values }) => !textOf(values, 'part').startsWith('村落资料'));
    expect(authored).toHaveLength(30);
    expect(library.list('event').length).toBeGreaterThanOrEqual(60);
    const chapters = authored.map(({ values }) => values.characters as number);
    expect(Math.min(...chapters)).toBeGreaterThanOrEqual(700);
    expect(Math.max(...chapters)).toBeLessThanOrEqual(1500);
    for (const { values } of library.list('material')) {
      expect(values.characters, textOf(values, 'title')).toBeGreaterThanOrEqual(500);
      expect(values.characters, textOf(values, 'title')).toBeLessThanOrEqual(1500);
    }
  });

  it('有两对同名、复姓、多音姓和生僻字', () => {
    const names = library.list('person').map(({ values }) => textOf(values, 'name'));
    for (const name of ['王建国', '李桂兰']) expect(names.filter((one) => one === name)).toHaveLength(2);
    for (const start of ['欧阳', '司徒', '单', '查', '仇', '解', '曾']) {
      expect(
        names.some((name) => name.startsWith(start)),
        start,
      ).toBe(true);
    }
    for (const rare of ['喆', '赟', '堃', '䶮', '𫖮'])
      expect(
        names.some((name) => name.includes(rare)),
        rare,
      ).toBe(true);
    const twice = library.list('person').filter(({ values }) => (values.parties as string[] | undefined)?.length === 2);
    expect(twice.length).toBeGreaterThanOrEqual(1);
  });

  it('辞去的委员写明何时、为何、哪次会议', () => {
    const left = library.list('member').filter(({ values }) => values.status === '已辞去');
    expect(left).toHaveLength(6);
    for (const { values } of left) {
      expect(values.exitOn).toMatch(/^2024-/);
      expect(values.exitReason).toBeTruthy();
      const meeting = lookup('event', textOf(values, 'exitMeeting'));
      expect(textOf(meeting?.values ?? {}, 'start').slice(0, 10)).toBe(values.exitOn);
    }
  });

  it('至少二十四次会议有150至600字的纪要，都能排成纪要公文', () => {
    const minutes = documents.find(({ id }) => id === 'minutes');
    const settings = library.setting<OfficeSettings>('office');
    if (!minutes || !settings) throw new Error('no minutes document or no office settings');
    const written = library.list('event').filter(minutesOf);
    expect(written.length).toBeGreaterThanOrEqual(24);
    const material = { lookup, list: (kind: string) => library.list(kind), settings, today: TODAY };
    for (const event of written) {
      const body = minutesOf(event);
      const length = body ? countCharacters(body) : 0;
      expect(length, textOf(event.values, 'title')).toBeGreaterThanOrEqual(140);
      expect(length, textOf(event.values, 'title')).toBeLessThanOrEqual(600);
      const { findings } = minutes.compose({ event: event.id }, material);
      expect(
        findings.filter(({ severity }) => severity === 'error'),
        textOf(event.values, 'title'),
      ).toEqual([]);
    }
  });

  it('出席按范围算：全会全体在任委员，常委会只有常委，专委会只有本会', () => {
    const plenary = eventCalled('政协示例区第十届委员会第三次会议');
    expect(attendanceCounts(plenary.values)).toMatchObject({ expected: 183, present: 171 });
    const standing = eventCalled('区政协十届常委会第十五次会议');
    for (const row of expectedRows(standing))
      expect(lookup('member', textOf(row, 'member'))?.values.isStanding).toBe(true);
    const committee = eventCalled('教科卫体委员会全体会议（讨论养老托育调研报告）');
    for (const row of expectedRows(committee)) {
      const values = lookup('member', textOf(row, 'member'))?.values ?? {};
      expect([values.committee, values.committee2]).toContain(committee.values.organizer);
    }
  });

  it('离任以后、任职以前的委员不在出席名单里', () => {
    for (const event of library.list('event')) {
      const day = textOf(event.values, 'start').slice(0, 10);
      for (const row of rowsOf(event.values, 'attendance')) {
        const values = lookup('member', textOf(row, 'member'))?.values;
        if (!values) continue;
        expect(textOf(values, 'appointedOn') <= day).toBe(true);
        if (values.exitOn) expect(textOf(values, 'exitOn') > day).toBe(true);
      }
    }
  });

  it('议定事项相对今天有逾期的，也有未到期的', () => {
    const open = library
      .list('event')
      .flatMap(({ values }) => rowsOf(values, 'resolutions'))
      .filter((row) => !['完成', '取消'].includes(textOf(row, 'state')));
    expect(open.filter((row) => textOf(row, 'due') < TODAY).length).toBeGreaterThanOrEqual(4);
    expect(open.filter((row) => textOf(row, 'due') >= TODAY).length).toBeGreaterThanOrEqual(4);
  });

  it('资料的原件就是随程序带的文件，逐字节相同', async () => {
    for (const { values } of library.list('material')) {
      const [original] = values.original as { sha256: string; name: string }[];
      const bytes = await library.readFile(original?.sha256 ?? '');
      expect(Buffer.from(bytes).toString('utf8')).toContain(textOf(values, 'title'));
    }
  });

  it('文中的标记都已读成结构：没有残留的井号、星号、竖线和脚注号', () => {
    for (const record of library.all()) {
      for (const field of ['body', 'minutes', 'preface', 'editorialNotes', 'afterword']) {
        const body = asBody(record.values[field]);
        if (body)
          expect(bodyText(body), `${record.kind} ${textOf(record.values, 'title')}`).not.toMatch(/#|\*\*|\||\[\^|^>/mu);
      }
    }
    const notes = library.list('material').flatMap(({ values }) => asBody(values.body)?.blocks ?? []);
    expect(notes.filter((block) => block.type === 'table').length).toBeGreaterThanOrEqual(3);
    expect(notes.some((block) => block.type === 'paragraph' && block.text.some((span) => span.note))).toBe(true);
    expect(notes.some((block) => block.type === 'paragraph' && block.role === 'verse')).toBe(true);
  });

  it('写进资料库只用少数几次改动，来源记为样例', async () => {
    const history = await library.history({});
    expect(history.length).toBeLessThanOrEqual(6);
    // Undo stops before the sample: everything it writes says where it comes from.
    expect(history.filter(({ origin }) => origin === 'sample')).toHaveLength(5);
    expect(library.undoable).toBeUndefined();
    expect((await library.verify()).problems).toEqual([]);
  });
});

/** Gaps a real office has too: cadres of the streets without birth and sex, chairs and old appointments without 专委会. */
function expectedGap(line: string): boolean {
  return /^(?:person (?:sex|ethnicity|birth|parties)|member committee) \(提醒\)/.test(line);
}

function eventCalled(title: string): StoredRecord {
  const event = library.list('event').find(({ values }) => values.title === title);
  if (!event) throw new Error(`no event ${title}`);
  return event;
}

function expectedRows(event: StoredRecord) {
  return rowsOf(event.values, 'attendance').filter((row) => textOf(row, 'role') === '应出席');
}
