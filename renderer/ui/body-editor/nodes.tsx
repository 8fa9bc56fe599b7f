import { mergeAttributes, Node } from '@tiptap/core';
import { Paragraph } from '@tiptap/extension-paragraph';
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import { StoredPicture } from '../StoredPicture.tsx';

/** A paragraph that knows what it is: 引文, 诗行, 署名, 图注, and how it stands. */
export const BodyParagraph = Paragraph.extend({
  addAttributes() {
    return {
      role: {
        default: null,
        parseHTML: () => null,
        renderHTML: ({ role }) => (role ? { 'data-role': role } : {}),
      },
      align: {
        default: null,
        parseHTML: (element) => (/^(center|right)$/.test(element.style.textAlign) ? element.style.textAlign : null),
        renderHTML: ({ align }) => (align ? { 'data-align': align } : {}),
      },
    };
  },
});

/** A footnote: its mark stands in the line, its text is shown and changed by pressing it. */
export const Note = Node.create({
  name: 'note',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return { text: { default: '' } };
  },
  parseHTML() {
    return [{ tag: 'sup[data-note]', getAttrs: (element) => ({ text: element.getAttribute('data-note') ?? '' }) }];
  },
  renderHTML({ node }) {
    return ['sup', { 'data-note': node.attrs.text, title: node.attrs.text, class: 'body-note' }, '注'];
  },
  renderText: () => '',
});

/** A picture of the library. Pictures of pasted pages are not taken: nothing is fetched from anywhere. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      sha256: { default: null },
      name: { default: '' },
      width: { default: null },
      height: { default: null },
      caption: { default: '' },
    };
  },
  parseHTML() {
    return [];
  },
  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes({ 'data-name': HTMLAttributes.name })];
  },
  addNodeView() {
    return ReactNodeViewRenderer(FigureView);
  },
});

function FigureView({ node, selected, updateAttributes, editor }: ReactNodeViewProps) {
  const { sha256, name, caption } = node.attrs;
  return (
    <NodeViewWrapper as="figure" className="body-figure" data-selected={selected || undefined}>
      <StoredPicture sha256={String(sha256)} name={String(name)} alt={String(caption || name)} />
      <input
        className="body-caption"
        value={String(caption ?? '')}
        placeholder="图注（时间、地点、事件、人物、摄者）"
        aria-label="图注"
        readOnly={!editor.isEditable}
        onChange={(event) => updateAttributes({ caption: event.target.value })}
      />
    </NodeViewWrapper>
  );
}
