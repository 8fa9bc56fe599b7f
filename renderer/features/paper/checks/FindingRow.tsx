import { Link } from '@tanstack/react-router';
import { Button, Tooltip } from 'antd';
import { checkRuleOf, isOffered, wordsAt } from '../../../../shared/documents/checks/index.ts';
import type { DocumentModel, Finding as PaperFinding } from '../../../../shared/documents/model.ts';
import { RecordLink } from '../../../ui/RecordLink.tsx';
import type { Target } from '../target.ts';
import type { Finding } from './use-checks.ts';

/** Contract and model mean the same; only the one says “absent” and the other “undefined”. */
export const asFinding = (finding: Finding): PaperFinding => finding as PaperFinding;

const SIGNS = { error: '✕', warning: '⚠', hint: '·' } as const;

interface FindingRowProps {
  readonly finding: Finding;
  readonly model: DocumentModel;
  /** The rule stands above a group of such findings: only the words are told. */
  readonly grouped: boolean;
  /** The paper is being looked at anew: places may have moved. */
  readonly stale: boolean;
  readonly onGo: (target: Target) => void;
  readonly onTake: () => void;
  readonly onIgnore: () => void;
}

export function targetOf({ block, cell, part, range }: Finding): Target | undefined {
  const words = range ? { range } : {};
  if (part !== undefined) return { part, ...words };
  if (block === undefined) return undefined;
  return cell ? { block, row: cell.row, cell: cell.cell, ...words } : { block, ...words };
}

/** One finding: its place, what it would become, and the ways to be done with it. */
export function FindingRow({ finding, model, grouped, stale, onGo, onTake, onIgnore }: FindingRowProps) {
  const target = targetOf(finding);
  const offered = isOffered(asFinding(finding));
  const rule = checkRuleOf(finding.rule);
  // Old and new words say more than the excerpt in the message.
  const words = offered && rule && finding.message.startsWith(rule.label) ? rule.label : finding.message;
  const change = offered && <Change finding={finding} model={model} />;
  const told = (
    <>
      <span className={grouped && change ? 'visually-hidden' : undefined}>{words}</span>
      {change}
    </>
  );
  return (
    <li className="finding" data-severity={finding.severity}>
      <span aria-hidden className="finding-sign">
        {SIGNS[finding.severity]}
      </span>
      <div>
        <Tooltip title={rule?.source} trigger={['hover', 'focus']} placement="left">
          {target ? (
            <button type="button" className="plain-button finding-words" disabled={stale} onClick={() => onGo(target)}>
              {told}
            </button>
          ) : (
            <span>{told}</span>
          )}
        </Tooltip>
        <div className="finding-acts">
          {offered && (
            <Button size="small" disabled={stale} onClick={onTake}>
              采纳
            </Button>
          )}
          <ToSource finding={finding} />
          <button type="button" className="plain-button" onClick={onIgnore}>
            忽略
          </button>
        </div>
      </div>
    </li>
  );
}

/** Where it can be mended for good: in the ledger or record the words come from. */
function ToSource({ finding: { source } }: { finding: Finding }) {
  if (!source) return null;
  if (source.kind === 'figure') {
    return (
      <Link to="/results/figures" search={{ figure: source.id }}>
        看台账
      </Link>
    );
  }
  return (
    <RecordLink kind={source.kind} id={source.id}>
      去补
    </RecordLink>
  );
}

const AROUND = 5;

/** Old words → new words, with a little of what stands around them. */
export function Change({ finding, model }: { finding: Finding; model: DocumentModel }) {
  const words = wordsAt(model, asFinding(finding));
  const [from, to] = finding.range ?? [0, 0];
  if (words === undefined || to > words.length) return null;
  const before = words.slice(Math.max(0, from - AROUND), from);
  const after = words.slice(to, to + AROUND);
  return (
    <span className="finding-change">
      <span className="quiet">{before}</span>
      {to > from && <del>{words.slice(from, to)}</del>}
      {finding.replacement && <ins>{finding.replacement}</ins>}
      <span className="quiet">{after}</span>
    </span>
  );
}
