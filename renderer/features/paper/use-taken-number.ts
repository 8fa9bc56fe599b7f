import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { edit } from '../../../shared/documents/edit.ts';
import { api } from '../../app/api.ts';
import type { Refusal } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import type { Paper } from './use-paper.ts';

interface Wish {
  readonly document: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Series the number comes from; absent: the paper has none. */
  readonly series: string | undefined;
  readonly paper: Paper;
}

interface TakenNumber {
  /** The paper has a number of a series and none was taken for it here. */
  readonly wanted: boolean;
  readonly taking: boolean;
  readonly take: () => void;
  readonly refusal: Refusal | undefined;
  readonly reset: () => void;
}

/** 取号: the number is entered in the register, and stands on the paper from then on. */
export function useTakenNumber({ document, params, series, paper }: Wish): TakenNumber {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const command = useCommand(api.numbers.take);
  const { model } = paper;
  const take = async () => {
    if (!series || !model) return;
    const taken = await command.run({ series, title: model.title.slice(0, 200) || '未定标题' });
    if (!taken) return;
    message.success(`已取${taken.number}，登记在发文登记簿`);
    // On an edited paper only the number changes; what was typed stays.
    if (paper.edited && model.masthead)
      paper.change(edit(model, { type: 'masthead', masthead: { ...model.masthead, number: taken.number } }));
    else {
      const search = { ...params, number: taken.number };
      void navigate({ to: '/documents/$document', params: { document }, search, replace: true });
    }
  };
  return {
    wanted: series !== undefined && model?.masthead !== undefined && params.number === undefined,
    taking: command.saving,
    take: () => void take(),
    refusal: command.refusal,
    reset: command.reset,
  };
}
