import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Output, queries } from '../../app/api.ts';
import type { FileHandle } from '../../app/choose-files.ts';
import { useCommand } from '../../app/use-command.ts';
import { clearDesk, keepSitting, layOut, type Sitting, sittingNow } from './sitting.ts';

export type Reconciled = Output<typeof api.reports.reconcile>;
export type ReconciledNumber = Reconciled['numbers'][number];

/** The text on the desk, held against the ledgers; counted anew when they change. */
export function useReconcile() {
  const [sitting, setSitting] = useState(sittingNow);
  const put = (next: Sitting) => {
    keepSitting(next);
    setSitting(next);
  };
  const { text, mended, from, to, chosen } = sitting;
  const wish = {
    ...{ text, mended, chosen: { ...chosen } },
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
  const found = useQuery({
    ...queries.reports.reconcile.queryOptions({ input: wish }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const read = useCommand(api.reports.read);
  return {
    sitting,
    wish,
    found,
    read,
    lay: (pasted: string) => setSitting(layOut({ text: pasted, mended: false, name: '贴入的文字' })),
    open: async (file: FileHandle) => {
      const got = await read.run({ file: { handle: file.handle } });
      if (got) setSitting(layOut({ text: got.text, mended: true, name: got.name }));
      return got;
    },
    clear: () => setSitting(clearDesk()),
    ofPeriod: (period: { readonly from: string; readonly to: string }) => put({ ...sitting, ...period }),
    choose: (key: string, figure: string | undefined) => {
      const { [key]: _, ...others } = sitting.chosen;
      put({ ...sitting, chosen: figure === undefined ? others : { ...others, [key]: figure } });
    },
  };
}

export type ReconcileDesk = ReturnType<typeof useReconcile>;
