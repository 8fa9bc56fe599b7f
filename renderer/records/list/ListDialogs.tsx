import type { RecordKind } from '../../../shared/records/kind.ts';
import { BatchEditDialog } from './BatchEditDialog.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import type { Layout } from './use-layout.ts';
import type { ListModel } from './use-list.ts';
import type { ListDialog } from './use-list-deeds.ts';
import './dialogs.css';

interface ListDialogsProps {
  readonly kind: RecordKind;
  readonly list: ListModel;
  readonly layout: Layout;
  readonly dialog: ListDialog | undefined;
  readonly ticked: readonly string[];
  readonly title: string;
  readonly onClose: () => void;
}

/** The dialog a verb of the list has opened, if any. */
export function ListDialogs({ kind, list, layout, dialog, ticked, title, onClose }: ListDialogsProps) {
  const common = { kind, onClose };
  const { cursor } = list.at;
  const { total } = list.rows;
  switch (dialog?.type) {
    case 'change':
      return <BatchEditDialog {...common} ids={ticked} />;
    case 'columns':
      return <ColumnsDialog {...common} layout={layout} />;
    case 'takeOut':
      return (
        <ExportDialog
          {...common}
          ordering={list.ordering}
          fields={layout.fields}
          total={total}
          ticked={ticked}
          title={title}
        />
      );
    case 'paste':
      return (
        <PasteDialog
          {...common}
          fields={layout.fields}
          ordering={list.ordering}
          // Without a cursor nothing may be overwritten: the block goes to the end.
          start={{ row: cursor?.row ?? total, column: cursor?.column ?? 0 }}
          total={total}
          text={dialog.text}
        />
      );
    case 'print':
      return <PrintSheet kind={kind} title={title} printed={dialog.printed} onDone={onClose} />;
    default:
      return null;
  }
}
