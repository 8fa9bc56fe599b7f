import { Link } from '@tanstack/react-router';
import { useLive } from './live.ts';
import { formatTime } from './time.ts';

/** The bottom line, always true: whether what was typed lies on the disk, and where. */
export function StatusLine() {
  const live = useLive();
  const { library } = live;
  if (!library) return null;
  return (
    <footer className="status">
      <div className="status-left">
        <SaveWords />
        <span>第 {library.seq} 笔</span>
        <BackupWords at={library.lastBackup?.at} />
        {library.damage.length > 0 && (
          <span>
            <Link to="/settings" search={{ tab: 'safety' }}>
              发现 {library.damage.length} 处损坏{library.damage.every((report) => report.mended) ? '（已修复）' : ''}
            </Link>
          </span>
        )}
      </div>
      <div className="status-right">
        <span>非涉密资料库</span>
        <span>本机离线</span>
        <span className="clip" title={library.path}>
          资料库：{library.path}
        </span>
      </div>
    </footer>
  );
}

function SaveWords() {
  const live = useLive();
  const saving = live.library?.saving;
  const state = live.library?.readOnly
    ? { tone: 'status-failed', text: `只能查看，不能保存：${live.library.readOnly}` }
    : live.connection === 'lost'
      ? { tone: 'status-failed', text: '未能保存：和资料库断开了，没保存的还在窗口里' }
      : saving?.state === 'failed'
        ? { tone: 'status-failed', text: `未能保存：${saving.reason}` }
        : live.failure
          ? { tone: 'status-failed', text: `未能保存：${live.failure}` }
          : live.pending > 0 || saving?.state === 'saving'
            ? { tone: '', text: '保存中…' }
            : { tone: 'status-saved', text: saving ? `已保存 ${formatTime(saving.at)}` : '' };
  return (
    <span className={`save-words clip ${state.tone}`} role="status" aria-live="polite" title={state.text}>
      {state.text}
    </span>
  );
}

function BackupWords({ at }: { readonly at: string | undefined }) {
  return (
    <span>
      {at ? `上次备份 ${formatTime(at)}（已校验）` : '本次打开后还没有备份'}{' '}
      <Link to="/settings" search={{ tab: 'safety' }}>
        {at ? '' : '去备份'}
      </Link>
    </span>
  );
}
