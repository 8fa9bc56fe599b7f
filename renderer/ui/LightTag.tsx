interface LightTagProps {
  readonly light: 'met' | 'missed' | 'running' | 'ahead';
  readonly missing: number;
}

const TONES = { met: 'good', missed: 'late', running: 'soon', ahead: 'quiet' } as const;

/** 达标, 差 1, 进行中, 未到期: how a count stands, in words with a sign. */
export const lightWords = ({ light, missing }: LightTagProps): string =>
  light === 'met'
    ? '✓ 达标'
    : light === 'missed'
      ? `✗ 差 ${missing}`
      : light === 'running'
        ? `进行中，差 ${missing}`
        : '未到期';

export function LightTag(props: LightTagProps) {
  return (
    <span className="tag" data-tone={TONES[props.light]}>
      {lightWords(props)}
    </span>
  );
}
