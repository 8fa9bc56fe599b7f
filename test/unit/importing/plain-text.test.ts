import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../electron/importing/index.ts';
import { linesOf } from '../../../electron/importing/lines.ts';
import { mendLines } from '../../../electron/importing/mend.ts';
import { bodyText } from '../../../shared/text/body.ts';
import { outline, source } from './samples.ts';

const mended = (text: string): string[] => mendLines(linesOf(text)).lines.map((line) => line.text);

describe('断行接续', () => {
  it('句中断开的行接上，空一行也接；句末不接', () => {
    expect(
      mended('全区共建成协商议事室十二个，覆盖了所有的乡镇和全部街\n\n道和大部分社区。\n\n群众反映很好。'),
    ).toEqual(['全区共建成协商议事室十二个，覆盖了所有的乡镇和全部街道和大部分社区。', '群众反映很好。']);
  });

  it('标题、署名、列表、诗行、落款之间都不接', () => {
    const text = [
      '搭建平台，建言献策',
      '',
      '示例区政协坚持问题导向，深入调研，提出建议。',
      '',
      '一、主要做法',
      '',
      '我们做了三件事，一件比一件难，大家都很努力。',
      '',
      '1. 建立机制',
      '2. 配强人员',
      '',
      '记者 王小明',
      '通讯员 李小红',
      '',
      '2024年3月5日',
    ].join('\n');
    expect(mended(text)).toEqual(text.split('\n').filter(Boolean));
  });

  it('诗行保持原样', () => {
    const verse = ['老街灯火映长河，', '往事依稀入梦多。', '最是归来春雨后，', '满城儿女踏新歌。'];
    expect(mended(`那年他写下一首小诗，至今有人记得：\n\n${verse.join('\n')}\n\n写完便离开了。`).slice(1, 5)).toEqual(
      verse,
    );
  });

  it('按固定宽度硬折行的文本整段还原', () => {
    const paragraph =
      '那一年冬天特别冷河水结了厚厚的冰孩子们从桥上走过看见冰面下还有小鱼在游便蹲下来看了很久很久直到大人在岸边喊他们回家吃饭才依依不舍地离开';
    const wrapped = (paragraph.match(/.{1,24}/gu) ?? []).join('\n');
    expect(mended(`${wrapped}。\n\n${wrapped}。\n`)).toEqual([`${paragraph}。`, `${paragraph}。`]);
  });

  it('书名号没有合上的接到合上为止', () => {
    expect(mended('会议传达学习了《示例区委员会关于加强和改进\n新时代工作的意见》精神。')).toHaveLength(1);
  });

  it('任意处断开一段话，接好后与原文相同（性质）', () => {
    const clause = fc.constantFrom(
      '委员们深入社区',
      '听取居民的意见',
      '围绕停车难问题',
      '提出了具体的办法',
      '有关部门当场答复',
      '会后抓紧落实',
      '取得了明显成效',
    );
    const sentence = fc.array(clause, { minLength: 4, maxLength: 7 }).map((clauses) => `${clauses.join('，')}。`);
    const paragraph = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((sentences) => sentences.join(''));
    fc.assert(
      fc.property(
        paragraph,
        fc.double({ min: 0.3, max: 0.9, noNaN: true }),
        fc.constantFrom('\n', '\n\n'),
        (text, place, gap) => {
          const at = Math.floor(text.length * place);
          // A break right after a full stop cannot be told from the end of a paragraph; neither can one before a mark.
          fc.pre(!/[，。]/.test(text[at - 1] ?? '') && !/[，。]/.test(text[at] ?? ''));
          expect(mended(text.slice(0, at) + gap + text.slice(at))).toEqual([text]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('原有的字一个不多一个不少（性质）', () => {
    const line = fc.stringMatching(/^[一二人大会议提案，。、：《》a-z0-9 ]{0,40}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        expect(mended(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 500 },
    );
  });
});

describe('标题层级', () => {
  it('编章节与一、（一）分出层级，目录行与长句不算', async () => {
    const text = [
      '老城纪事',
      '',
      '第一编 街巷',
      '第一章 东门',
      '第一节 城楼',
      '东门城楼建于清代，几经修葺，如今仍在。',
      '第二章 西门',
      '一、沿革',
      '西门原名安定门，后来改了名字，老人还记得。',
      '（一）商号',
      '西门内商号众多，最有名的是一家布店。',
      '第二章到第三章之间还有一段故事，说来话长。',
    ].join('\n');
    const read = await readDocument(source('老城.txt', text));
    expect(read.title).toBe('老城纪事');
    expect(outline(read).filter((line) => line.startsWith('#'))).toEqual([
      '# 第一编 街巷',
      '## 第一章 东门',
      '### 第一节 城楼',
      '## 第二章 西门',
      '#### 一、沿革',
      '#### （一）商号',
    ]);
  });

  it('短行在段落之上成小标题，名单不成', async () => {
    const text =
      '年度工作回顾\n\n一年来，各项工作有序推进，成效明显。\n\n夯实基础\n\n抓制度、抓队伍，基础更加牢固。\n\n张大山\n李小河\n王远帆\n赵青松\n钱一川\n';
    const read = await readDocument(source('a.txt', text));
    expect(outline(read).filter((line) => line.startsWith('#'))).toEqual(['# 夯实基础']);
    expect(bodyText(read.body)).toContain('张大山');
  });
});
