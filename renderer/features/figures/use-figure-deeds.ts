import { App } from 'antd';
import { useState } from 'react';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { numberWords } from './number-words.ts';
import type { Figure, FigureDeed } from './types.ts';

/** Which dialog stands open, for which figure. */
export type OpenDialog =
  | { readonly type: 'correct'; readonly figure: Figure }
  | { readonly type: 'define'; readonly figure?: Figure }
  | { readonly type: 'freeze' }
  | { readonly type: 'versions' };

interface FigureDeeds {
  readonly act: (deed: FigureDeed, figure: Figure) => void;
  readonly dialog: OpenDialog | undefined;
  readonly setDialog: (dialog: OpenDialog | undefined) => void;
  readonly refusal: ReturnType<typeof useCommand>['refusal'];
  readonly reset: () => void;
}

/** The verbs of a figure, for its menu, its row and its drawer. `onEvidence` opens the drawer. */
export function useFigureDeeds(period: FigurePeriod, onEvidence: (id: string) => void): FigureDeeds {
  const { message, modal } = App.useApp();
  const [dialog, setDialog] = useState<OpenDialog>();
  const uncorrect = useCommand(api.figures.uncorrect);
  const reset = useCommand(api.figures.resetDefinition);
  const remove = useCommand(api.figures.removeDefinition);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(`已复制：${text}`);
    } catch {
      message.error('没能复制：系统不许程序使用剪贴板。可以选中文字再按 Ctrl+C。');
    }
  };
  const told = async (done: Promise<{ label: string } | undefined>) => {
    const made = await done;
    if (made) message.success(`${made.label}，已保存。可按 Ctrl+Z 撤销。`);
  };
  const act = (deed: FigureDeed, figure: Figure) => {
    switch (deed) {
      case 'evidence':
        return onEvidence(figure.id);
      case 'copyNumber':
        return void copy(numberWords(figure, figure.isPercent));
      case 'copySentence':
        return void copy(`${figure.label}${figure.text}`);
      case 'correct':
        return setDialog({ type: 'correct', figure });
      case 'edit':
        return setDialog({ type: 'define', figure });
      case 'uncorrect':
        return void told(uncorrect.run({ id: figure.id, ...period }));
      case 'reset':
        return void told(reset.run({ id: figure.id }));
      case 'remove':
        modal.confirm({
          title: `删除指标“${figure.label}”？`,
          content: '只删去这个指标的口径，记录一条也不动；已定稿的年度里它照样查得到。删去后可按 Ctrl+Z 撤销。',
          okText: '删除',
          okButtonProps: { danger: true },
          cancelText: '取消',
          onOk: () => told(remove.run({ id: figure.id })),
        });
    }
  };
  return {
    act,
    dialog,
    setDialog,
    refusal: uncorrect.refusal ?? reset.refusal ?? remove.refusal,
    reset: () => {
      uncorrect.reset();
      reset.reset();
      remove.reset();
    },
  };
}

/** The verbs a figure has now, in the order of the menu. */
export function deedsOf(
  figure: Figure,
): readonly { readonly key: FigureDeed; readonly label: string; readonly danger?: boolean }[] {
  return [
    { key: 'evidence', label: '看依据' },
    { key: 'copyNumber', label: `复制数 ${numberWords(figure, figure.isPercent)}` },
    { key: 'copySentence', label: `复制“${figure.label}${figure.text}”` },
    { key: 'correct', label: figure.correction ? '改校正…' : '校正…' },
    ...(figure.correction ? [{ key: 'uncorrect' as const, label: '取消校正' }] : []),
    { key: 'edit', label: '改口径…' },
    ...(figure.changed ? [{ key: 'reset' as const, label: '恢复默认口径' }] : []),
    ...(figure.own ? [{ key: 'remove' as const, label: '删除指标…', danger: true }] : []),
  ];
}
