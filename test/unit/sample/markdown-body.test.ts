import { describe, expect, it } from 'vitest';
import { markdownBody } from '../../../electron/sample/markdown-body.ts';

describe('样例文稿的读法', () => {
  it('题目不进正文，二级标题成为一级', () => {
    expect(markdownBody('# 题目\n\n## 一、情况\n\n正文。\n\n### （一）细目').blocks).toEqual([
      { type: 'heading', level: 1, text: [{ text: '一、情况' }] },
      { type: 'paragraph', text: [{ text: '正文。' }] },
      { type: 'heading', level: 2, text: [{ text: '（一）细目' }] },
    ]);
  });

  it('一行的引文是引文，几行的是诗行', () => {
    expect(markdownBody('> 碑文一段\n\n> 头一句，\n> 后一句。').blocks).toEqual([
      { type: 'paragraph', role: 'quote', text: [{ text: '碑文一段' }] },
      { type: 'paragraph', role: 'verse', text: [{ text: '头一句，\n后一句。' }] },
    ]);
  });

  it('表格第一行是表头，分隔行不算', () => {
    expect(markdownBody('| 井名 | 深 |\n|---|---|\n| 大井 | 11.2 |').blocks).toEqual([
      {
        type: 'table',
        headRows: 1,
        rows: [
          [{ text: [{ text: '井名' }] }, { text: [{ text: '深' }] }],
          [{ text: [{ text: '大井' }] }, { text: [{ text: '11.2' }] }],
        ],
      },
    ]);
  });

  it('脚注挂在它前面的文字上，列在文末的注文不另成段', () => {
    expect(markdownBody('据渠册[^1]，可知**年代**[^2]。\n\n[^1]: 抄本。\n[^2]: 实测。').blocks).toEqual([
      {
        type: 'paragraph',
        text: [
          { text: '据渠册', note: '抄本。' },
          { text: '，可知' },
          { text: '年代', bold: true, note: '实测。' },
          { text: '。' },
        ],
      },
    ]);
  });

  it('条目成列表，缩进的落款靠右', () => {
    expect(markdownBody('1. 甲\n2. 乙\n\n          办公室\n          2024年1月30日').blocks).toEqual([
      { type: 'list', ordered: true, items: [[{ text: '甲' }], [{ text: '乙' }]] },
      { type: 'paragraph', role: 'byline', align: 'right', text: [{ text: '办公室' }] },
      { type: 'paragraph', role: 'byline', align: 'right', text: [{ text: '2024年1月30日' }] },
    ]);
  });
});
