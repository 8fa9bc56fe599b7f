import type { Fault } from './types.ts';

interface FaultsProps {
  readonly file: string;
  readonly faults: readonly Fault[];
  /** Title of the document its fields were looked up in. */
  readonly example?: string | undefined;
  /** Whether this file was taken. */
  readonly saved: boolean;
  /** Whether a template of the office is in force now. */
  readonly inUse: boolean;
}

/** 模板体检: what is wrong, where it stands, and what that means for the next export. */
export function Faults({ file, faults, example, saved, inUse }: FaultsProps) {
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  const meaning = saved
    ? errors > 0
      ? `有 ${errors} 处错误，请改好再传`
      : warnings > 0
        ? `可以用，有 ${warnings} 处提醒`
        : '没有毛病'
    : `有 ${errors} 处错误，没有换用，仍用${inUse ? '原来的自备模板' : '内置版式'}`;
  return (
    <section className="template-faults card" aria-label="体检结果" aria-live="polite">
      <h2>
        体检：{file}
        <span className="tag" data-tone={errors > 0 ? 'late' : warnings > 0 ? 'soon' : 'good'}>
          {meaning}
        </span>
      </h2>
      {faults.length > 0 && (
        <ol>
          {faults.map(({ severity, message, where, tag, text }) => (
            <li key={`${where}${tag}${message}`}>
              <span className="tag" data-tone={severity === 'error' ? 'late' : 'soon'}>
                {severity === 'error' ? '错误' : '提醒'}
              </span>
              <span>
                <strong>{where}</strong>：{message}
                {text && <q className="quiet small">{text}</q>}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="quiet small">
        {example ? `占位符照“${example}”核对。` : '资料库里还没有可以拟这种文书的记录，表格里的栏目名没有核对。'}
      </p>
    </section>
  );
}
