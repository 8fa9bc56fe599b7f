import {
  isLate,
  needsReceipt,
  receiptOf,
  SOURCE_KINDS,
  type SourceField,
  sourceOf,
  spreadSuggestions,
  suggestionShares,
  suggestionsOf,
  suggestionTallies,
} from '../../shared/figures/suggestion-lists.ts';
import { listOf, numberOf, rowsOf, textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { WorkContext } from '../../shared/workflow/index.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { worldOf } from './saving.ts';
import { lineOf, nameOf, shareOut, spreadOut, tallyOut } from './work-lines.ts';
import { workWorld } from './work-world.ts';

/** Kind of the record a source key ('event/<id>') points at. */
function sourceNamed(desk: Desk, key: string): { label: string; kind?: string } {
  const [field = '', id = ''] = key.split('/');
  const kind = field in SOURCE_KINDS ? SOURCE_KINDS[field as SourceField] : undefined;
  const label = kind ? nameOf(desk, kind, id) : '';
  return kind && label ? { label, kind } : { label: '没有选来源' };
}

function lineOfSuggestion(desk: Desk, record: StoredRecord, context: WorkContext) {
  const { values } = record;
  const unit = textOf(values, 'mainUnit');
  const unitName = nameOf(desk, 'organisation', unit);
  const state = textOf(values, 'state');
  const signed = [textOf(values, 'receiptSigner'), textOf(values, 'receiptOn')].filter(Boolean).join(' ');
  const delivered = textOf(values, 'deliveredOn');
  const seq = numberOf(values, 'seq');
  return {
    ...lineOf(desk, record, textOf(values, 'due'), [unitName, state].filter(Boolean).join(' · ')),
    text: textOf(values, 'text'),
    ...(seq === undefined ? {} : { seq }),
    suggestionKind: textOf(values, 'suggestionKind'),
    source: sourceOf(values),
    sourceType: textOf(values, 'sourceType'),
    unit,
    unitName,
    coUnits: listOf(values, 'coUnits')
      .map((id) => nameOf(desk, 'organisation', id))
      .filter(Boolean)
      .join('、'),
    state,
    adoption: textOf(values, 'adoption'),
    due: textOf(values, 'due'),
    late: isLate(values, context),
    receipt: receiptOf(values, context),
    receiptNumber: textOf(values, 'receiptNumber'),
    receiptNote: signed || (delivered ? `${delivered} 送达` : ''),
    needsReceipt: needsReceipt(values),
    conversions: rowsOf(values, 'conversions').map((row) => ({
      type: textOf(row, 'type'),
      title: textOf(row, 'title'),
      on: textOf(row, 'on'),
    })),
  };
}

const overview = os.workSuggestions.overview.handler(({ input, context: { desk } }) => {
  const context = workWorld(desk, worldOf(desk.opened.library));
  const all = suggestionsOf(context.list, input.year);
  const years = new Set([Number(desk.today.slice(0, 4))]);
  for (const { values } of context.list('suggestion')) {
    const year = numberOf(values, 'year');
    if (year) years.add(year);
  }
  return {
    today: desk.today,
    years: [...years].sort((a, b) => b - a),
    cases: all.map((record) => lineOfSuggestion(desk, record, context)),
    tallies: suggestionTallies(all, context).map(tallyOut),
    shares: suggestionShares(all, context).map(shareOut),
    sources: spreadOut(spreadSuggestions(all, sourceOf, context), (key) => sourceNamed(desk, key)),
    sourceTypes: spreadOut(
      spreadSuggestions(all, (values) => textOf(values, 'sourceType'), context),
      (key) => ({ label: key || '没有填来源类型' }),
    ),
    units: spreadOut(
      spreadSuggestions(all, (values) => textOf(values, 'mainUnit'), context),
      (key) => {
        const label = nameOf(desk, 'organisation', key);
        return label ? { label, kind: 'organisation' } : { label: '还没有定单位' };
      },
    ),
  };
});

export const workSuggestions = { overview };
