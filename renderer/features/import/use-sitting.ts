import { App } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.ts';
import type { FileHandle } from '../../app/choose-files.ts';
import { explain, type Refusal } from '../../app/errors.ts';
import { type ImportOptions, isDocumentKind, isSheetFile } from './import-types.ts';

export interface Sitting {
  /** What the files are to become; absent when a table came in and it has not been said what of. */
  readonly kind: string | undefined;
  readonly files: readonly FileHandle[];
  readonly options: ImportOptions;
  /** Why the table that came in cannot be read. */
  readonly refusal: Refusal | undefined;
  readonly chooseKind: (kind: string) => void;
  readonly add: (files: readonly FileHandle[]) => void;
  readonly drop: (index: number) => void;
  readonly setOptions: (options: ImportOptions) => void;
  readonly restart: () => void;
}

/** What has been chosen so far in one import; going back and forth between the steps keeps it. */
export function useSitting(asked: string | undefined): Sitting {
  const { message } = App.useApp();
  const [kind, setKind] = useState<string | undefined>(asked ?? 'material');
  const [files, setFiles] = useState<readonly FileHandle[]>([]);
  const [options, setOptions] = useState<ImportOptions>({});

  const refusal = useOwnKind(kind === undefined ? files[0] : undefined, setKind);

  const one = (chosen: readonly FileHandle[]) => {
    setFiles(chosen.slice(0, 1));
    setOptions({});
    if (chosen.length > 1) message.info('表格一次导入一个文件，已取第一个；其他文件请随后再导入。');
  };
  return {
    kind,
    files,
    options,
    refusal,
    setOptions,
    chooseKind: (next) => {
      if (next === kind) return;
      setKind(next);
      setOptions({});
      // A Word file is no table: it stays only while it can become what is asked for.
      setFiles((before) => before.filter(({ name }) => isSheetFile(name) !== isDocumentKind(next)));
    },
    add: (chosen) => {
      if (chosen.length === 0) return;
      const sheets = chosen.filter(({ name }) => isSheetFile(name));
      if (kind !== undefined && !isDocumentKind(kind)) {
        one(chosen);
      } else if (sheets.length > 0) {
        // A table among documents: what its rows are only the clerk knows.
        setKind(undefined);
        one(sheets);
      } else {
        if (kind === undefined) setKind('material');
        setFiles((before) => [...before.filter(({ name }) => !isSheetFile(name)), ...chosen]);
      }
    },
    drop: (index) => setFiles((before) => before.filter((_, at) => at !== index)),
    restart: () => {
      setFiles([]);
      setOptions({});
      if (kind === undefined) setKind(asked ?? 'material');
    },
  };
}

/** A list that was exported to be changed says by its hidden ids what its rows are; any other table is asked about. */
function useOwnKind(file: FileHandle | undefined, onKind: (kind: string) => void): Refusal | undefined {
  const [refusal, setRefusal] = useState<Refusal>();
  const handle = file?.handle;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a file
  useEffect(() => {
    setRefusal(undefined);
    if (handle === undefined) return undefined;
    let late = false;
    api.import.plan({ files: [{ handle }] }).then(
      (plan) => {
        if (!late && plan.mode === 'table' && plan.forUpdate) onKind(plan.as);
      },
      (error: unknown) => {
        if (!late) setRefusal(explain(error));
      },
    );
    return () => {
      late = true;
    };
  }, [handle]);
  return refusal;
}
