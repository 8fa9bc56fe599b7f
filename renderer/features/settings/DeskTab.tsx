import { Radio } from 'antd';
import { OperatorForm } from '../../app/Operator.tsx';
import { usePreferences } from '../../app/preferences.ts';
import { SCALES, type Scale } from '../../app/theme.ts';

/** What belongs to this machine: size of type, who is working. */
export function DeskTab() {
  const { preferences, ready, change } = usePreferences();
  if (!ready) return null;
  return (
    <section className="card settings-form">
      <div className="settings-field">
        <span className="settings-label" id="scale-label">
          字号
        </span>
        <div>
          <Radio.Group
            aria-labelledby="scale-label"
            optionType="button"
            value={preferences.scale ?? 'standard'}
            onChange={(event) => void change({ scale: event.target.value as Scale }).catch(() => undefined)}
            options={Object.entries(SCALES).map(([value, { label }]) => ({ value, label }))}
          />
          <p className="quiet small">全部文字和行距一起放大，马上生效，只影响这台电脑。</p>
        </div>
      </div>
      <div className="settings-field">
        <span className="settings-label">署名</span>
        <OperatorForm key={preferences.operator ?? ''} name={preferences.operator ?? ''} />
      </div>
    </section>
  );
}
