import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../electron/importing/index.ts';
import { bodyText } from '../../../shared/text/body.ts';
import { source } from './samples.ts';

const SENTENCE = '老桥在河上立了很多年，往来的人都要从桥上过，桥头的茶馆一直开到半夜才关门歇业';

/** Each of these once made a rule walk over the text again and again; the test's time limit is what catches a return. */
describe('刁难的文本读得完，字不丢', () => {
  it.each([
    ['一整行三百万字', SENTENCE.repeat(80_000)],
    ['三万行没有段落', `${SENTENCE}\n`.repeat(30_000)],
    ['十万行短句', '搭建平台，建言献策\n'.repeat(100_000)],
    ['处处像断行', '老桥，河上立\n'.repeat(50_000)],
    ['一百万个空格', `。${' '.repeat(1_000_000)}字\n${SENTENCE}`],
    ['二十万个括号', '（'.repeat(200_000) + SENTENCE],
  ])('%s', async (_, text) => {
    const read = await readDocument(source('x.txt', text));
    expect((read.title + bodyText(read.body)).replace(/\s/g, '').length).toBeGreaterThanOrEqual(
      text.replace(/\s/g, '').length,
    );
  });

  it.each([
    ['x.md', `# 题\n\n${'**'.repeat(100_000)}${'[['.repeat(50_000)}\n${'|'.repeat(50_000)}${'\n- 项'.repeat(20_000)}`],
    [
      '字体.html',
      `<p>${Array.from({ length: 300 }, (_, index) => `<font color=${index}>`).join('')}${'<p>字'.repeat(1000)}`,
    ],
    ['表.html', `${'<table><tr><td>'.repeat(2000)}字`],
    ['列.html', `${'<ul><li>'.repeat(2000)}字`],
    ['小于号.html', `<p>字${'<'.repeat(500_000)}`],
    ['x.txt', `---\na: ${'['.repeat(19_000)}\n---\n${SENTENCE}。`],
  ])('%s', async (name, text) => {
    expect(bodyText((await readDocument(source(name, text))).body)).toMatch(/字|题|项|老桥/);
  });
});
