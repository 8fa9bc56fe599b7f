import { AntouError } from '../../shared/api/errors.ts';
import type { DocumentDefinition } from '../../shared/documents/definition.ts';
import { documents as definitions, documentOf } from '../../shared/documents/index.ts';
import { knownNames, type TemplateContext } from '../../shared/documents/templates/index.ts';
import type { TemplateFault } from '../exporting/template/index.ts';
import { inspectZip } from '../importing/zip.ts';
import type { Desk } from './desk.ts';
import { handOut, safeFileName } from './hand-out.ts';
import { os } from './implementer.ts';
import { officeSettings } from './settings.ts';
import { type Example, exampleOf } from './template-example.ts';
import { placeholdersOf } from './template-placeholders.ts';
import { type OwnTemplate, type OwnTemplates, ownTemplates, TEMPLATES_SETTING } from './template-use.ts';

export { activeTemplate, writeByTemplate } from './template-use.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Bytes; refused before it is read. The check itself allows less. */
const LARGEST = 200 * 1024 * 1024;

/** The filler is large and most starts never need it. */
const engine = () => import('../exporting/template/index.ts');

function definitionOf(id: string): DocumentDefinition {
  const found = documentOf(id);
  if (found) return found;
  const known = definitions.map((entry) => `${entry.id}（${entry.label}）`).join('、');
  throw new AntouError('notFound', `没有“${id}”这种文书。现有：${known}。`);
}

function requireOwn(desk: Desk, definition: DocumentDefinition): OwnTemplate {
  const templates = ownTemplates(desk.opened.library);
  const own = Object.hasOwn(templates, definition.id) ? templates[definition.id] : undefined;
  if (own) return own;
  throw new AntouError('notFound', `“${definition.label}”没有自备模板，用的是内置版式。可以先下载样板，改好再传上来。`);
}

const contextOf = (desk: Desk, { label }: DocumentDefinition): TemplateContext => ({
  settings: officeSettings(desk.opened.library),
  label,
  today: desk.today,
});

const list = os.templates.list.handler(({ context: { desk } }) => {
  const own = ownTemplates(desk.opened.library);
  return {
    documents: definitions.map(({ id, label, group, description }) => {
      const template = Object.hasOwn(own, id) ? own[id] : undefined;
      return { id, label, group, description, ...(template ? { own: { ...template } } : {}) };
    }),
  };
});

const placeholders = os.templates.placeholders.handler(({ input, context: { desk } }) => {
  const definition = definitionOf(input.document);
  return placeholdersOf(exampleOf(desk, definition, input.params), contextOf(desk, definition));
});

interface Checked {
  faults: TemplateFault[];
  example?: string;
}

async function examine(
  desk: Desk,
  definition: DocumentDefinition,
  bytes: Uint8Array,
  params?: Readonly<Record<string, unknown>>,
): Promise<Checked> {
  const example = exampleOf(desk, definition, params);
  const context = contextOf(desk, definition);
  const known = knownNames(example ? { model: example.model, context } : undefined);
  const { checkTemplate, checkBytes } = await engine();
  const titled = example ? { example: example.model.title || example.model.fileName } : {};
  const early = checkBytes(bytes);
  if (early.length > 0) return { faults: early, ...titled };
  try {
    inspectZip(bytes, 'Word');
  } catch (error) {
    if (!(error instanceof AntouError)) throw error;
    const message = error.message.replaceAll('没有导入', '没有启用').replaceAll('再导入', '再传');
    return { faults: [{ severity: 'error', message, where: '文件' }], ...titled };
  }
  return { faults: checkTemplate(bytes, { known, complete: example !== undefined }), ...titled };
}

const bad = (faults: readonly TemplateFault[]): boolean => faults.some(({ severity }) => severity === 'error');

const check = os.templates.check.handler(async ({ input, context: { desk } }) => {
  const definition = definitionOf(input.document);
  const bytes = input.file
    ? (await readUpload(desk, input.file)).bytes
    : await desk.opened.library.readFile(requireOwn(desk, definition).sha256);
  return examine(desk, definition, bytes, input.params);
});

async function readUpload(desk: Desk, ref: { handle: string } | { path: string }) {
  const file = await desk.files.file(ref);
  if (file.size > LARGEST) throw new AntouError('invalid', `“${file.name}”超过 200 MB，不会是文书模板，没有读。`);
  return { name: file.name, bytes: await file.read() };
}

