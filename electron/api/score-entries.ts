import { AntouError } from '../../shared/api/errors.ts';
import { titleOf } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import type { Scheme } from '../../shared/scoring/scheme.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { requireKind, requireRecord } from './records.ts';
import { inTurn, prepare, requireNoProblems, worldOf } from './saving.ts';
import { requireScheme, subjectKind } from './score-reading.ts';

const KIND = 'scoreEntry';

/** @throws AntouError invalid where the points would count nowhere */
function requireItem({ items, vetoes, label }: Scheme, code: string): void {
  if (items.some((item) => item.code === code) || vetoes.some(({ id }) => id === code)) return;
  const why = `“${label}”没有“${code}”这一项`;
  throw new AntouError('invalid', `没有记分：${why}。请在方案里另选一项。`, { item: why });
}

async function append(desk: Desk, values: Values, label: (record: StoredRecord) => string) {
  const { library } = desk.opened;
  const kind = requireKind(KIND);
  const who = await desk.who();
  return inTurn(library, async () => {
    const id = crypto.randomUUID();
    const prepared = prepare({ kind, id, changes: values }, worldOf(library));
    requireNoProblems(prepared);
    const written = label({
      id,
      kind: KIND,
      rev: 1,
      createdAt: '',
      createdBy: who,
      updatedAt: '',
      updatedBy: who,
      values: prepared.values,
    });
    const { seq } = await library.commit({ label: written, who, add: [{ id, kind: KIND, values: prepared.values }] });
    return { id, seq, label: written };
  });
}

const addEntry = os.scores.addEntry.handler(({ input, context: { desk } }) => {
  const { scheme: schemeId, subject, ...rest } = input;
  const scheme = requireScheme(desk, { scheme: schemeId, year: Number(input.on.slice(0, 4)) });
  requireItem(scheme, input.item);
  const field = subjectKind(scheme);
  requireRecord(desk, field, subject);
  return append(
    desk,
    { ...rest, scheme: scheme.id, [field]: subject },
    (record) => `记${titleOf(record, desk.lookup)}`,
  );
});

const reverseEntry = os.scores.reverseEntry.handler(({ input, context: { desk } }) => {
  const wrong = requireRecord(desk, KIND, input.id);
  const already = desk.opened.library.list(KIND).find(({ values }) => values.reverses === wrong.id);
  if (already) {
    throw new AntouError('conflict', `没有冲销：这一笔已由“${titleOf(already, desk.lookup)}”冲销过了。`);
  }
  const { reason: _reason, approver: _approver, files: _files, points, ...same } = wrong.values;
  const values = {
    ...same,
    points: -Number(points),
    reason: input.reason,
    approver: input.approver,
    reverses: wrong.id,
  };
  return append(desk, values, (record) => titleOf(record, desk.lookup));
});

/** By id of a manual entry: whether it was taken back, or takes another back. */
export function reversalsOf(desk: Desk): ReadonlyMap<string, 'reversed' | 'reverses'> {
  const found = new Map<string, 'reversed' | 'reverses'>();
  for (const { id, values } of desk.opened.library.list(KIND)) {
    if (typeof values.reverses !== 'string') continue;
    found.set(id, 'reverses');
    found.set(values.reverses, 'reversed');
  }
  return found;
}

export const scoreEntries = { addEntry, reverseEntry };
