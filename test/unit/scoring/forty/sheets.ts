import type { Member } from './members.ts';
import { anqingTotal } from './worksheet-anqing.ts';
import { dongchengTotal } from './worksheet-dongcheng.ts';
import { guangshuiTotal } from './worksheet-guangshui.ts';
import { hefeiTotal } from './worksheet-hefei.ts';
import { jinanTotal } from './worksheet-jinan.ts';
import { minhangTotal } from './worksheet-minhang.ts';
import { tongchengTotal } from './worksheet-tongcheng.ts';
import { zhongyuanTotal } from './worksheet-zhongyuan.ts';

/** The eight schemes, in the order of the columns of totals.ts. */
export const SCHEME_IDS = [
  'zhongyuan',
  'anqing',
  'tongcheng',
  'minhang',
  'jinan',
  'guangshui',
  'dongcheng',
  'hefei',
] as const;

export type SchemeId = (typeof SCHEME_IDS)[number];

export const WORKSHEETS: Readonly<Record<SchemeId, (member: Member) => number>> = {
  zhongyuan: zhongyuanTotal,
  anqing: anqingTotal,
  tongcheng: tongchengTotal,
  minhang: minhangTotal,
  jinan: jinanTotal,
  guangshui: guangshuiTotal,
  dongcheng: dongchengTotal,
  hefei: hefeiTotal,
};
