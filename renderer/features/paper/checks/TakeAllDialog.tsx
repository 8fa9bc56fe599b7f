import { Modal } from 'antd';
import { applyFindings, checkRuleOf } from '../../../../shared/documents/checks/index.ts';
import type { DocumentModel } from '../../../../shared/documents/model.ts';
import { asFinding, Change } from './FindingRow.tsx';
import type { Finding } from './use-checks.ts';

interface TakeAllDialogProps {
  /** Offers of one rule. */
  readonly findings: readonly Finding[];
  readonly model: DocumentModel;
  readonly onTake: (next: DocumentModel) => void;
  readonly onClose: () => void;
}

/** All offers of a rule, each to be read before they are taken together. */
export function TakeAllDialog({ findings, model, onTake, onClose }: TakeAllDialogProps) {
  const rule = checkRuleOf(findings[0]?.rule);
  return (
    <Modal
      open
      title={`全部采纳 ${findings.length} 处：${rule?.label ?? ''}`}
      okText={`改这 ${findings.length} 处`}
      cancelText="不改"
      onCancel={onClose}
      onOk={() => {
        onTake(applyFindings(model, findings.map(asFinding)));
        onClose();
      }}
    >
      <p className="quiet">{rule?.source}。改完可以用“撤销修改”退回。</p>
      <ol className="take-all">
        {findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while the dialog is open
          <li key={index}>
            <Change finding={finding} model={model} />
          </li>
        ))}
      </ol>
    </Modal>
  );
}
