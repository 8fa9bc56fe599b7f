import { strFromU8, zipSync } from 'fflate';
import type { OfficeSettings } from '../../../shared/documents/definition.ts';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { type RawPart, type TemplateScope, templateData } from '../../../shared/documents/templates/index.ts';
import type { PaperMark } from '../../../shared/documents/trace/basis.ts';
import { repack } from '../word/parts.ts';
import { droppedWords } from './dropped.ts';
import { engineOn } from './engine.ts';
import { graft } from './graft.ts';
import { putMark } from './put-mark.ts';
import { rawLayout } from './raw-blocks.ts';
import { openParts, paragraphsOf, partText, readTag, TEMPLATED, tagsOf, type WordParts } from './word-text.ts';

export interface FillOptions {
  readonly settings: OfficeSettings;
  /** 会议纪要: what the document is called. */
  readonly label: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly now: Date | string;
  /** Bytes of a picture by its content address. */
  readonly readFile: (sha256: string) => Promise<Uint8Array>;
  readonly installedFonts?: readonly string[] | undefined;
  /** Which paper the file is. */
  readonly mark?: PaperMark | undefined;
}

export interface Filled {
  readonly bytes: Uint8Array;
  /** Placeholders without a value; 【缺：名称】 stands in their place. */
  readonly missing: readonly string[];
  /** What the document says and the file does not: the template has no place for it. */
  readonly dropped: readonly string[];
}

/** Every name a template mentions; those of ready-made layout with @ before them. */
export function mentionedNames(parts: WordParts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of Object.keys(parts)) {
    if (!TEMPLATED.test(part)) continue;
    for (const { content } of tagsOf(paragraphsOf(partText(parts, part)))) {
      const { mark, name } = readTag(content);
      names.add(mark === '@' ? `@${name}` : name);
    }
  }
  return names;
}

/** Own properties only: no name of the language leads anywhere, and nothing of the template is ever run. */
function own(scope: unknown, name: string): unknown {
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return undefined;
  return (scope as TemplateScope)[name];
}

/**
 * A template filled with a document. Placeholders without a value become 【缺：名称】.
 * @throws the engine's error when the template has faults: it has to pass checkTemplate first.
 */
export async function fillTemplate(bytes: Uint8Array, model: DocumentModel, options: FillOptions): Promise<Filled> {
  const { settings, label, today, now, mark, ...rest } = options;
  const mentioned = mentionedNames(openParts(bytes));
  const data = templateData(model, { settings, label, today, mentioned });
  const layout = await rawLayout(model, data, mentioned, { settings, now, ...rest });
  const missing = new Set<string>();
  const engine = engineOn(bytes, {
    lookup: (scope, name, raw) => {
      if (!raw) return own(scope, name);
      const part = own(scope, `@${name}`) as RawPart | undefined;
      return part === undefined ? undefined : layout.xmlOf(part);
    },
    missing: (name) => {
      missing.add(name);
      return `【缺：${name}】`;
    },
  });
  engine.render(data);
  const parts = Object.fromEntries(
    Object.entries(engine.getZip().files)
      .filter(([, file]) => !file.dir)
      .map(([name, file]) => [name, file.asUint8Array()]),
  );
  graft(parts, layout);
  if (mark) putMark(parts, mark);
  const given = new Date(now);
  return {
    bytes: repack(zipSync(parts, { level: 0 }), {}, Number.isNaN(given.getTime()) ? new Date(0) : given),
    missing: [...missing],
    dropped: droppedWords(model, writtenText(parts)),
  };
}

function writtenText(parts: WordParts): string {
  return Object.entries(parts)
    .filter(([name]) => TEMPLATED.test(name))
    .map(([, part]) =>
      paragraphsOf(strFromU8(part))
        .map(({ text }) => text)
        .join('\n'),
    )
    .join('\n');
}
