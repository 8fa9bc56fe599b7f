import { yearOf } from './dating.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { joined, textOf } from './read-value.ts';

/** What a paper can be about, by kind of record: what was chosen when it was drawn up. One field a kind. */
export const PAPER_SUBJECTS = {
  event: 'events',
  proposal: 'proposals',
  opinion: 'opinions',
  bulletin: 'bulletins',
  member: 'members',
  topic: 'topics',
  suggestion: 'suggestions',
  researchReport: 'researchReports',
  officialDocument: 'officialDocuments',
  regulation: 'regulations',
  report: 'reports',
  book: 'books',
  chapter: 'chapters',
  material: 'materials',
  subdistrictOffice: 'subdistrictOffices',
  organisation: 'organisations',
  session: 'sessions',
} as const satisfies Readonly<Record<string, string>>;

const about = (label: string, target: string): Field => ({ type: 'references', label, target, width: 220 });

const subjectFields: Readonly<Record<string, Field>> = {
  events: about('有关的会议活动', 'event'),
  proposals: about('有关的提案', 'proposal'),
  opinions: about('有关的社情民意', 'opinion'),
  bulletins: about('有关的期次', 'bulletin'),
  members: about('有关的委员', 'member'),
  topics: about('有关的议题', 'topic'),
  suggestions: about('有关的意见建议', 'suggestion'),
  researchReports: about('有关的调研报告', 'researchReport'),
  officialDocuments: about('有关的公文', 'officialDocument'),
  regulations: about('有关的制度', 'regulation'),
  reports: about('有关的报告稿', 'report'),
  books: about('有关的书', 'book'),
  chapters: about('有关的篇目', 'chapter'),
  materials: about('有关的资料', 'material'),
  subdistrictOffices: about('有关的街道', 'subdistrictOffice'),
  organisations: about('有关的单位', 'organisation'),
  sessions: about('有关的会次', 'session'),
};

/**
 * 文书留底: what has gone out as Word or PDF, exactly as it was, with its number, day and checksum. One record a paper;
 * exporting it again adds a version, so that what went out in March can still be held against what went out in May.
 */
export const paper: RecordKind = {
  id: 'paper',
  label: '文书留底',
  unit: '份',
  group: '机关',
  purpose: '从“文书”里导出的每一份都在这里留底：文号、日期、校验值和当时的原件。以前发出的文书也可以补登。',
  fields: {
    title: { type: 'text', label: '标题', required: true, aliases: ['文书标题', '题名'], width: 360 },
    document: { type: 'text', label: '文书种类', aliases: ['文书', '种类'], width: 140 },
    number: { type: 'text', label: '文号或期号', aliases: ['文号', '发文字号', '期号'], width: 170 },
    on: { type: 'date', label: '日期', expected: true, help: '最近一次导出的日子', width: 120 },
    year: { type: 'year', label: '年度', readOnly: true, min: 1900, max: 2199, width: 80 },
    edited: {
      type: 'boolean',
      label: '纸面上改过',
      help: '导出前在纸面上改过字，与记录拟出的不完全相同',
      unsearched: true,
      width: 110,
    },
    checksum: {
      type: 'text',
      label: '校验值',
      help: '导出件的指纹，用来核对文件有没有被改过',
      unsearched: true,
      width: 160,
    },
    ...subjectFields,
    body: { type: 'body', label: '文字' },
    versions: {
      type: 'rows',
      label: '历次导出',
      readOnly: true,
      row: {
        version: { type: 'integer', label: '第几次', width: 80 },
        at: { type: 'dateTime', label: '导出时间', width: 150 },
        by: { type: 'text', label: '经手人', unsearched: true, width: 100 },
        number: { type: 'text', label: '文号或期号', unsearched: true, width: 150 },
        checksum: { type: 'text', label: '校验值', unsearched: true, width: 160 },
        file: { type: 'files', label: '原件', width: 220 },
        /** The model and the versions of its records, from which an edited file is traced back. */
        basis: { type: 'files', label: '出处', width: 160 },
      },
    },
    files: { type: 'files', label: '附件', help: '签发单、盖章后的扫描件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'title') || '未命名的文书',
  subtitle: (values) => joined(textOf(values, 'document'), textOf(values, 'number'), textOf(values, 'on')),
  list: {
    columns: ['on', 'document', 'title', 'number', 'edited', 'year'],
    filters: ['document', 'year', 'on', 'edited', 'events', 'proposals', 'members'],
    sort: [
      ['on', 'desc'],
      ['title', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['title', 'document', 'number', 'on', 'edited', 'checksum'] },
    { label: '有关的记录', fields: Object.keys(subjectFields) },
    { label: '内容', fields: ['body'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'on' },
  derive: (values) => ({ ...values, year: yearOf(values, 'on') ?? values.year }),
  migrations: [],
};
