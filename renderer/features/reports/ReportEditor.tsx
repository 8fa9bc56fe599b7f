import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Form } from '../../../shared/figures/reports/index.ts';
import { docOf, insertionOf, textOf } from './editor-text.ts';
import type { FigureChips } from './figure-chips.ts';
import { FigureNode, LineRoles, positionOf } from './figure-node.ts';

export interface ReportEditorHandle {
  /** Puts text with {places} where the caret is. */
  readonly insert: (text: string) => void;
  /** Writes the figure with this index of the text in another form. */
  readonly setForm: (index: number, form: Form) => void;
  /** Brings the figure with this index into view. */
  readonly show: (index: number) => void;
}

interface ReportEditorProps {
  readonly initial: string;
  /** Grows when the text is replaced from outside. */
  readonly version: number;
  readonly chips: FigureChips;
  readonly onChange: (text: string) => void;
  readonly ref: Ref<ReportEditorHandle>;
}

/** The text of a report: words to be typed, figures as chips. Pasted text comes in as plain lines. */
export function ReportEditor({ initial, version, chips, onChange, ref }: ReportEditorProps) {
  const latest = useRef(onChange);
  latest.current = onChange;
  const [content] = useState(() => docOf(initial));
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        ...{ heading: false, bold: false, italic: false, underline: false, strike: false, code: false, link: false },
        ...{ blockquote: false, bulletList: false, orderedList: false, listItem: false, listKeymap: false },
        ...{ codeBlock: false, horizontalRule: false, hardBreak: false },
      }),
      FigureNode.configure({ chips }),
      LineRoles,
    ],
    content,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': '报告正文',
        spellcheck: 'false',
        class: 'report-text',
      },
      handlePaste: (view, event) => {
        const own = event.clipboardData?.getData('text/html').includes('data-report-figure');
        const text = event.clipboardData?.getData('text/plain');
        if (own || !text) return false;
        const nodes = insertionOf(text).map((one) => view.state.schema.nodeFromJSON(one));
        const change = view.state.tr.deleteSelection();
        view.dispatch(change.insert(change.selection.from, nodes).scrollIntoView());
        return true;
      },
    },
    shouldRerenderOnTransaction: false,
    onUpdate: ({ editor: changed }) => {
      latest.current(textOf(changed.getJSON()));
      // The words behind a chip decide whether it shows its unit.
      chips.redraw();
    },
  });
  useImperativeHandle(ref, () => handleOf(editor), [editor]);
  const shown = useRef(version);
  useEffect(() => {
    if (!editor || shown.current === version) return;
    shown.current = version;
    editor.commands.setContent(docOf(initial), { emitUpdate: false });
  }, [editor, initial, version]);
  return <EditorContent editor={editor} className="report-page" />;
}

const handleOf = (editor: Editor | null): ReportEditorHandle => ({
  insert: (text) => void editor?.chain().focus().insertContent(insertionOf(text)).run(),
  setForm: (index, form) => {
    if (!editor) return;
    const at = positionOf(editor.state.doc, index);
    if (at !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'form', form));
  },
  show: (index) => {
    if (!editor) return;
    const at = positionOf(editor.state.doc, index);
    if (at === undefined) return;
    const dom = editor.view.nodeDOM(at);
    if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center' });
  },
});
