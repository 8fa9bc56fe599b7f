import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { DocumentImport } from './DocumentImport.tsx';
import { FileDrop } from './FileDrop.tsx';
import { isDocumentKind } from './import-types.ts';
import { KindChoice } from './KindChoice.tsx';
import { TableImport } from './TableImport.tsx';
import { useSitting } from './use-sitting.ts';
import './import.css';

/** Choose, see what would happen, then bring in: nothing is written before the clerk has seen the plan. */
export function ImportPage() {
  const [turn, setTurn] = useState(0);
  const { as } = useSearch({ from: '/import' });
  return <ImportSitting key={`${as ?? ''}/${turn}`} asked={as} onMore={() => setTurn((before) => before + 1)} />;
}

/** One import from choosing to outcome; another one starts afresh. */
function ImportSitting({ asked, onMore }: { readonly asked: string | undefined; readonly onMore: () => void }) {
  const sitting = useSitting(asked);
  const { kind, files } = sitting;
  if (files.length > 0 && kind !== undefined) {
    return isDocumentKind(kind) ? (
      <DocumentImport sitting={sitting} kind={kind} onMore={onMore} />
    ) : (
      <TableImport sitting={sitting} kind={kind} onMore={onMore} />
    );
  }
  const [file] = files;
  return (
    <PageFrame title="导入" sub="先看清楚再写入，随时可以整批撤销">
      <RefusalNote refusal={sitting.refusal} />
      <FileDrop as={kind} compact={files.length > 0} onFiles={sitting.add} />
      <h2 className="import-question">{file ? `“${file.name}”是一张表，每一行是什么？` : '导入成什么'}</h2>
      <KindChoice value={kind} sheets={file !== undefined} onChange={sitting.chooseKind} />
    </PageFrame>
  );
}
