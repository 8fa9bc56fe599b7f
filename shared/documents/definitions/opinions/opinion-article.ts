import { listOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { Lookup, StoredRecord, Values } from '../../../records/record.ts';
import { storedBody } from '../../briefing.ts';
import { blocksFromBody } from '../../from-body.ts';
import type { DocumentBlock, DocumentParagraph, Finding } from '../../model.ts';
import * as say from '../../wording.ts';
import { memberNames, streetName, unitName } from '../consultation/naming.ts';

/** 编发标题, before there is one the title as it came. */
export const opinionTitle = ({ values }: StoredRecord): string =>
  textOf(values, 'title').trim() || textOf(values, 'rawTitle').trim() || '未写标题的社情民意';

/** The edited text (问题, 建议); before there is one the paper as it came, which a finding says. */
export function opinionText(opinion: StoredRecord): {
  readonly blocks: readonly DocumentBlock[];
  readonly findings: readonly Finding[];
} {
  const { values } = opinion;
  const problem = paragraphs(opinion, 'problem');
  const advice = paragraphs(opinion, 'advice');
  if (problem.length + advice.length > 0) {
    const findings: Finding[] = [];
    if (problem.length === 0) findings.push(missing(opinion, 'problem', '没有写反映的问题，只有建议。'));
    if (advice.length === 0) findings.push(missing(opinion, 'advice', '没有写建议。'));
    return { blocks: [...problem, ...introduced(advice)], findings };
  }
  const raw = storedBody(values.rawBody);
  const name = `“${opinionTitle(opinion)}”`;
  if (raw) {
    const finding = missing(opinion, 'problem', `${name}还没有编发稿，用的是来稿原文，请先编辑。`);
    return { blocks: blocksFromBody(raw, say.sourceOf(opinion, 'rawBody')), findings: [finding] };
  }
  const finding: Finding = {
    severity: 'error',
    message: `${name}没有编发稿，也没有来稿原文，只有标题。`,
    source: say.sourceOf(opinion, 'problem'),
  };
  return { blocks: [say.paragraph('body', '____', say.sourceOf(opinion, 'problem'))], findings: [finding] };
}

const missing = (opinion: StoredRecord, field: string, message: string): Finding => ({
  severity: 'warning',
  message: message.startsWith('“') ? message : `“${opinionTitle(opinion)}”${message}`,
  source: say.sourceOf(opinion, field),
});

function paragraphs(opinion: StoredRecord, field: string): DocumentParagraph[] {
  return textOf(opinion.values, field)
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => say.paragraph('body', line, say.sourceOf(opinion, field)));
}

/** 建议 begins with its word, so that the reader sees where the problem ends. */
function introduced(advice: readonly DocumentParagraph[]): DocumentBlock[] {
  const [first, ...rest] = advice;
  if (!first || /^(?:为此|对此|因此|鉴于|我?们?建议)/u.test(say.runsText(first.runs))) return [...advice];
  return [{ ...first, runs: [{ text: '建议：' }, ...first.runs] }, ...rest];
}

interface AuthorOptions {
  /** Mobile of the first author, where the city asks for it. */
  readonly contact: boolean;
}

/** （作者：欧阳明远，区政协委员，示例区第一中学校长）; nothing when nobody is named. */
export function authorLines(opinion: StoredRecord, lookup: Lookup, { contact }: AuthorOptions): DocumentParagraph[] {
  const { values } = opinion;
  const member = lookup('member', textOf(values, 'lead'))?.values ?? {};
  const person = targetOf(member, 'person', 'person', lookup);
  const name = textOf(person, 'name').trim() || textOf(values, 'leadName').trim();
  const unit = handedInBy(values, lookup);
  const source = say.sourceOf(opinion, textOf(values, 'lead') ? 'lead' : 'leadName');
  if (!name && !unit) return [];
  const identity = [
    listOf(values, 'authorLevel').join('、'),
    `${textOf(person, 'org').trim()}${textOf(person, 'orgDuty').trim()}`,
    contact ? textOf(person, 'mobile').trim() : '',
  ].filter(Boolean);
  const others = [memberNames(listOf(values, 'coauthors'), lookup), listOf(values, 'coauthorNames').join('、')]
    .filter(Boolean)
    .join('、');
  const who = name ? `作者：${[name, ...identity].join('，')}` : '';
  const parts = [who, others && `联名：${others}`, unit && unit !== name ? `报送：${unit}` : ''].filter(Boolean);
  const whole = parts.join('；');
  // What does not fit on one line stands on lines of its own rather than being torn apart.
  const lines = [...whole].length > LINE ? parts : [whole];
  return lines.map((line) => ({
    type: 'paragraph',
    role: 'byline',
    runs: [{ text: '（' }, { text: line, source }, { text: '）' }],
    source,
  }));
}

/** Characters of a line of the grid, without the brackets. */
const LINE = 26;

/** The unit, street, committee or sector in whose name the paper came. */
function handedInBy(values: Values, lookup: Lookup): string {
  const named = (field: string, kind: string): string => textOf(targetOf(values, field, kind, lookup), 'name').trim();
  const sector = named('sector', 'sector');
  return (
    unitName(textOf(values, 'sourceUnit'), lookup) ||
    streetName(values, lookup) ||
    named('committee', 'committee') ||
    (sector && !sector.endsWith('界') && !sector.endsWith('界别') ? `${sector}界别` : sector)
  );
}

/** What speaks against printing the paper at all. */
export function opinionDoubts(opinion: StoredRecord): Finding[] {
  const { values } = opinion;
  const marks = listOf(values, 'sensitivity');
  if (marks.length === 0) return [];
  const message = `“${opinionTitle(opinion)}”标了“${marks.join('、')}”，不宜编发、报送，请核实后去掉标注或换一篇。`;
  return [{ severity: 'error', message, source: say.sourceOf(opinion, 'sensitivity') }];
}
