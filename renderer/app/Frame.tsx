import { Outlet } from '@tanstack/react-router';
import { Alert } from 'antd';
import { StartPage } from '../features/start/StartPage.tsx';
import { useLive } from './live.ts';
import { Navigation } from './Navigation.tsx';
import { RouteLoading } from './RouteStates.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TopBar } from './TopBar.tsx';
import { useDesktopMessages } from './use-desktop-messages.ts';

/** The frame round every page. Without an open library there is only the start page. */
export function Frame() {
  const live = useLive();
  useDesktopMessages();
  if (!live.library) {
    if (!live.asked && live.connection !== 'lost') return <RouteLoading />;
    return <StartPage lost={live.connection === 'lost'} />;
  }
  // A new key draws every page anew when another library is opened: nothing of the old one may linger.
  return (
    <div className="frame" key={live.library.id}>
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        跳到内容
      </button>
      <TopBar library={live.library} />
      <Navigation library={live.library} />
      <main id="main" className="main" tabIndex={-1}>
        {live.connection === 'lost' && (
          <Alert
            banner
            className="banner"
            type="warning"
            role="status"
            title="和资料库的连接断开了，正在重新连接。已保存的内容都在；没保存的还在窗口里。"
          />
        )}
        <Outlet />
      </main>
      <StatusLine />
    </div>
  );
}
