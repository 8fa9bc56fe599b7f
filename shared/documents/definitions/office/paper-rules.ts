import { asBody, isBlankBody } from '../../../records/body-shape.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { type Body, blockTexts } from '../../../text/body.ts';
import type { Finding } from '../../model.ts';
import * as say from '../../wording.ts';

/** 上行文 bear the name of who signed for them (党政机关公文处理工作条例, 第九条). */
export const isUpward = (docType: string): boolean => docType === '请示' || docType === '报告';

/** How a 请示 ends: 妥否，请批示。 or what says the same. */
const ASKING_END =
  /(?:妥否|当否|可否|是否妥当|是否可行|以上请示|特此请示)?[，,]?\s*(?:敬)?请(?:予)?(?:批示|审示|指示|审批|批准|批复|核准|审定|函复)[。.！!]?$/u;
/** Words with which a paper asks to be decided on. */
const ASKING = /(?:妥否|当否|可否)[，,]?\s*(?:敬)?请|请(?:予)?(?:批示|审批|批准|批复|核准)/u;

interface PaperFacts {
  readonly issuers: readonly string[];
  readonly annotation: string;
}

/** What must not go out like this, by the kind of paper (H.6; 条例 第九条、第十五条). */
export function paperFindings(record: StoredRecord, { issuers, annotation }: PaperFacts): Finding[] {
  const { values } = record;
  const findings: Finding[] = [];
  const note = (severity: Finding['severity'], field: string, message: string) =>
    findings.push({ severity, message, source: say.sourceOf(record, field) });
  const docType = textOf(values, 'docType');
  const title = textOf(values, 'title').trim();
  const receivers = textOf(values, 'mainReceivers').trim();
  const stored = asBody(values.body);
  const body = stored && !isBlankBody(stored) ? stored : undefined;
  if (!body) note('error', 'body', '公文还没有正文。');
  if (!receivers) note('warning', 'mainReceivers', '没有填主送机关。');
  if (issuers.length === 0) note('error', 'issuer', '没有发文机关，资料库设置里也没有单位名称。');
  if (!title) note('error', 'title', '公文没有标题。');
  else if (['请示', '报告', '函', '通知'].includes(docType) && !title.endsWith(docType)) {
    note('hint', 'title', `标题没有以“${docType}”结尾，请核对标题和文种是否一致。`);
  }
  if (isUpward(docType) && !textOf(values, 'signer').trim()) {
    note('error', 'signer', `${docType}是上行文，要标注签发人，还没有填。`);
  }
  if (textOf(values, 'voidReason')) note('error', 'voidReason', '这件公文的文号已经作废，不能印发。');
  if (docType === '请示') findings.push(...askingFindings(record, body, receivers, annotation));
  if (docType === '报告' && body && ASKING.test(blockTexts(body).join('\n'))) {
    note('error', 'body', '报告里不得夹带请示事项（正文里有请批示、请批准一类的话），请另写请示。');
  }
  return findings;
}

/** 请示: one matter, one receiver, an ending that asks, who can be asked (条例 第十五条; GB/T 9704-2012, 7.3.6). */
function askingFindings(
  record: StoredRecord,
  body: Body | undefined,
  receivers: string,
  annotation: string,
): Finding[] {
  const findings: Finding[] = [];
  const note = (severity: Finding['severity'], field: string, message: string) =>
    findings.push({ severity, message, source: say.sourceOf(record, field) });
  const paragraphs = body ? blockTexts(body).filter((text) => text.trim()) : [];
  const last = paragraphs.at(-1)?.trim() ?? '';
  if (body && !ASKING_END.test(last)) note('error', 'body', '请示的结尾没有“妥否，请批示。”，请补上。');
  const asks = paragraphs.filter((text) => ASKING.test(text)).length;
  if (asks > 1) note('error', 'body', `请示应当一文一事，正文里有${asks}处请求批示，请分开行文。`);
  else if (separateMatters(body) > 1) {
    note('warning', 'body', '请示应当一文一事，正文里像是请示了几件事，请核对。');
  }
  if (/[、，,；;]/u.test(receivers))
    note('warning', 'mainReceivers', '请示一般只写一个主送机关，需要同时送其他机关的用抄送。');
  if (!annotation) note('warning', 'attachmentNote', '请示要在附注里写联系人和电话，请在参数“附注”里填写。');
  return findings;
}

/** Headings of the first level that each ask for something of their own. */
function separateMatters(body: Body | undefined): number {
  const heads = (body?.blocks ?? []).flatMap((block) =>
    block.type === 'heading' && block.level === 1 ? [block.text.map(({ text }) => text).join('')] : [],
  );
  return heads.filter((head) =>
    /关于(?:请求|申请|拟|恳请)|^(?:[一二三四五六七八九十]+、)?(?:请求|申请|恳请|拟请)/u.test(head),
  ).length;
}
