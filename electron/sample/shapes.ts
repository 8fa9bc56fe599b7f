import { z } from 'zod';

/** Shapes of the files in resources/sample. They are strict so that a misspelt key is noticed when it is written. */

const person = z.strictObject({
  name: z.string(),
  nameNote: z.string().optional(),
  sex: z.enum(['男', '女']),
  ethnicity: z.string().default('汉族'),
  birth: z.string(),
  parties: z.array(z.string()),
  partyDuty: z.string().optional(),
  org: z.string(),
  orgDuty: z.string(),
  orgNature: z.string().default('机关'),
  education: z.string().optional(),
  degree: z.string().optional(),
  professionalTitle: z.string().optional(),
  nativePlace: z.string().optional(),
  expertise: z.string().optional(),
  otherLevels: z.array(z.string()).default([]),
  sector: z.string(),
  roles: z.array(z.string()).default([]),
  committee: z.string().optional(),
  subdistrict: z.string().optional(),
  subdistrictDuty: z.string().optional(),
});

export const peopleShape = z.strictObject({
  leaders: z.array(person),
  ninthOnly: z.array(person),
  men: z.array(z.string()),
  women: z.array(z.string()),
});
export type NamedPerson = z.infer<typeof person>;
export type PeopleData = z.infer<typeof peopleShape>;

const pool = z.strictObject({
  nature: z.string(),
  /** By organisation: 职务 or 职务/职称. Each is held by one person, so that no post looks doubly filled. */
  posts: z.record(z.string(), z.array(z.string())),
});

export const workplacesShape = z.strictObject({
  pools: z.record(z.string(), pool),
  nativePlaces: z.array(z.string()),
  education: z.array(z.string()),
  expertise: z.array(z.string()),
  honours: z.array(z.strictObject({ name: z.string(), awardedBy: z.string(), level: z.string(), date: z.string() })),
  leave: z.record(z.string(), z.array(z.string())),
  /** Appointments that ended in the course of the term; `meeting` is the number of the deciding meeting's file. */
  exits: z.array(
    z.strictObject({
      sector: z.string(),
      status: z.string(),
      exitOn: z.string(),
      exitReason: z.string(),
      meeting: z.string(),
    }),
  ),
  resigning: z.strictObject({ sector: z.string() }),
  /** Sectors in which one member joined in the course of the term. */
  coopted: z.array(z.string()),
});
export type WorkplacesData = z.infer<typeof workplacesShape>;

export const organisationShape = z.strictObject({
  office: z.strictObject({
    fullName: z.string(),
    shortName: z.string(),
    code: z.string(),
    issuer: z.string(),
    fonts: z.strictObject({}),
    briefingReceivers: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  }),
  terms: z.array(
    z.strictObject({
      number: z.number(),
      title: z.string(),
      start: z.string(),
      end: z.string().optional(),
      seats: z.number(),
      standingSeats: z.number(),
    }),
  ),
  sessions: z.array(
    z.strictObject({
      number: z.number(),
      openOn: z.string(),
      closeOn: z.string(),
      proposalDeadline: z.string(),
      halfDays: z.number(),
    }),
  ),
  sectors: z.array(
    z.strictObject({
      name: z.string(),
      seats: z.number(),
      committee: z.string(),
      pools: z.array(z.string()),
      parties: z.array(z.string()),
      women: z.boolean().default(false),
      ethnicities: z.array(z.string()).default([]),
      /** Years of birth, both included. */
      born: z.tuple([z.number(), z.number()]).default([1965, 1990]),
    }),
  ),
  committees: z.array(
    z.strictObject({ name: z.string(), shortName: z.string(), director: z.string(), duty: z.string() }),
  ),
  subdistricts: z.array(
    z.strictObject({
      street: z.string(),
      office: z.string(),
      convenor: z.string(),
      liaison: z.string(),
      communities: z.array(z.string()),
    }),
  ),
  staff: z.array(z.strictObject({ name: z.string(), sex: z.enum(['男', '女']), orgDuty: z.string() })),
});
export type OrganisationData = z.infer<typeof organisationShape>;
export type SectorData = OrganisationData['sectors'][number];

/** Times are 2024-01-04T15:00, or +3d 14:30 counted from the day the sample is made. */
export const meetingShape = z.strictObject({
  category: z.string(),
  subtype: z.string(),
  title: z.string(),
  serial: z.string().optional(),
  start: z.string(),
  end: z.string().optional(),
  halfDays: z.number().optional(),
  place: z.string(),
  /** Who is expected: see attendees.ts. */
  scope: z.string().optional(),
  /** Exactly so many are missing. */
  absent: z.number().optional(),
  organizer: z.string(),
  chair: z.string().optional(),
  leaders: z.string().optional(),
  mandatory: z.string().optional(),
  signupDeadline: z.string().optional(),
  session: z.number().optional(),
  firstTopic: z.boolean().optional(),
  studyCount: z.boolean().optional(),
  minutesNumber: z.string().nullish(),
  status: z.string().optional(),
  outcome: z.array(z.string()).optional(),
  campaigns: z.array(z.string()).optional(),
  /** A meeting may be a consultation too (常委会协商); who lectured on what. */
  consultForm: z.string().optional(),
  consultLevel: z.string().optional(),
  /** Streets supervised or visited. */
  streets: z.array(z.string()).optional(),
  lecturer: z.string().optional(),
  lectureTitle: z.string().optional(),
  counts: z.array(z.tuple([z.string(), z.number()])).optional(),
  /** 标题 | 汇报 | 结论 */
  agenda: z.array(z.string()).optional(),
  /** 内容 | 责任部门 | 时限 | 进展 | 完成情况 */
  resolutions: z.array(z.string()).optional(),
});
export type MeetingData = z.infer<typeof meetingShape>;

export const materialShape = z.strictObject({
  title: z.string(),
  category: z.string(),
  date: z.string(),
  source: z.string(),
  author: z.string(),
  documentNumber: z.string().optional(),
  tags: z.array(z.string()),
});

export const chapterShape = z.strictObject({
  title: z.string(),
  part: z.string(),
  village: z.string().optional(),
  /** 三亲: 亲历, 亲见, 亲闻, or 考述. */
  sanqin: z.string().optional(),
  author: z.string().optional(),
});

export const bookShape = z.strictObject({
  title: z.string(),
  series: z.string(),
  volume: z.string(),
  chiefEditor: z.string(),
  deputyEditors: z.array(z.string()),
  responsibleEditor: z.string(),
  editors: z.array(z.string()),
  /** 姓名 | 编委会职务 | 现任职务 */
  editorialBoard: z.array(z.string()),
  plannedCharacters: z.number(),
  format: z.string(),
  publication: z.string(),
  printRun: z.number(),
  printer: z.string(),
  recipients: z.string(),
  status: z.string(),
});
