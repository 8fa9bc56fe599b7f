import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, docOf } from '../../../renderer/ui/body-editor/convert.ts';
import type { Body, BodyBlock, Span } from '../../../shared/text/body.ts';

const words = fc.string({ unit: fc.constantFrom(..."政协提案，。会议一二三 abc'<&"), minLength: 1, maxLength: 12 });

/** Spans as the library stores them: neighbours differ in appearance, no empty runs. */
const spans: fc.Arbitrary<Span[]> = fc
  .array(
    fc.record(
      {
        text: words,
        bold: fc.constant(true),
        italic: fc.constant(true),
        note: words.map((text) => `注${text.trim()}`),
      },
      { requiredKeys: ['text'] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => {
    const kept: Span[] = [];
    for (const span of list) {
      const before = kept[kept.length - 1];
      if (!before || before.note || before.bold !== span.bold || before.italic !== span.italic) kept.push(span);
    }
    return kept;
  });

const visible = spans.filter((list) => list.some((span) => span.text.trim() !== ''));

const block: fc.Arbitrary<BodyBlock> = fc.oneof(
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    text: visible,
  }),
  fc.record(
    {
      type: fc.constant('paragraph' as const),
      role: fc.constantFrom('quote' as const, 'verse' as const, 'byline' as const),
      align: fc.constantFrom('center' as const, 'right' as const),
      text: visible,
    },
    { requiredKeys: ['type', 'text'] },
  ),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(visible, { minLength: 1, maxLength: 4 }),
  }),
  fc
    .record({
      headRows: fc.integer({ min: 0, max: 1 }),
      rows: fc.array(fc.array(visible, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 4 }),
    })
    .map(({ headRows, rows }) => ({
      type: 'table' as const,
      headRows,
      rows: rows.map((row) => row.map((text) => ({ text }))),
    })),
  fc.record({
    type: fc.constant('figure' as const),
    sha256: fc.constant('a'.repeat(64)),
    name: words,
    caption: words,
    width: fc.integer({ min: 1, max: 4000 }),
  }),
);

describe('正文与编辑器互转', () => {
  it('任意正文放进编辑器再取出来，一字不差', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const body: Body = { blocks };
        expect(bodyOf(docOf(body))).toEqual(body);
      }),
      { numRuns: 400 },
    );
  });

  it('空白编辑器不产生正文，段末空行不留下', () => {
    expect(bodyOf(docOf(undefined))).toBeUndefined();
    expect(
      bodyOf({
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: '一段' }] },
          { type: 'paragraph' },
          { type: 'paragraph' },
        ],
      }),
    ).toEqual({
      blocks: [{ type: 'paragraph', text: [{ text: '一段' }] }],
    });
  });

  it('段内换行保留', () => {
    const body: Body = { blocks: [{ type: 'paragraph', role: 'verse', text: [{ text: '第一行\n第二行' }] }] };
    expect(bodyOf(docOf(body))).toEqual(body);
  });
});
