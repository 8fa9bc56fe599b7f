import { type DeedSection, memberRecord } from '../../../figures/member-record.ts';
import { numberOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { hanNumber } from '../../../text/numerals.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import { headingNumber } from '../../from-body.ts';
import type { DocumentBlock, DocumentCell, DocumentFigure, DocumentModel, Finding, PageSetup } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { attendanceBlocks } from './archive-attendance.ts';
import { adviceBlocks, awardBlocks, contributionBlocks, opinionBlocks, visitBlocks } from './archive-others.ts';
import { proposalBlocks } from './archive-proposals.ts';
import { scoreBlocks, yearScores } from './archive-scores.ts';
import { cell, label } from './cells.ts';
import { type Face, faceOf } from './people.ts';
import { termBody } from './roll.ts';

const REPLIES = ['答复全文', '只列目录'] as const;
const PICTURES = ['放图片', '不放'] as const;
/** More pictures than this make a book of photographs; the others stay with their records. */
const MOST_PICTURES = 12;

/** 届末履职档案册 (J19): everything on record of one appointment as a book that is given back to the member. */
export const serviceArchive: DocumentDefinition = {
  id: 'serviceArchive',
  label: '届末履职档案册',
  group: '委员履职',
  layout: 'book',
  aliases: ['履职档案', '委员档案册', '换届档案'],
  description: '一名委员一本：封面、目录、基本情况、历年得分、出席、提案和答复、社情民意、贡献、走访、奖励、图片。',
  parameters: [
    { name: 'member', label: '委员', type: 'reference', targets: ['member'], required: true },
    { name: 'replies', label: '提案答复', type: 'choice', options: REPLIES, initial: REPLIES[0] },
    { name: 'pictures', label: '图片', type: 'choice', options: PICTURES, initial: PICTURES[0] },
    { name: 'date', label: '编印日期', type: 'date', help: '留空用今天' },
  ],
  compose,
};

const FRONT: PageSetup = { orientation: 'portrait', grid: 'free', folio: 'none' };

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const member = say.recordParam(params, 'member', '委员', ['member'], material);
  const full = say.choiceParam(params, 'replies', '提案答复', REPLIES) === REPLIES[0];
  const pictured = say.choiceParam(params, 'pictures', '图片', PICTURES) === PICTURES[0];
  const date = say.dayParam(params, 'date', '编印日期') || material.today;
  const face = faceOf(member, material.lookup);
  const term = material.lookup('term', textOf(member.values, 'term'));
  const findings: Finding[] = [];
  if (!face.name)
    findings.push({ severity: 'error', message: '没有登记姓名。', source: say.sourceOf(member, 'person') });
  const body = termBody(material.settings.fullName, term);
  const years = yearsOf(member, term, material);
  const sections = memberRecord(member.id, material.list);
  const pictures = pictured ? picturesOf(face, sections, material, findings) : [];
  const parts = partsOf(face, years, sections, full, pictures, material);
  const number = term && numberOf(term.values, 'number');
  const title = `政协${number === undefined ? '' : `第${hanNumber(number)}届`}委员履职档案`;
  const model: DocumentModel = {
    document: 'serviceArchive',
    title: `${title}（${face.name || '未填姓名'}）`,
    fileName: `${title}（${face.name || '未填姓名'}）`,
    page: FRONT,
    blocks: [
      ...coverOf(face, term, body, date, material),
      { type: 'sectionBreak', start: 'nextPage', page: FRONT },
      say.paragraph('contentsTitle', '目　录'),
      { type: 'contents', roles: ['heading1'] },
      { type: 'sectionBreak', start: 'nextPage', page: bodyPage(title, face.name) },
      ...parts.flatMap(({ heading, blocks }, index) => [
        say.paragraph('heading1', `${headingNumber(1, index + 1)}${heading}`, say.sourceOf(member)),
        ...blocks,
      ]),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

const bodyPage = (title: string, name: string): PageSetup => ({
  orientation: 'portrait',
  grid: 'free',
  folio: 'center',
  numbering: { format: 'arabic', start: 1 },
  runningHead: { even: title, odd: name },
});

/** Years of the appointment up to today. */
function yearsOf(member: StoredRecord, term: StoredRecord | undefined, { today }: DocumentMaterial): number[] {
  const from = textOf(member.values, 'appointedOn') || textOf(term?.values ?? {}, 'start') || today;
  const ends = [textOf(member.values, 'exitOn'), textOf(term?.values ?? {}, 'end'), today].filter(Boolean).sort();
  const first = Number(from.slice(0, 4));
  const last = Math.max(first, Number((ends[0] ?? today).slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function coverOf(
  face: Face,
  term: StoredRecord | undefined,
  body: string,
  date: string,
  { settings }: DocumentMaterial,
): DocumentBlock[] {
  const source = say.sourceOf(face.record);
  const blanks = (count: number) => Array.from({ length: count }, () => say.blank());
  return [
    ...blanks(4),
    say.paragraph('coverSubtitle', body, term ? say.sourceOf(term) : undefined),
    say.blank(),
    say.paragraph('coverTitle', '委员履职档案'),
    ...blanks(4),
    say.paragraph('coverSubtitle', spacedName(face.name), source),
    say.blank(),
    ...[face.sector && `界别：${face.sector}`, face.post, servedWords(face.record.values, term?.values ?? {})]
      .filter(Boolean)
      .map((text) => say.paragraph('coverNote', text, source)),
    ...blanks(4),
    ...(settings.issuer ? [say.paragraph('coverNote', settings.issuer)] : []),
    say.paragraph('coverNote', say.chineseDay(date)),
  ];
}

const monthWords = (day: string): string => say.chineseDay(`${day.slice(0, 7)}-01`).replace(/1日$/u, '');

/** 任期：2022年3月至2026年12月; without an end it still runs. */
function servedWords(member: Values, term: Values): string {
  const from = textOf(member, 'appointedOn') || textOf(term, 'start');
  const until = textOf(member, 'exitOn') || textOf(term, 'end');
  if (!from) return '';
  return `任期：${monthWords(from)}${until ? `至${monthWords(until)}` : '起'}`;
}

interface ArchivePart {
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
}

function partsOf(
  face: Face,
  years: readonly number[],
  sections: readonly DeedSection[],
  full: boolean,
  pictures: readonly DocumentFigure[],
  material: DocumentMaterial,
): ArchivePart[] {
  const deeds = (id: string) => sections.find((section) => section.id === id)?.deeds ?? [];
  const { id } = face.record;
  return [
    { heading: '基本情况', blocks: basics(face, material) },
    { heading: '历年履职得分', blocks: scoreBlocks(face, yearScores(id, years, material)) },
    { heading: '出席会议活动', blocks: attendanceBlocks(id, years, deeds('attended'), deeds('missed'), material) },
    { heading: '提案和答复', blocks: proposalBlocks(deeds('proposals'), full, material) },
    { heading: '社情民意', blocks: opinionBlocks(deeds('opinions'), material) },
    { heading: '发言建言', blocks: adviceBlocks(sections, material) },
    { heading: '履职为民', blocks: contributionBlocks(deeds('contributions'), material) },
    { heading: '走访联络', blocks: visitBlocks(deeds('attended'), material) },
    { heading: '表彰奖励', blocks: awardBlocks(deeds('awards'), face, material) },
    ...(pictures.length > 0 ? [{ heading: '图片', blocks: pictures }] : []),
  ];
}

function basics(face: Face, { lookup }: DocumentMaterial): DocumentBlock[] {
  const { person, record } = face;
  const source = say.sourceOf(record);
  const value = (text: string, colSpan = 1): DocumentCell => cell(text, { source, colSpan });
  const month = (day: string) => day.slice(0, 7).replace('-', '.');
  const mentor = say.memberName(textOf(record.values, 'mentor'), lookup);
  const photo = rowsOf(person, 'photo').flatMap((file) => figureOf(file, '证件照', say.sourceOf(record, 'person')));
  const resume = textOf(person, 'resume')
    .split(/[\r\n]+/u)
    .filter((line) => line.trim());
  return [
    ...photo.slice(0, 1),
    {
      type: 'table',
      columns: [{ width: 26 }, { width: 32 }, { width: 22 }, { width: 30 }, { width: 22 }, { width: 30 }],
      headRows: 0,
      size: 12,
      source,
      rows: [
        [
          label('姓　名'),
          value(spacedName(face.name)),
          label('性　别'),
          value(textOf(person, 'sex')),
          label('民　族'),
          value(textOf(person, 'ethnicity')),
        ],
        [label('出生年月'), value(month(textOf(person, 'birth'))), label('政治面貌'), value(face.parties, 3)],
        [
          label('学历学位'),
          value([textOf(person, 'education'), textOf(person, 'degree')].filter(Boolean).join('、')),
          label('职　称'),
          value(textOf(person, 'professionalTitle')),
          label('委员证号'),
          value(textOf(record.values, 'code')),
        ],
        [label('单位及职务'), value(face.post, 5)],
        [label('界　别'), value(face.sector), label('专委会'), value(face.committee, 3)],
        [label('街　道'), value(face.subdistrict), label('政协职务'), value(face.duties, 3)],
        [
          label('任职日期'),
          value(say.chineseDay(textOf(record.values, 'appointedOn'))),
          label('任职状态'),
          value(textOf(record.values, 'status')),
          label('联系领导'),
          value(spacedName(mentor)),
        ],
        [label('专　长'), value(textOf(person, 'expertise'), 5)],
      ],
    },
    ...(resume.length > 0 ? [say.paragraph('heading2', '工作经历')] : []),
    ...resume.map((line) =>
      say.paragraph('body', line.trim(), { kind: 'person', id: textOf(record.values, 'person'), field: 'resume' }),
    ),
  ];
}

const PICTURE = /^image\/(?:png|jpeg|gif|bmp)$/u;

/** An attachment as a figure, when it is a picture a Word file can show. */
function figureOf(file: Values, caption: string, source: DocumentFigure['source']): DocumentFigure[] {
  const sha256 = textOf(file, 'sha256');
  if (!sha256 || !PICTURE.test(textOf(file, 'type'))) return [];
  return [{ type: 'figure', sha256, name: textOf(file, 'name'), caption, ...(source ? { source } : {}) }];
}

/** Pictures on the member's own records: attachments of the appointment, certificates, proofs. Each once. */
function picturesOf(
  face: Face,
  sections: readonly DeedSection[],
  { lookup }: DocumentMaterial,
  findings: Finding[],
): DocumentFigure[] {
  const own = sections
    .filter(({ id }) => ['awards', 'contributions', 'plenary', 'reports'].includes(id))
    .flatMap(({ label: words, deeds }) => deeds.map((deed) => ({ words, record: lookup(deed.kind, deed.id) })));
  const found = [{ words: '委员', record: face.record as StoredRecord | undefined }, ...own].flatMap(
    ({ words, record }) =>
      record
        ? ['files', 'proof'].flatMap((field) =>
            rowsOf(record.values, field).flatMap((file) =>
              figureOf(file, `${words}　${textOf(file, 'name').replace(/\.[^.]+$/u, '')}`, say.sourceOf(record, field)),
            ),
          )
        : [],
  );
  const once = [...new Map(found.map((figure) => [figure.sha256, figure])).values()];
  if (once.length > MOST_PICTURES)
    findings.push({
      severity: 'warning',
      message: `附件里有${once.length}幅图片，册里放了前${MOST_PICTURES}幅，其余的请到记录的附件里查看。`,
      source: say.sourceOf(face.record),
    });
  return once.slice(0, MOST_PICTURES);
}
