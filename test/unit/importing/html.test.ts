import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../electron/importing/html.ts';
import { readDocument } from '../../../electron/importing/index.ts';
import { type Body, bodyText } from '../../../shared/text/body.ts';
import { outline, PNG, source } from './samples.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const draft = (html: string): Body => ({ blocks: readHtml(html).blocks.map(({ block }) => block) });

describe('网页', () => {
  it('标题、段落、列表、表格、粗体、引文成结构，实体还原', () => {
    const body = draft(
      page(
        '<h2>一级</h2><p>甲 &amp; 乙&nbsp;<b>重点</b>，<em>斜</em></p><blockquote><p>引文</p></blockquote><ul><li>一<li>二</ul><ol><li>三</li></ol>' +
          '<table><thead><tr><th>姓名<th>界别</tr></thead><tr><td rowspan=2>甲<td>教育</tr><tr><td>科技</table>',
      ),
    );
    expect(body.blocks).toEqual([
      { type: 'heading', level: 1, text: [{ text: '一级' }] },
      {
        type: 'paragraph',
        text: [{ text: '甲 & 乙 ' }, { text: '重点', bold: true }, { text: '，' }, { text: '斜', italic: true }],
      },
      { type: 'paragraph', role: 'quote', text: [{ text: '引文' }] },
      { type: 'list', ordered: false, items: [[{ text: '一' }], [{ text: '二' }]] },
      { type: 'list', ordered: true, items: [[{ text: '三' }]] },
      {
        type: 'table',
        headRows: 1,
        rows: [
          [{ text: [{ text: '姓名' }] }, { text: [{ text: '界别' }] }],
          [{ text: [{ text: '甲' }], rowSpan: 2 }, { text: [{ text: '教育' }] }],
          [{ text: [{ text: '科技' }] }],
        ],
      },
    ]);
  });

  it('题名去掉网站名，日期、来源、作者取自 meta', async () => {
    const head =
      '<title>老桥的故事_示例网</title><meta name="PubDate" content="2021-03-05 08:00"><meta name="ContentSource" content="示例日报"><meta name="author" content="张大山">';
    const read = await readDocument(
      source('x.html', page('<h1>老桥的故事</h1><p>这座桥建于很久以前，如今还在使用。</p>', head)),
    );
    expect(read).toMatchObject({
      format: 'html',
      title: '老桥的故事',
      date: '2021-03-05',
      source: '示例日报',
      author: '张大山',
    });
    expect(outline(read)).toEqual(['这座桥建于很久以前，如今还在使用。']);
  });

  it('内嵌图片取出并记尺寸，外部图片只计数', async () => {
    const data = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`;
    const read = await readDocument(
      source(
        'x.html',
        page(`<p>正文文字。</p><p><img src="${data}" alt="老桥"><img src="http://a.invalid/1.png"></p>`),
      ),
    );
    expect(read.pictures).toHaveLength(1);
    expect(read.pictures[0]).toMatchObject({ type: 'image/png', width: 2, height: 1 });
    expect(read.body.blocks.find(({ type }) => type === 'figure')).toMatchObject({
      sha256: read.pictures[0]?.sha256,
      caption: '老桥',
    });
    expect(read.notes.join()).toContain('1 个外部图片未取');
  });

  it('版式用的单格表不成表，文字照取；嵌套十万层也不崩', () => {
    expect(draft(page('<table><tr><td><p>甲</p><p>乙</p></td></tr></table>')).blocks).toHaveLength(2);
    const deep = `${'<div>'.repeat(20_000)}深处的字${'</div>'.repeat(20_000)}`;
    expect(bodyText(draft(deep))).toBe('深处的字');
  });
});

/** Shapes of attacks, crossed with what they carry: over two hundred in all. */
const CARRIERS = [
  (code: string) => `<script>${code}</script>`,
  (code: string) => `<img src=x onerror="${code}">`,
  (code: string) => `<svg onload="${code}"><circle/></svg>`,
  (code: string) => `<svg><script>${code}</script></svg>`,
  (code: string) => `<iframe src="javascript:${code}"></iframe>`,
  (code: string) => `<iframe srcdoc="<script>${code}</script>"></iframe>`,
  (code: string) => `<a href="javascript:${code}">看这里</a>`,
  (code: string) => `<a href="data:text/html,<script>${code}</script>">看这里</a>`,
  (code: string) => `<embed src="data:text/html,${code}">`,
  (code: string) => `<object data="javascript:${code}"></object>`,
  (code: string) => `<form action="javascript:${code}"><button>提交</button><input autofocus onfocus="${code}"></form>`,
  (code: string) => `<style>body{background:url("javascript:${code}")}@import 'http://a.invalid/x.css';</style>`,
  (code: string) => `<p style="background:url(javascript:${code});behavior:url(x.htc)">字</p>`,
  (code: string) =>
    `<math><mtext><table><mglyph><style><img src=x onerror="${code}"></style></mglyph></table></mtext></math>`,
  (code: string) => `<noscript><p title="</noscript><img src=x onerror=${code}>"></noscript>`,
  (code: string) => `<template><script>${code}</script></template>`,
  (code: string) => `<base href="javascript:${code}//"><link rel=stylesheet href="http://a.invalid/x.css">`,
  (code: string) => `<meta http-equiv="refresh" content="0;url=javascript:${code}">`,
  (code: string) => `<video><source onerror="${code}"></video><audio src=x onerror="${code}">`,
  (code: string) => `<details open ontoggle="${code}">字</details><marquee onstart="${code}">字</marquee>`,
  (code: string) => `<table background="javascript:${code}"><tr><td onmouseover="${code}">甲<td>乙</table>`,
  (code: string) =>
    `<img src="data:image/svg+xml;base64,${Buffer.from(`<svg onload="${code}"/>`).toString('base64')}">`,
];
const CODES = [
  'alert(1)',
  'window.canary=1',
  "fetch('http://a.invalid/')",
  'top.location=1',
  'eval(name)',
  '&#97;lert(1)',
  'document.write(1)',
  '\u0000alert(1)',
  'ａlert(1)',
  '}{',
];

describe('敌意网页（二百余例）', () => {
  it('程序、样式、框架、外链都不留下，所剩只是文字', async () => {
    const payloads = CARRIERS.flatMap((carry) => CODES.map((code) => carry(code)));
    expect(payloads.length).toBeGreaterThanOrEqual(200);
    for (const payload of payloads) {
      const read = await readDocument(
        source('x.html', page(`${payload}<p>正文的文字。</p>`, `<title>题目${payload}</title>`)),
      );
      const blocks = JSON.stringify(read.body);
      expect(bodyText(read.body)).toContain('正文的文字。');
      // Only the keys of shared/text/body.ts are there: nothing that a page could run or fetch.
      expect(
        blocks.match(
          /"(?!type|text|level|blocks|role|align|bold|italic|underline|headRows|rows|ordered|items|paragraph|heading|table|list|quote)[a-zA-Z]+":/g,
        ),
      ).toBeNull();
      expect(read.pictures).toHaveLength(0);
      expect(bodyText(read.body)).not.toMatch(/canary|fetch\(|srcdoc|javascript:|a\.invalid/);
    }
  });

  it('题名、署名里的标签当文字收下，不解释', async () => {
    const read = await readDocument(
      source(
        '<img onerror=alert(1)>.txt',
        '<img src=x onerror=alert(1)>的故事\n\n作者：<script>alert(1)</script>\n\n正文在这里，写得很长，足够成为一段。',
      ),
    );
    expect(read.title).toBe('<img src=x onerror=alert(1)>的故事');
    expect(read.format).toBe('text');
  });
});
