import { os } from './implementer.ts';

const preferencesGet = os.preferences.get.handler(({ context: { desk } }) => desk.machine.preferences());
const preferencesSave = os.preferences.save.handler(({ input, context: { desk } }) => {
  // Folders that may be opened are remembered by opening them, never by the page's word.
  const { recentLibraries: _ignored, ...rest } = input;
  return desk.machine.savePreferences(rest);
});
export const preferences = { get: preferencesGet, save: preferencesSave };

const get = os.drafts.get.handler(async ({ input, context: { desk } }) => {
  const draft = await desk.machine.draft(desk.opened.library.info.id, input.key);
  return draft ? { at: draft.at, content: draft.content } : {};
});

const save = os.drafts.save.handler(async ({ input, context: { desk } }) => {
  const at = desk.now().toISOString();
  await desk.machine.saveDraft(desk.opened.library.info.id, input.key, input.content, at);
  return { at };
});

const remove = os.drafts.remove.handler(async ({ input, context: { desk } }) => {
  await desk.machine.removeDraft(desk.opened.library.info.id, input.key);
  return {};
});

const list = os.drafts.list.handler(async ({ context: { desk } }) => ({
  drafts: await desk.machine.drafts(desk.opened.library.info.id),
}));

export const drafts = { get, save, remove, list };
