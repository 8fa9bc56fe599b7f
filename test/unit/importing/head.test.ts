import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../electron/importing/index.ts';
import type { ReadDocument } from '../../../electron/importing/types.ts';
import { outline, source } from './samples.ts';

const read = (text: string, name = '稿件.txt'): Promise<ReadDocument> => readDocument(source(name, text));
const BODY =
  '示例区的这项工作已经开展了三年，群众都说好，各方面的反映也不错。\n\n下一步还要继续做下去，把好的做法固定下来。';

describe('题名', () => {
  it.each([
    ['单行题名', `老码头旧事\n\n${BODY}`, '老码头旧事'],
    ['主副题', `一座桥的百年\n\n——记示例河上的老石桥\n\n${BODY}`, '一座桥的百年——记示例河上的老石桥'],
    [
      '引题隔开',
      `本刊专稿\n\n\n\n一座桥的百年\n——记示例河上的老石桥\n\n张大山\n\n${BODY}`,
      '一座桥的百年——记示例河上的老石桥',
    ],
    ['题分两行、下有署名', `坚持人民至上\n展现时代担当\n\n本报记者 李小红\n\n${BODY}`, '坚持人民至上 展现时代担当'],
    [
      '红头文件',
      `示例区政协办公室文件\n示政办〔2023〕12号\n\n关于开展年度视察活动的通知\n\n各专委会：\n${BODY}`,
      '关于开展年度视察活动的通知',
    ],
    ['问句作题', `这条路为什么难修？\n\n${BODY}`, '这条路为什么难修？'],
    ['章节在题名之后', `示例街志\n\n第一章 建置\n\n${BODY}`, '示例街志'],
  ])('%s', async (_, text, title) => {
    expect((await read(text)).title).toBe(title);
  });

  it('没有题名行时用文件名，并说明', async () => {
    const got = await read(BODY, '2021_视察 情况.txt');
    expect(got.title).toBe('2021 视察 情况');
    expect(got.notes.join()).toContain('暂用文件名');
    expect(outline(got)).toHaveLength(2);
  });

  it('小标题不并入题名', async () => {
    const got = await read(`年度回顾\n\n夯实基础\n\n${BODY}`);
    expect(got.title).toBe('年度回顾');
    expect(outline(got)[0]).toBe('# 夯实基础');
  });

  it('front matter 的题名、日期、来源、作者优先', async () => {
    const got = await read(
      `---\ntitle: 桥\ndate: 2020-05-06\nsource: 示例晚报\nauthor: [张大山, 李小红]\n---\n桥\n\n${BODY}`,
    );
    expect(got).toMatchObject({ title: '桥', date: '2020-05-06', source: '示例晚报', author: '张大山、李小红' });
    expect(outline(got)).toHaveLength(2);
  });

  it('front matter 里的机关不起作用：别名炸弹、原型污染、不合法的都当普通文字', async () => {
    const bomb = `---\ntitle: 甲\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n---\n题目\n\n${BODY}`;
    expect((await read(bomb)).title).toBeTruthy();
    await read(`---\n__proto__:\n  polluted: 1\nconstructor: x\n---\n题目\n\n${BODY}`);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((await read(`---\n: : :\n- [}\n---\n题目\n\n${BODY}`)).title).toBeTruthy();
  });
});

describe('署名、来源与日期', () => {
  it.each([
    ['图/文 张大山 李小红', '张大山、李小红'],
    ['文/张大山 图/李小红', '张大山、李小红'],
    ['作者：张大山', '张大山'],
    ['本报记者 张大山 通讯员 李小红', '张大山、李小红'],
    ['张 山　李　红', '张山、李红'],
    ['欧阳小山 口述　李小红 整理', '欧阳小山、李小红'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
  ])('署名“%s”', async (byline, author) => {
    expect((await read(`一座桥的百年\n\n${byline}\n\n${BODY}`)).author).toBe(author);
  });

  it('两个字的小标题不当作姓名', async () => {
    expect((await read(`一座桥的百年\n\n前言\n\n${BODY}`)).author).toBeUndefined();
  });

  it('报名在“记者”之前的作来源，“本报”不算', async () => {
    expect((await read(`题目一则\n\n示例日报全媒体记者 张大山\n\n${BODY}`)).source).toBe('示例日报全媒体');
    expect((await read(`题目一则\n\n本报记者 张大山\n\n${BODY}`)).source).toBeUndefined();
  });

  it.each([
    ['来源：示例日报 2021-03-05 10:20', '示例日报', '2021-03-05'],
    ['（原载《示例文史》第三辑）', '《示例文史》第三辑', undefined],
    ['【来源：示例在线】', '示例在线', undefined],
    ['发布时间：2021年3月5日　来源：示例网　作者：张大山', '示例网', '2021-03-05'],
  ])('来源“%s”', async (line, from, date) => {
    for (const text of [`题目一则\n\n${line}\n\n${BODY}`, `题目一则\n\n${BODY}\n\n${line}`]) {
      const got = await read(text);
      expect(got.source).toBe(from);
      expect(got.date).toBe(date);
    }
  });

  it('落款日期认汉字与数字，不存在的日子不要', async () => {
    expect((await read(`题目一则\n\n${BODY}\n\n示例区政协办公室\n二〇二三年十一月八日`)).date).toBe('2023-11-08');
    expect((await read(`题目一则\n\n（2022年1月15日）\n\n${BODY}`)).date).toBe('2022-01-15');
    expect((await read(`题目一则\n\n${BODY}\n\n2023年2月30日`)).date).toBeUndefined();
  });

  it('只有月日、只有年月、正文里提到的日子都不当作日期', async () => {
    expect(
      (await read(`题目一则\n\n3月5日，示例区政协召开会议，研究下一步的工作，听取了汇报。\n\n${BODY}`)).date,
    ).toBeUndefined();
    expect((await read(`题目一则\n\n2021年3月\n\n${BODY}`)).date).toBeUndefined();
    expect(
      (
        await read(
          `题目一则\n\n${BODY}\n\n1948年3月5日那天的情形，我至今还记得很清楚，街上一个人也没有。\n\n后来的事大家都知道了，不必多说。`,
        )
      ).date,
    ).toBeUndefined();
  });

  it('月日在前后两年并提、又在年初时推定，并请核对；否则不推', async () => {
    const two = await read(
      `题目一则\n\n2月8日，示例区政协全会举行，会议回顾2021年工作，部署2022年任务，提出了新要求。\n\n${BODY}`,
    );
    expect(two.date).toBe('2022-02-08');
    expect(two.notes.join()).toContain('请核对');
    const later = await read(
      `题目一则\n\n10月8日，示例区政协全会举行，会议回顾2021年工作，部署2022年任务，提出了新要求。\n\n${BODY}`,
    );
    expect(later.date).toBeUndefined();
  });
});