async function save(desk: Desk, next: OwnTemplates, label: string) {
  const { seq } = await desk.opened.library.saveSetting(TEMPLATES_SETTING, next, await desk.who(), label);
  return { seq, label };
}

const upload = os.templates.upload.handler(async ({ input, context: { desk } }) => {
  const definition = definitionOf(input.document);
  const { library } = desk.opened;
  const { name, bytes } = await readUpload(desk, input.file);
  const checked = await examine(desk, definition, bytes, input.params);
  if (bad(checked.faults)) return { ...checked, saved: false };
  const { sha256, size } = await library.putFile(bytes, name, DOCX);
  const own: OwnTemplate = {
    name,
    size,
    sha256,
    active: true,
    at: desk.now().toISOString(),
    who: await desk.who(),
  };
  const changed = await save(
    desk,
    { ...ownTemplates(library), [definition.id]: own },
    `${definition.label}换用自备模板 ${name}`,
  );
  return { ...checked, saved: true, ...changed };
});

async function turn(desk: Desk, id: string, active: boolean) {
  const definition = definitionOf(id);
  const own = requireOwn(desk, definition);
  return save(
    desk,
    { ...ownTemplates(desk.opened.library), [id]: { ...own, active } },
    `${active ? '启用' : '停用'}${definition.label}的自备模板 ${own.name}`,
  );
}

const activate = os.templates.activate.handler(async ({ input, context: { desk } }) => {
  const definition = definitionOf(input.document);
  const own = requireOwn(desk, definition);
  const { faults } = await examine(desk, definition, await desk.opened.library.readFile(own.sha256));
  const first = faults.find(({ severity }) => severity === 'error');
  if (first) {
    const count = faults.filter(({ severity }) => severity === 'error').length;
    throw new AntouError(
      'invalid',
      `没有启用：模板“${own.name}”体检有 ${count} 处错误，例如${first.where}：${first.message}仍用内置版式。`,
    );
  }
  return turn(desk, input.document, true);
});

const disable = os.templates.disable.handler(({ input, context: { desk } }) => turn(desk, input.document, false));

const remove = os.templates.remove.handler(async ({ input, context: { desk } }) => {
  const definition = definitionOf(input.document);
  const own = requireOwn(desk, definition);
  const { [definition.id]: _, ...rest } = ownTemplates(desk.opened.library);
  return save(desk, rest, `删除${definition.label}的自备模板 ${own.name}`);
});

async function given(desk: Desk, name: string, bytes: Uint8Array, dialog: string, out: string | undefined) {
  const handed = await handOut(desk, { name, bytes, type: DOCX, extension: 'docx', dialog, out });
  return { name, size: bytes.byteLength, ...handed };
}

const sample = os.templates.sample.handler(async ({ input, context: { desk } }) => {
  const definition = definitionOf(input.document);
  const { model } = requireExample(exampleOf(desk, definition, input.params), definition);
  const { library } = desk.opened;
  const { sampleTemplate } = await engine();
  const { installedFonts } = await import('../exporting/index.ts');
  const fonts = await installedFonts();
  const bytes = await sampleTemplate(model, {
    settings: officeSettings(library),
    readFile: (sha256) => library.readFile(sha256),
    ...(fonts ? { installedFonts: fonts } : {}),
    now: desk.now(),
  });
  return given(desk, safeFileName(`${definition.label}模板样板`, '模板样板', 'docx'), bytes, '下载样板', input.out);
});

function requireExample(example: Example | undefined, { label, parameters }: DocumentDefinition): Example {
  if (example) return example;
  const needs = parameters
    .filter(({ required }) => required)
    .map((parameter) => `“${parameter.label}”`)
    .join('、');
  throw new AntouError(
    'invalid',
    `没有做成样板：样板照一份真的${label}来做，资料库里还没有可用的记录${needs ? `（要有${needs}）` : ''}。请先录入一条，再下载。`,
  );
}

const download = os.templates.download.handler(async ({ input, context: { desk } }) => {
  const own = requireOwn(desk, definitionOf(input.document));
  const bytes = await desk.opened.library.readFile(own.sha256);
  const name = safeFileName(own.name.replace(/\.docx$/iu, ''), '自备模板', 'docx');
  return given(desk, name, bytes, '取回自备模板', input.out);
});

export const templates = { list, placeholders, check, upload, activate, disable, remove, sample, download };
