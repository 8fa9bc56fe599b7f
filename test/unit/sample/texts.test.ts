import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SAMPLE = join(import.meta.dirname, '../../../resources/sample');
const SEEDS = join(import.meta.dirname, '../../../../shared/seeds');

/** Every file of the sample, by its path inside the folder. */
function sampleFiles(folder = SAMPLE): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sampleFiles(path) : [path];
  });
}

const bare = (text: string): string => text.replace(/[^\p{Script=Han}\d]/gu, '');

/** Sentences and clauses by their marks; only letters and figures count towards the length. */
function sentences(text: string, shortest: number): string[] {
  return text
    .split(/[。！？；\n]/u)
    .map(bare)
    .filter((sentence) => [...sentence].length >= shortest);
}

const body = (path: string): string => readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');

describe('样例文稿', () => {
  const files = sampleFiles();

  it('都是 UTF-8 文本，没有替换符', () => {
    expect(files.length).toBeGreaterThan(120);
    for (const file of files) {
      expect(file).toMatch(/\.(?:md|json|txt)$/);
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/\ufffd|lorem/iu);
    }
  });

  it('没有成句的重复：十二字以上的句子几乎只出现一次', () => {
    const places = new Map<string, string[]>();
    for (const file of files.filter((name) => name.endsWith('.md'))) {
      for (const sentence of sentences(body(file), 12)) places.set(sentence, [...(places.get(sentence) ?? []), file]);
    }
    const twice = [...places].filter(([, where]) => where.length > 1).map(([sentence]) => sentence);
    expect(places.size).toBeGreaterThan(1500);
    expect(twice.length, twice.join('\n')).toBeLessThanOrEqual(2);
  });

  it('没有套话模板：二十字以上的相同字串很少跨篇出现', () => {
    const owner = new Map<string, string>();
    const shared = new Set<string>();
    for (const file of files.filter((name) => name.endsWith('.md'))) {
      const text = bare(body(file));
      for (let at = 0; at + 20 <= text.length; at++) {
        const piece = text.slice(at, at + 20);
        const first = owner.get(piece);
        if (first === undefined) owner.set(piece, file);
        else if (first !== file) shared.add(`${piece} ${file}`);
      }
    }
    expect(shared.size, [...shared].join('\n')).toBeLessThanOrEqual(20);
  });

  it('要查的词都查得到', () => {
    const all = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const words =
      '提案 收条 加装电梯 停车 微协商 社情民意 老旧小区 充电桩 养老托育 营商环境 亲历 亲见 亲闻 喆 赟 堃 䶮';
    for (const word of words.split(' ')) expect(all.includes(word), word).toBe(true);
  });

  it.skipIf(!existsSync(SEEDS))('与种子文稿没有相同的句子（没有 ../shared 时跳过）', () => {
    const own = files.map((file) => bare(readFileSync(file, 'utf8'))).join('\n');
    let looked = 0;
    for (const name of readdirSync(SEEDS)) {
      const text = readFileSync(join(SEEDS, name), 'utf8').replace(/<[^>]+>/g, '\n');
      for (const line of text.split(/[。！？；，,;\n]/u).map(bare)) {
        if ([...line].length < 15) continue;
        looked++;
        expect(own.includes(line), line).toBe(false);
      }
    }
    expect(looked).toBeGreaterThan(300);
  });
});
