import { Modal } from 'antd';
import { useCallback, useState } from 'react';
import type { DocumentModel } from '../../../../shared/documents/model.ts';
import { isIgnored } from './ignored-findings.ts';
import { type CheckedPaper, type Finding, findingsOf } from './use-checks.ts';

/** Listed in the question; more are beside the paper anyway. */
const LISTED = 5;

interface Asked {
  readonly errors: readonly Finding[];
  readonly answer: (go: boolean) => void;
}

/**
 * Asks before a paper goes out with something that must be mended; never forbids it. Put `gate` into the page and
 * `if (!(await mayExport(paper, model))) return;` before the export.
 */
export function useExportGate() {
  const [asked, setAsked] = useState<Asked>();
  const mayExport = useCallback(async (paper: CheckedPaper, model: DocumentModel): Promise<boolean> => {
    // A check that fails is no reason to keep a paper in.
    const findings = await findingsOf(paper).catch(() => []);
    const errors = findings.filter((finding) => finding.severity === 'error' && !isIgnored(paper, finding, model));
    if (errors.length === 0) return true;
    return new Promise<boolean>((resolve) => setAsked({ errors, answer: resolve }));
  }, []);
  const answer = (go: boolean) => {
    asked?.answer(go);
    setAsked(undefined);
  };
  return { mayExport, gate: asked && <ExportGate errors={asked.errors} onAnswer={answer} /> };
}

/** 还有 2 处必须处理，仍要导出？ */
function ExportGate({ errors, onAnswer }: { errors: readonly Finding[]; onAnswer: (go: boolean) => void }) {
  return (
    <Modal
      open
      title={`还有 ${errors.length} 处必须处理，仍要导出？`}
      okText="仍要导出"
      cancelText="先去处理"
      onOk={() => onAnswer(true)}
      onCancel={() => onAnswer(false)}
    >
      <ul className="export-gate">
        {errors.slice(0, LISTED).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while the question stands
          <li key={index}>{finding.message}</li>
        ))}
      </ul>
      {errors.length > LISTED && <p className="quiet">还有 {errors.length - LISTED} 处，见纸面右侧的体检。</p>}
    </Modal>
  );
}
