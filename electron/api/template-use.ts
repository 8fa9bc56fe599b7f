import { AntouError } from '../../shared/api/errors.ts';
import { documentOf } from '../../shared/documents/index.ts';
import type { DocumentModel, Finding } from '../../shared/documents/model.ts';
import type { PaperMark } from '../../shared/documents/trace/basis.ts';
import type { Library } from '../library/types.ts';
import type { Desk } from './desk.ts';
import { officeSettings } from './settings.ts';

export const TEMPLATES_SETTING = 'templates';

/** A template of the office for one document; its bytes lie among the library's files. */
export interface OwnTemplate {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly active: boolean;
  /** ISO 8601. */
  readonly at: string;
  readonly who: string;
}

export type OwnTemplates = Readonly<Record<string, OwnTemplate>>;

/** By id of document; only those that have one. */
export function ownTemplates(library: Library): OwnTemplates {
  return library.setting<OwnTemplates>(TEMPLATES_SETTING) ?? {};
}

/**
 * Bytes of the template in force for a document; undefined when the built-in layout is used.
 * @throws AntouError damaged or notFound when the file of the template is not what it was
 */
export async function activeTemplate(
  desk: Desk,
  document: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const { library } = desk.opened;
  const templates = ownTemplates(library);
  const own = Object.hasOwn(templates, document) ? templates[document] : undefined;
  if (!own?.active) return undefined;
  return { name: own.name, bytes: await library.readFile(own.sha256) };
}

export interface ByTemplate {
  /** Absent: the template could not be used, and the built-in layout has to be. */
  readonly bytes?: Uint8Array;
  readonly findings: readonly Finding[];
}

const listed = (names: readonly string[]): string =>
  names.length > 8 ? `${names.slice(0, 8).join('、')}等 ${names.length} 处` : names.join('、');

/**
 * A document written with the office's own template; undefined when it has none in force. A template that fails costs
 * no paper: then there are no bytes but a finding, and the built-in layout serves.
 */
export async function writeByTemplate(
  desk: Desk,
  model: DocumentModel,
  { installedFonts, mark }: { readonly installedFonts?: readonly string[] | undefined; readonly mark?: PaperMark } = {},
): Promise<ByTemplate | undefined> {
  try {
    const template = await activeTemplate(desk, model.document);
    if (!template) return undefined;
    const { fillTemplate } = await import('../exporting/template/index.ts');
    const { library } = desk.opened;
    const { bytes, missing, dropped } = await fillTemplate(template.bytes, model, {
      settings: officeSettings(library),
      label: documentOf(model.document)?.label ?? model.title,
      today: desk.today,
      now: desk.now(),
      readFile: (sha256) => library.readFile(sha256),
      ...(installedFonts ? { installedFonts } : {}),
      ...(mark ? { mark } : {}),
    });
    const findings: Finding[] = [];
    if (missing.length > 0) {
      const message = `自备模板“${template.name}”里有 ${missing.length} 处没有内容可填，写成了【缺：…】：${listed(missing)}。`;
      findings.push({ severity: 'warning', message });
    }
    if (dropped.length > 0) {
      const message = `自备模板“${template.name}”没有给这些内容留位置，导出件里没有：${listed(dropped)}。`;
      findings.push({ severity: 'warning', message });
    }
    return { bytes, findings };
  } catch (error) {
    const why = error instanceof AntouError ? error.message : '模板填不出来，请到“文书模板”里体检。';
    return { findings: [{ severity: 'warning', message: `自备模板没有用上，改用了内置版式：${why}` }] };
  }
}
