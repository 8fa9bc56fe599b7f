import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../electron/importing/index.ts';
import type { ReadDocument } from '../../../electron/importing/types.ts';
import { bodyText, countCharacters } from '../../../shared/text/body.ts';
import { source } from './samples.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/seeds');
const there = existsSync(folder);
if (!there) console.log('略过五篇种子的测试：../shared/seeds 不在这台机器上');

async function seed(number: string): Promise<{ read: ReadDocument; raw: string }> {
  const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? '';
  const bytes = readFileSync(join(folder, name));
  return { read: await readDocument(source(name, new Uint8Array(bytes))), raw: bytes.toString('utf8') };
}

const headings = (read: ReadDocument): number => read.body.blocks.filter(({ type }) => type === 'heading').length;

describe.skipIf(!there)('五篇种子照原样导入', () => {
  it('000：引题之下的主副题合成题名，图文作者取自署名，没有日期就没有日期', async () => {
    const { read } = await seed('000');
    expect(read.title).toBe('双向发力更精准 委员履职更有力——以学促干 展现郑州市各级政协新作为');
    expect(read.author?.split('、')).toHaveLength(2);
    expect(read.date).toBeUndefined();
    expect(headings(read)).toBeGreaterThanOrEqual(3);
    expect(bodyText(read.body)).not.toMatch(/政\n+协工委|委\n+员。/);
    expect(read.notes.join()).toContain('断行 3 处已接续');
  });

  it('001：正文末尾的记者署名分出来，报名作来源', async () => {
    const { read } = await seed('001');
    expect(read.title).toBe('同心建言资政 同向凝聚共识——市政协2020年履职综述');
    expect(read.source).toBe('郑报全媒体');
    expect(read.author).toBeTruthy();
    expect(read.date).toBeUndefined();
    expect(headings(read)).toBe(5);
    expect(read.notes.join()).toContain('断行 5 处');
  });

  it('002：一版多篇的报纸取头条为题，记者名分列', async () => {
    const { read } = await seed('002');
    expect(read.title).toBe('政协协商在基层有用好用管用——长春市政协推进政协协商向基层延伸工作记事');
    expect(read.author?.split('、')).toHaveLength(2);
    expect(read.date).toBeUndefined();
    expect(bodyText(read.body)).not.toMatch(/制度化、\n|到处都是\n|专\n题|光荣”\n主题/);
  });

  it('003：markdown 标题成层级，会期日期按前后两年推定并请核对，文末署名合并', async () => {
    const { read } = await seed('003');
    expect(read.format).toBe('markdown');
    expect(read.title).toBe('深化“三标”引领 紧扣“九个持续抓好” 全面推进中国式现代化建设中原区实践');
    expect(read.date).toBe('2024-02-26');
    expect(read.notes.join()).toContain('请核对');
    expect(read.author?.split('、')).toHaveLength(4);
    expect(read.body.blocks.filter((block) => block.type === 'heading' && block.level === 1)).toHaveLength(2);
  });

  it('004：front matter 与 HTML 都读懂，来源取正文所标，标签不留', async () => {
    const { read } = await seed('004');
    expect(read.format).toBe('html');
    expect(read.title).toBe('政协履职如何深植基层沃土');
    expect(read.date).toBe('2022-01-04');
    expect(read.source).toBe('中安在线');
    expect(headings(read)).toBe(4);
    expect(bodyText(read.body)).not.toMatch(/<\/?\w|categories|picsum/);
  });

  it('五篇的字一个不少：题名加正文含原文全部汉字', async () => {
    for (const number of ['000', '001', '002', '003']) {
      const { read, raw } = await seed(number);
      const han = (text: string): string[] => [...text].filter((character) => /\p{Script=Han}/u.test(character)).sort();
      expect(han(read.title + bodyText(read.body)).join('')).toBe(han(raw).join(''));
      expect(countCharacters(read.body)).toBeGreaterThan(2000);
    }
  });
});
