import type { Composed } from '../definition.ts';
import type { DocumentBlock, DocumentModel, Finding } from '../model.ts';

const sameBlock = (a: DocumentBlock, b: DocumentBlock): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The block of the edited paper that was block `index` when it was composed: the same one, or one of the same record. */
function blockNow(index: number, fresh: DocumentModel, edited: DocumentModel): number | undefined {
  const was = fresh.blocks[index];
  if (!was) return undefined;
  const there = edited.blocks[index];
  if (there && sameBlock(was, there)) return index;
  const same = edited.blocks.findIndex((block) => sameBlock(was, block));
  if (same >= 0) return same;
  const source = 'source' in was ? was.source : undefined;
  if (there?.type === was.type && source && 'source' in there && there.source?.id === source.id) return index;
  const from = edited.blocks.findIndex(
    (block) => source && 'source' in block && block.source?.id === source.id && block.source.field === source.field,
  );
  return from >= 0 ? from : undefined;
}

/** What the composer noticed, with its places on the paper as it was edited since. */
export function carriedFindings({ model: fresh, findings }: Composed, edited: DocumentModel): Finding[] {
  return findings.map((finding) => {
    if (finding.block === undefined) return finding;
    const { block: _was, cell, range, replacement, ...rest } = finding;
    const block = blockNow(finding.block, fresh, edited);
    if (block === undefined) return rest;
    const was = fresh.blocks[finding.block];
    const is = edited.blocks[block];
    // Offsets and offers hold only for the very words they were made for.
    const whole = was && is && sameBlock(was, is);
    return {
      ...rest,
      block,
      ...(cell && whole ? { cell } : {}),
      ...(range && whole ? { range } : {}),
      ...(replacement !== undefined && whole ? { replacement } : {}),
    };
  });
}

/** Findings of rules without those that the composer has told already in words of its own. */
export function withoutRepeats(findings: readonly Finding[], told: readonly Finding[]): Finding[] {
  const messages = told.map(({ message }) => message);
  const blanks = new Set(told.flatMap(({ block, severity }) => (severity === 'hint' ? [] : [block])));
  return findings.filter(({ rule, message, block }) => {
    if (rule === 'missing.parts') return !messages.some((said) => said.startsWith(message));
    // The composer has said why there is a blank, and where to fill it in.
    return rule !== 'missing.placeholders' || block === undefined || !blanks.has(block);
  });
}
