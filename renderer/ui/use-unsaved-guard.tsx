import { useBlocker } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useRef } from 'react';

interface Guard {
  /** Saves; answers whether it came through. Offered as 保存并离开. */
  readonly save?: () => Promise<boolean>;
  /** Gives the changes up, such as removing the draft. */
  readonly drop?: () => void | Promise<void>;
}

type Answer = 'stay' | 'drop' | 'save';

/**
 * Leaving a page with unsaved text asks: 保存并离开, 不保存, 留下. Closing the window
 * asks too: the browser in its words, the desktop in ours (electron/shell/window.ts).
 * @returns `release()`: lets the next navigation through, for use right after saving.
 */
export function useUnsavedGuard(dirty: boolean, guard: Guard = {}): { readonly release: () => void } {
  const { modal } = App.useApp();
  const free = useRef(false);
  if (!dirty) free.current = false;

  const ask = () =>
    new Promise<Answer>((resolve) => {
      const dialog = modal.confirm({
        title: '有没保存的修改',
        content: '离开这一页之前，要保存吗？',
        icon: null,
        onCancel: () => resolve('stay'),
        footer: () => {
          const answer = (value: Answer) => {
            dialog.destroy();
            resolve(value);
          };
          return (
            <div className="dialog-verbs">
              <Button onClick={() => answer('stay')}>留下继续改</Button>
              <Button danger onClick={() => answer('drop')}>
                不保存，离开
              </Button>
              {guard.save && (
                <Button type="primary" autoFocus onClick={() => answer('save')}>
                  保存并离开
                </Button>
              )}
            </div>
          );
        },
      });
    });

  useBlocker({
    shouldBlockFn: async () => {
      if (!dirty || free.current) return false;
      const answer = await ask();
      if (answer === 'stay') return true;
      if (answer === 'save') return !(await guard.save?.());
      await guard.drop?.();
      return false;
    },
    enableBeforeUnload: () => dirty && !free.current,
  });

  return {
    release: () => {
      free.current = true;
    },
  };
}
