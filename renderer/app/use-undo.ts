import { App } from 'antd';
import { useEffect } from 'react';
import { useKeys } from '../ui/keys.ts';
import { api, type LibraryStatus } from './api.ts';
import { useCommand } from './use-command.ts';

/** Undo and redo of the last change of the library: buttons of the top bar, Ctrl+Z and Ctrl+Y outside text. */
export function useUndo(library: LibraryStatus) {
  const { message } = App.useApp();
  const undoing = useCommand(async () => {
    const { label } = await api.history.undo({});
    message.success(label.startsWith('撤销') ? `已${label}` : `已撤销：${label}`);
  });
  const redoing = useCommand(async () => {
    const { label } = await api.history.redo({});
    message.success(label.startsWith('重做') ? `已${label}` : `已重做：${label}`);
  });
  const refused = undoing.refusal ?? redoing.refusal;
  useEffect(() => {
    if (refused) message.warning({ content: refused.message, duration: 8 });
  }, [refused, message]);

  const undo = async () => {
    if (library.undoable) await undoing.run(undefined);
  };
  const redo = async () => {
    if (library.redoable) await redoing.run(undefined);
  };
  useKeys({ undo: () => void undo(), redo: () => void redo() });

  return { undo, redo, busy: undoing.saving || redoing.saving };
}
