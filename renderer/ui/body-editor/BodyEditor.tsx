import { TableKit } from '@tiptap/extension-table';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import type { Body } from '../../../shared/text/body.ts';
import { bodyOf, docOf } from './convert.ts';
import { EditorBar } from './EditorBar.tsx';
import { BodyParagraph, Figure, Note } from './nodes.tsx';
import './body-editor.css';

interface BodyEditorProps {
  /** The text the editor starts with; a new `version` puts it in anew. */
  readonly initial: Body | undefined;
  readonly version: string | number;
  readonly onChange: (body: Body | undefined) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  /** Puts pictures into the library and answers what to insert. */
  readonly choosePicture?: () => Promise<{ sha256: string; name: string } | undefined>;
}

/**
 * Editor of minutes, chapters and imported texts. It knows structure only (headings, paragraphs, lists, tables,
 * pictures, footnotes); how it looks on paper is the document's business. Pasted text loses foreign fonts and colours.
 */
export function BodyEditor({
  initial,
  version,
  onChange,
  label,
  placeholder,
  readOnly,
  choosePicture,
}: BodyEditorProps) {
  const latest = useRef(onChange);
  latest.current = onChange;
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        paragraph: false,
        heading: { levels: [1, 2, 3, 4] },
        link: false,
        code: false,
        codeBlock: false,
        strike: false,
        horizontalRule: false,
      }),
      BodyParagraph,
      TableKit.configure({ table: { resizable: false } }),
      Note,
      Figure,
    ],
    content: docOf(initial),
    editable: !readOnly,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'false',
        class: 'body-text',
        ...(placeholder ? { 'data-placeholder': placeholder } : {}),
      },
    },
    // Redrawing the bar on every key would cost more than the key itself; EditorBar follows what it shows by itself.
    shouldRerenderOnTransaction: false,
    onUpdate: ({ editor: changed }) => latest.current(bodyOf(changed.getJSON())),
  });
  useReplacedContent(editor, initial, version);
  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly]);
  if (!editor) return null;
  return (
    <div className="body-editor" data-read-only={readOnly || undefined}>
      {!readOnly && <EditorBar editor={editor} {...(choosePicture ? { choosePicture } : {})} />}
      <EditorContent editor={editor} className="body-page" />
    </div>
  );
}

/** A record that changed elsewhere (undo, restored version, recovered draft) replaces the text; typing never does. */
function useReplacedContent(editor: Editor | null, initial: Body | undefined, version: string | number): void {
  const shown = useRef(version);
  useEffect(() => {
    if (!editor || shown.current === version) return;
    shown.current = version;
    editor.commands.setContent(docOf(initial), { emitUpdate: false });
  }, [editor, initial, version]);
}
