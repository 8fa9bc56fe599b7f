import { isPresent } from '../../../records/attendance.ts';
import { listOf, numberOf, rowsOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import type { DocumentMaterial } from '../../definition.ts';
import { headingNumber } from '../../from-body.ts';
import type { DocumentBlock, Finding, Run } from '../../model.ts';
import * as say from '../../wording.ts';

/** 议题 of a consultation that stand only as topics of 四单, in the words of the topic. */
export function consultedTopics(event: StoredRecord, material: DocumentMaterial): DocumentBlock[] {
  const topics = listOf(event.values, 'topics').flatMap((id) => material.lookup('topic', id) ?? []);
  if (topics.length === 0) return [];
  const runs: Run[] = [{ text: '协商议题：' }];
  topics.forEach((topic, index) => {
    if (index > 0) runs.push({ text: '；' });
    runs.push({ text: textOf(topic.values, 'title').trim(), source: say.sourceOf(topic, 'title') });
  });
  return [{ type: 'paragraph', role: 'body', runs: [...runs, { text: '。' }], source: say.sourceOf(event, 'topics') }];
}

/** Suggestions that came out of the meeting, in their order. */
export function suggestionsOf(event: StoredRecord, material: DocumentMaterial): readonly StoredRecord[] {
  return material
    .list('suggestion')
    .filter(({ values }) => values.event === event.id)
    .sort((a, b) => (numberOf(a.values, 'seq') ?? 1e9) - (numberOf(b.values, 'seq') ?? 1e9));
}

/** 意见建议: every one with who said it and whose work it is; the head counts the very ones listed. */
export function suggestionBlocks(
  event: StoredRecord,
  material: DocumentMaterial,
  counter: { next: number },
): { blocks: DocumentBlock[]; findings: Finding[] } {
  const suggestions = suggestionsOf(event, material).filter(({ values }) => textOf(values, 'text').trim());
  if (suggestions.length === 0) {
    const message = '台账里没有这次会议的意见建议条目，纪要没有列意见建议。';
    return { blocks: [], findings: [{ severity: 'warning', message, source: say.sourceOf(event) }] };
  }
  const head = `${headingNumber(1, counter.next++)}意见建议`;
  const blocks: DocumentBlock[] = [
    say.paragraph('heading1', head),
    say.paragraph('body', `与会人员提出意见建议${suggestions.length}条：`),
  ];
  const findings: Finding[] = [];
  suggestions.forEach((suggestion, index) => {
    const source = say.sourceOf(suggestion, 'text');
    const text = say.sentence(textOf(suggestion.values, 'text').replace(/\s*[\r\n]+\s*/gu, ''));
    const unit = unitName(suggestion.values, material);
    const facts = [proposersOf(suggestion.values, material), unit ? `责任单位：${unit}` : ''].filter(Boolean);
    const runs: Run[] = [{ text: `${index + 1}.` }, { text, source }];
    if (facts.length > 0) runs.push({ text: `（${facts.join('；')}）`, source: say.sourceOf(suggestion, 'mainUnit') });
    blocks.push({ type: 'paragraph', role: 'body', runs, source });
    if (!unit) {
      const message = `意见建议第${index + 1}条还没有主责单位。`;
      findings.push({ severity: 'hint', message, source: say.sourceOf(suggestion, 'mainUnit') });
    }
  });
  return { blocks, findings };
}

const unitName = (values: Values, material: DocumentMaterial): string => {
  const unit = targetOf(values, 'mainUnit', 'organisation', material.lookup);
  return textOf(unit, 'shortName').trim() || textOf(unit, 'name').trim();
};

function proposersOf(values: Values, material: DocumentMaterial): string {
  const names = listOf(values, 'proposers').flatMap((id) => say.memberName(id, material.lookup) || []);
  return [...names, textOf(values, 'proposerName').trim()].filter(Boolean).join('、');
}

/** 发言: who spoke, in the order of the list. */
export function speakersBlock(event: StoredRecord, material: DocumentMaterial): DocumentBlock[] {
  const names = rowsOf(event.values, 'attendance')
    .filter((row) => textOf(row, 'speech') && isPresent(textOf(row, 'state')))
    .flatMap((row) => say.memberName(textOf(row, 'member'), material.lookup) || textOf(row, 'name').trim() || []);
  if (names.length === 0) return [];
  const source = say.sourceOf(event, 'attendance');
  return [say.paragraph('body', `${names.join('、')}在会上发言。`, source)];
}

/** 参加: departments and others counted by kind, not by name. */
export function partiesBlock(event: StoredRecord): DocumentBlock[] {
  const rows: { field: string; label: string; count: number | undefined }[] = [
    ...rowsOf(event.values, 'parties').map((row) => ({
      field: 'parties',
      label: textOf(row, 'party').trim(),
      count: numberOf(row, 'count'),
    })),
    ...rowsOf(event.values, 'counts').map((row) => ({
      field: 'counts',
      label: textOf(row, 'label').trim(),
      count: numberOf(row, 'count'),
    })),
  ].filter(({ label }) => label);
  if (rows.length === 0) return [];
  const runs: Run[] = [{ text: '参加：', lead: true }];
  rows.forEach(({ field, label, count }, index) => {
    if (index > 0) runs.push({ text: '，' });
    runs.push({ text: count === undefined ? label : `${label}${count}人`, source: say.sourceOf(event, field) });
  });
  return [{ type: 'paragraph', role: 'nameList', runs, source: say.sourceOf(event, rows[0]?.field ?? 'counts') }];
}
