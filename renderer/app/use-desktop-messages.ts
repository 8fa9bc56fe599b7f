import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { isDesktopMessage, type MenuAction } from '../../shared/api/desktop.ts';
import { api } from './api.ts';
import { reconnect } from './connect.ts';
import { explain } from './errors.ts';
import { closeLibrary, followNow } from './live.ts';

/** Wishes of the desktop's menu, and the news that the office process was restarted. */
export function useDesktopMessages(): void {
  const navigate = useNavigate();
  const { message } = App.useApp();

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      message.error(explain(error).message);
    }
  };
  const act = (action: MenuAction) => {
    switch (action) {
      case 'import':
        return void navigate({ to: '/import' });
      case 'export':
        return void navigate({ to: '/documents' });
      case 'settings':
        return void navigate({ to: '/settings' });
      case 'search':
        return document.querySelector<HTMLInputElement>('search input')?.focus();
      case 'undo-change':
        return void attempt(() => api.history.undo({}));
      case 'redo-change':
        return void attempt(() => api.history.redo({}));
      case 'new-library':
      case 'open-library':
      case 'sample-library':
        return void attempt(async () => {
          await closeLibrary();
        });
      case 'print':
        return window.print();
      case 'help':
        return void navigate({ to: '/settings', search: { tab: 'about' } });
    }
  };
  const latest = useRef(act);
  latest.current = act;

  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => {
      if (event.source !== window || !isDesktopMessage(event.data)) return;
      if (event.data.antou === 'office-restarted') {
        reconnect();
        followNow();
      } else latest.current(event.data.action);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
}
