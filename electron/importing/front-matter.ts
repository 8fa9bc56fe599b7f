import { parse } from 'yaml';
import { machineDate } from './dates.ts';
import type { Given } from './draft.ts';

/** A front matter longer than this is no front matter. */
const MOST_CHARACTERS = 20_000;

export interface FrontMatter {
  readonly given: Given;
  /** The text after it. */
  readonly rest: string;
}

/**
 * The block between two --- lines that blog tools put before a text. Only title, date, source and author are taken.
 * Undefined when the text has none or when it cannot be read: then it is text like any other.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const match =
    /^[\s\ufeff]*---[ \t]*(?:\r\n|\r|\n)([\s\S]{0,20000}?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)/.exec(
      text,
    );
  if (!match?.[1] || match[1].length > MOST_CHARACTERS || !/^[\w\u4e00-\u9fff-]+\s*[:：]/m.test(match[1]))
    return undefined;
  const values = readYaml(match[1]);
  if (!values) return undefined;
  const pick = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = scalar(values.get(name));
      if (value) return value;
    }
    return undefined;
  };
  const title = pick('title', '标题', '题名');
  const date = pick('date', '日期', '发布时间', 'pubdate', 'published', 'created');
  const iso = date ? machineDate(date) : undefined;
  const source = pick('source', 'from', '来源', '出处');
  const author = pick('author', 'authors', '作者');
  return {
    given: {
      ...(title ? { title } : {}),
      ...(iso ? { date: iso } : {}),
      ...(source ? { source } : {}),
      ...(author ? { author } : {}),
    },
    rest: text.slice(match[0].length),
  };
}

function readYaml(text: string): Map<string, unknown> | undefined {
  try {
    // No aliases (a few lines of them can unfold to gigabytes), no custom tags, dates stay text; a Map, so that a key
    // such as __proto__ is a key like any other.
    const value: unknown = parse(text, {
      maxAliasCount: 0,
      schema: 'failsafe',
      mapAsMap: true,
      logLevel: 'silent',
      uniqueKeys: false,
    });
    if (!(value instanceof Map)) return undefined;
    return new Map([...value].map(([key, item]) => [String(key).toLowerCase(), item]));
  } catch {
    return undefined;
  }
}

function scalar(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(scalar).filter(Boolean).join('、') || undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\s+/g, ' ').trim();
  return text && text !== 'null' && text.length <= 300 ? text : undefined;
}
