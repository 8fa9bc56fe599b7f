import type { Status } from './types.ts';

const TONES = { waiting: 'soon', active: '', good: 'good', bad: 'late', ended: 'quiet' } as const;
/** The sign says it without the colour. */
const SIGNS = { waiting: '●', active: '→', good: '✓', bad: '✗', ended: '■' } as const;

interface StateTagProps {
  readonly state: string | undefined;
  readonly tone: Status['tone'];
}

/** A state in its word, with a sign and a colour that help. */
export function StateTag({ state, tone }: StateTagProps) {
  return (
    <span className="tag state-tag" data-tone={tone ? TONES[tone] : 'quiet'}>
      {tone && <span aria-hidden>{SIGNS[tone]} </span>}
      {state ?? '没有状态'}
    </span>
  );
}
