import type { Condition, FieldCondition } from '../records/conditions/condition.ts';

/**
 * A scoring scheme (计分方案) as data: no office's rule is code. One version of it; the versions of a scheme share `id`.
 * Points are in 分; negative points deduct.
 */
export interface Scheme {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly audience: Audience;
  /** Where the rules come from: 安庆市 2018（W-21）. */
  readonly source: string;
  readonly status: 'draft' | 'inForce' | 'archived';
  /** First year it is used for. */
  readonly fromYear: number;
  /** 通过会议 */
  readonly adoptedBy?: string | undefined;
  /** What every subject begins with (起评分). */
  readonly base: number;
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly total: { readonly min?: number | undefined; readonly max?: number | undefined };
  /** Highest first; the last one begins at or below the lowest total. */
  readonly grades: readonly { readonly label: string; readonly atLeast: number }[];
  readonly vetoes: readonly Veto[];
  /** 连续两年 <60 约谈 */
  readonly warnings: readonly Warning[];
  /** 未足一年的按在任月份折算各项封顶. */
  readonly prorate: boolean;
  readonly excellence?: Excellence | undefined;
}

/** Kind of the subjects: member · subdistrictOffice · organisation (units that handled proposals) · proposal. */
export type Audience = 'member' | 'street' | 'unit' | 'proposalQuality' | 'handlingQuality';

export const SUBJECT_KINDS: Readonly<Record<Audience, string>> = {
  member: 'member',
  street: 'subdistrictOffice',
  unit: 'organisation',
  proposalQuality: 'proposal',
  handlingQuality: 'proposal',
};

/** 类. Nested by `parent`: 委员活动 20 inside 基础分 100. A section counts its items and its inner sections. */
export interface Section {
  readonly id: string;
  readonly label: string;
  readonly kind: 'basic' | 'bonus' | 'deduction';
  readonly parent?: string | undefined;
  /** Given at the start and deducted from (安庆：会议 50 分，扣完为止). */
  readonly start?: number | undefined;
  readonly cap?: number | undefined;
  readonly floor?: number | undefined;
  /** Being there is all it asks for: who has nothing besides stands in the list of those who did nothing (未履职名单). */
  readonly attendanceOnly?: boolean | undefined;
}

export interface Item {
  /** A1 */
  readonly code: string;
  readonly label: string;
  readonly section: string;
  /** 半天, 次, 件, 篇 */
  readonly unit: string;
  /** Only subjects that fulfil these: 仅常委. */
  readonly only?: readonly Condition[] | undefined;
  readonly trigger: Trigger;
  /** For each unit. */
  readonly points: number;
  /** Most (or, of a deduction, least) the item gives, as a positive number. */
  readonly cap?: number | undefined;
  /** At most so many entries count, the highest first (立案只计一次). */
  readonly limit?: number | undefined;
  /** Counting begins with the n-th entry by day (第 2 件起). */
  readonly startAt?: number | undefined;
  /** Points for every `per` of the number at `field`; `otherwise` where it is blank. Path from the row, then the record. */
  readonly quantity?: Quantity | undefined;
  /** Points by how far it went; instead of `points`. */
  readonly tiers?: readonly Tier[] | undefined;
  /** highest 取高（默认） · sum 累计 */
  readonly tierMode?: 'highest' | 'sum' | undefined;
  /** Every one that fits multiplies: 综合采用 ×0.5. */
  readonly scale?: readonly { readonly label: string; readonly where: readonly Condition[]; readonly factor: number }[];
  /** 联名系数, where a record has several authors. */
  readonly joint?: Joint | undefined;
  /** Of all items of one group a source record counts for a subject only the highest (同一事项取最高不重复计). */
  readonly exclusive?: string | undefined;
  /** An entry of it keeps the subject from being a candidate for 优秀 (取消评优). */
  readonly bars?: boolean | undefined;
  /** 取证要求, or how the rule is to be read. */
  readonly note?: string | undefined;
}

export interface Quantity {
  readonly field: string;
  readonly per: number;
  readonly otherwise: number;
  /** Read where `field` is blank, before `otherwise`: 实到半天数, else 半天数 of the meeting. */
  readonly instead?: string | undefined;
  /** Only whole units: 每满 5 万元. */
  readonly whole?: boolean | undefined;
}

export interface Tier {
  readonly label: string;
  readonly where: readonly Condition[];
  readonly points: number;
}

/** Factor of the first author and of the others; split: the others share what `first` leaves of 1. */
export interface Joint {
  readonly first: number;
  readonly others: number | 'split';
  /** Only so many authors count, in order (桐城：主要成员 ≤3 人). */
  readonly most?: number | undefined;
}

/**
 * record: every record that fits gives each of its subjects an entry · reach: enough of them in the year or in every
 * month or quarter · share: the percentage of records that meet something, full points at `full` % · average: of the
 * number at `value` over the rows of `who` · none: nothing at all came of these items · manual: entered by hand
 * (scoreEntry records), with a reason and who approved it.
 */
export type Trigger =
  | ({ readonly type: 'record' } & Source)
  | ({
      readonly type: 'reach';
      readonly atLeast: number;
      readonly per: 'year' | 'quarter' | 'month';
      /** Not enough: nothing, or the share that was reached. */
      readonly below: 'none' | 'share';
    } & Source)
  | ({
      readonly type: 'share';
      readonly met: readonly Condition[];
      readonly full: number;
      readonly below: 'none' | 'share';
      /** Every row that names the subject is judged by itself (参与率：到会人次÷应到人次), not every record once. */
      readonly rows?: boolean | undefined;
      /**
       * Nothing there to be judged: full points (没有B类答复的，不因此少分) instead of none, for who has something of another
       * item.
       */
      readonly empty?: 'full' | undefined;
    } & Source)
  | ({ readonly type: 'average'; readonly value: string; readonly full: number } & Source)
  | { readonly type: 'none'; readonly of: readonly string[] }
  | { readonly type: 'manual' };

export interface Source {
  readonly kind: string;
  /** Path to the day that says which year it belongs to; blank: always (state of things). */
  readonly day: string;
  /** Read where `day` is blank: 提交日期, else 立案日期. */
  readonly orDay?: string | undefined;
  readonly where: readonly Condition[];
  readonly who: readonly Who[];
}

/**
 * How a record names its subjects: a path to a reference (`lead`, `cosigners.member`, `attendance.member`,
 * `lead.subdistrictOffice`), or '' when the record is the subject itself. `where` asks of the same row.
 */
export interface Who {
  readonly field: string;
  readonly where?: readonly FieldCondition[] | undefined;
  /** First author, for `joint`. */
  readonly first?: boolean | undefined;
  /** Only members whose name stands among the words at this path of the record: 执笔人 are written as names. */
  readonly nameIn?: string | undefined;
}

/** 一票否决: so many records of a source. */
export interface Veto {
  readonly id: string;
  readonly label: string;
  readonly trigger: Trigger;
  readonly times: number;
}

export interface Warning {
  readonly label: string;
  readonly below: number;
  /** In so many years running. */
  readonly years: number;
}

/** 优秀候选: a total, a share (0..1) of the cap of every basic section with a cap, and at most a share of those serving. */
export interface Excellence {
  readonly atLeast: number;
  readonly sectionShare?: number | undefined;
  readonly quota?: number | undefined;
}

export const SCHEMES_SETTING = 'scoreSchemes';
