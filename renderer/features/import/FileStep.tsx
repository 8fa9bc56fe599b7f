import { FileDrop } from './FileDrop.tsx';
import type { TablePlan } from './import-types.ts';
import { KindChoice } from './KindChoice.tsx';
import type { Sitting } from './use-sitting.ts';

interface FileStepProps {
  readonly sitting: Sitting;
  readonly kind: string;
  readonly reading: boolean;
  readonly plan: TablePlan | undefined;
}

/** The file at hand, another one instead, and what its rows become. */
export function FileStep({ sitting, kind, reading, plan }: FileStepProps) {
  const [file] = sitting.files;
  return (
    <>
      <FileDrop as={kind} compact onFiles={sitting.add} />
      {file && (
        <p className="import-file" role="status">
          <strong>{file.name}</strong>
          <span className="quiet">
            {' '}
            {sizeOf(file.size)}
            {reading && ' · 正在读文件、预演…'}
            {plan && ` · 读到 ${plan.rows.length} 行`}
          </span>
        </p>
      )}
      <h2 className="import-question">每一行是什么</h2>
      <KindChoice value={kind} sheets onChange={sitting.chooseKind} />
    </>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
