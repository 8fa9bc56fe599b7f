import { Extension, Node } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Form, placeOf, roleOf } from '../../../shared/figures/reports/index.ts';
import type { FigureChips } from './figure-chips.ts';

interface Options {
  readonly chips: FigureChips | undefined;
}

const attributesOf = (node: ProseNode) => ({ figure: String(node.attrs.figure), form: node.attrs.form as Form });

/** A figure in the text: one piece that is pressed, moved and deleted, never typed into. */
export const FigureNode = Node.create<Options>({
  name: 'reportFigure',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ chips: undefined }),
  addAttributes() {
    return { figure: { default: '' }, form: { default: '' } };
  },
  parseHTML() {
    return [
      {
        tag: 'span[data-report-figure]',
        getAttrs: (element) => ({
          figure: element.getAttribute('data-report-figure') ?? '',
          form: element.getAttribute('data-form') ?? '',
        }),
      },
    ];
  },
  renderHTML({ node }) {
    const { figure, form } = attributesOf(node);
    return ['span', { 'data-report-figure': figure, 'data-form': form }, placeOf(figure, form)];
  },
  renderText({ node }) {
    const { figure, form } = attributesOf(node);
    return this.options.chips?.show(figure, form, '').words ?? placeOf(figure, form);
  },
  addNodeView() {
    const { chips } = this.options;
    return ({ node: first, getPos, view }) => {
      let node = first;
      const dom = document.createElement('span');
      dom.className = 'figure-chip';
      dom.setAttribute('role', 'button');
      const draw = () => {
        const at = getPos();
        const next = at === undefined ? null : view.state.doc.resolve(at + 1).nodeAfter;
        const { figure, form } = attributesOf(node);
        const shown = chips?.show(figure, form, next?.isText ? (next.text ?? '') : '');
        dom.textContent = shown?.words ?? placeOf(figure, form);
        dom.dataset.state = shown?.state ?? 'unknown';
        dom.dataset.figure = figure;
        dom.title = shown?.hint ?? '';
        dom.setAttribute('aria-label', `${dom.textContent}，${dom.title}`);
      };
      const open = () => {
        const at = getPos();
        if (at !== undefined) chips?.onOpen(indexAt(view.state.doc, at));
      };
      dom.addEventListener('click', open);
      const forget = chips?.add(draw);
      draw();
      return {
        dom,
        update: (changed) => {
          if (changed.type.name !== 'reportFigure') return false;
          node = changed;
          draw();
          return true;
        },
        destroy: () => forget?.(),
      };
    };
  },
});

/** Which of the figures of the text stands at `at`. */
function indexAt(doc: ProseNode, at: number): number {
  let index = 0;
  doc.nodesBetween(0, at, (node, position) => {
    if (node.type.name === 'reportFigure' && position < at) index += 1;
  });
  return index;
}

/** Where the figure with this index stands. */
export function positionOf(doc: ProseNode, index: number): number | undefined {
  let [found, seen]: [number | undefined, number] = [undefined, 0];
  doc.descendants((node, position) => {
    if (node.type.name !== 'reportFigure') return;
    if (seen === index) found = position;
    seen += 1;
  });
  return found;
}

/** Shows headings and the salutation as what they will be on paper, told by how they begin. */
export const LineRoles = Extension.create({
  name: 'lineRoles',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const roles: Decoration[] = [];
            let before = 0;
            doc.forEach((line, position) => {
              const text = line.textContent.trim();
              if (text === '' && line.childCount === 0) return;
              const role = roleOf(text, before);
              before += 1;
              if (role !== 'body')
                roles.push(Decoration.node(position, position + line.nodeSize, { 'data-role': role }));
            });
            return DecorationSet.create(doc, roles);
          },
        },
      }),
    ];
  },
});
