import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { applyFinding, checkRuleOf, isOffered } from '../../../../shared/documents/checks/index.ts';
import type { DocumentModel } from '../../../../shared/documents/model.ts';
import type { Target } from '../target.ts';
import { asFinding, FindingRow } from './FindingRow.tsx';
import { findingKey, useIgnored } from './ignored-findings.ts';
import { RulesDialog } from './RulesDialog.tsx';
import { TakeAllDialog } from './TakeAllDialog.tsx';
import { type CheckedPaper, type Finding, useChecks } from './use-checks.ts';
import './checks.css';

type Severity = Finding['severity'];
const SEVERITIES: readonly { readonly id: Severity; readonly label: string; readonly short: string }[] = [
  { id: 'error', label: '必须处理', short: '必须' },
  { id: 'warning', label: '请核对', short: '核对' },
  { id: 'hint', label: '提示', short: '提示' },
];

interface ChecksCardProps {
  readonly paper: CheckedPaper;
  readonly model: DocumentModel;
  readonly onGo: (target: Target) => void;
  readonly onChange: (next: DocumentModel) => void;
}

/** 体检 beside the paper: what to look at before it goes out. Nothing is changed but by a press. */
export function ChecksCard({ paper, model, onGo, onChange }: ChecksCardProps) {
  const { findings, stale } = useChecks(paper);
  const ignored = useIgnored();
  const [only, setOnly] = useState<Severity | 'all'>('all');
  const [taking, setTaking] = useState<readonly Finding[]>();
  const [ruling, setRuling] = useState(false);
  const keyed = useMemo(
    () => findings.map((finding) => ({ finding, key: findingKey(paper, finding, model) })),
    [findings, paper, model],
  );
  const open = keyed.filter(({ key }) => !ignored.keys.has(key));
  const aside = keyed.filter(({ key }) => ignored.keys.has(key));
  const count = (severity: Severity) => open.filter(({ finding }) => finding.severity === severity).length;
  const shown = open.filter(({ finding }) => only === 'all' || finding.severity === only);
  return (
    <section className="card checks" aria-label="体检">
      <header className="checks-head">
        <h2>体检{open.length > 0 && ` ${open.length} 处`}</h2>
        <button type="button" className="plain-button" onClick={() => setRuling(true)}>
          规则
        </button>
      </header>
      {open.length > 0 && (
        <Segmented
          size="small"
          block
          aria-label="只看"
          value={only}
          options={[
            { value: 'all', label: `全部 ${open.length}` },
            ...SEVERITIES.map(({ id, short }) => ({ value: id, label: `${short} ${count(id)}` })),
          ]}
          onChange={setOnly}
        />
      )}
      {open.length === 0 && <p className="quiet">{stale ? '正在查……' : '没有发现问题。'}</p>}
      {SEVERITIES.map(({ id, label }) => (
        <SeverityGroup
          key={id}
          label={label}
          findings={shown.filter(({ finding }) => finding.severity === id)}
          model={model}
          stale={stale}
          onGo={onGo}
          onTake={(finding) => onChange(applyFinding(model, asFinding(finding)))}
          onTakeAll={setTaking}
          onIgnore={ignored.ignore}
        />
      ))}
      {aside.length > 0 && (
        <p className="quiet small">
          已忽略 {aside.length} 处{' '}
          <button type="button" className="plain-button" onClick={() => ignored.restore(aside.map(({ key }) => key))}>
            重新列出
          </button>
        </p>
      )}
      {taking && (
        <TakeAllDialog findings={taking} model={model} onTake={onChange} onClose={() => setTaking(undefined)} />
      )}
      {ruling && <RulesDialog onClose={() => setRuling(false)} />}
    </section>
  );
}

interface Keyed {
  readonly finding: Finding;
  readonly key: string;
}

interface SeverityGroupProps {
  readonly label: string;
  readonly findings: readonly Keyed[];
  readonly model: DocumentModel;
  readonly stale: boolean;
  readonly onGo: (target: Target) => void;
  readonly onTake: (finding: Finding) => void;
  readonly onTakeAll: (findings: readonly Finding[]) => void;
  readonly onIgnore: (key: string) => void;
}

function SeverityGroup({ label, findings, ...rest }: SeverityGroupProps) {
  const rules = useMemo(() => byRule(findings), [findings]);
  if (findings.length === 0) return null;
  return (
    <div className="check-group">
      <h3>
        {label} {findings.length}
      </h3>
      {rules.map(([rule, own]) => (
        <RuleGroup key={rule} rule={rule} findings={own} {...rest} />
      ))}
    </div>
  );
}

/** What only the composer knows comes first, then rule by rule as they occur on the paper. */
function byRule(findings: readonly Keyed[]): readonly (readonly [rule: string, findings: readonly Keyed[]])[] {
  const rules = new Map<string, Keyed[]>([['', []]]);
  for (const one of findings) {
    const rule = one.finding.rule ?? '';
    const own = rules.get(rule);
    if (own) own.push(one);
    else rules.set(rule, [one]);
  }
  return [...rules].filter(([, own]) => own.length > 0);
}

/** Rows of a rule that are shown before somebody asks for the rest: two hundred of one kind must not hide the others. */
const FIRST = 5;

function RuleGroup({
  rule,
  findings,
  model,
  stale,
  onGo,
  onTake,
  onTakeAll,
  onIgnore,
}: Omit<SeverityGroupProps, 'label'> & { rule: string }) {
  const [whole, setWhole] = useState(false);
  const offers = findings.map(({ finding }) => finding).filter((finding) => isOffered(asFinding(finding)));
  const shown = whole ? findings : findings.slice(0, FIRST);
  const grouped = findings.length > 1 && rule !== '';
  return (
    <>
      {grouped && (
        <div className="check-rule">
          <span>
            {checkRuleOf(rule)?.label} {findings.length} 处
          </span>
          {offers.length > 1 && (
            <Button size="small" type="link" disabled={stale} onClick={() => onTakeAll(offers)}>
              全部采纳
            </Button>
          )}
        </div>
      )}
      <ul className="paper-findings">
        {shown.map(({ finding, key }, index) => (
          <FindingRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the same slip may occur twice in one paper
            key={`${key}${index}`}
            finding={finding}
            model={model}
            grouped={grouped}
            stale={stale}
            onGo={onGo}
            onTake={() => onTake(finding)}
            onIgnore={() => onIgnore(key)}
          />
        ))}
      </ul>
      {findings.length > FIRST && (
        <button type="button" className="plain-button small" onClick={() => setWhole(!whole)}>
          {whole ? '收起' : `再看 ${findings.length - FIRST} 处`}
        </button>
      )}
    </>
  );
}
