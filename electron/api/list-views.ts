import type { z } from 'zod';
import { savedView } from '../../shared/api/areas/lists.ts';
import { AntouError } from '../../shared/api/errors.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import { fieldAt } from '../../shared/records/list-fields.ts';
import type { Library } from '../library/types.ts';

export type SavedView = z.infer<typeof savedView>;

/** Setting under which the saved views of all lists are kept, so that colleagues have them too. */
const VIEWS_SETTING = 'listViews';

/** What cannot be read (written by a newer program) is left out of the answer and kept in the library. */
function stored(library: Library): readonly unknown[] {
  const views = library.setting<unknown>(VIEWS_SETTING);
  return Array.isArray(views) ? views : [];
}

export function viewsOf(library: Library): SavedView[] {
  return stored(library).flatMap((view) => {
    const read = savedView.safeParse(view);
    return read.success ? [read.data] : [];
  });
}

/** A field may have gone since the view was saved: the rest of the view still holds. */
export function usable(view: SavedView, kind: RecordKind): SavedView {
  const there = (path: string) => fieldAt(kind, path) !== undefined;
  const { filters, sort, group, columns, ...rest } = view;
  return {
    ...rest,
    ...(filters ? { filters: filters.filter((filter) => there(filter.field)) } : {}),
    ...(sort ? { sort: sort.filter(([field]) => there(field)) } : {}),
    ...(group !== undefined && there(group) ? { group } : {}),
    ...(columns ? { columns: columns.filter((column) => there(column.field)) } : {}),
  };
}

const idOf = (view: unknown): unknown =>
  typeof view === 'object' && view !== null && 'id' in view ? view.id : undefined;

export async function saveView(library: Library, view: SavedView, who: string) {
  const name = view.name.trim();
  if (name === '') throw new AntouError('invalid', '请给视图起个名字。', { name: '请给视图起个名字' });
  const twin = viewsOf(library).find(
    (other) => other.kind === view.kind && other.name === name && other.id !== view.id,
  );
  if (twin)
    throw new AntouError('invalid', `已经有叫“${name}”的视图了，没有保存。请换个名字。`, { name: '这个名字已经有了' });
  const all = stored(library);
  const next = { ...view, name };
  const known = all.some((other) => idOf(other) === view.id);
  const after = known ? all.map((other) => (idOf(other) === view.id ? next : other)) : [...all, next];
  return library.saveSetting(VIEWS_SETTING, after, who, `${known ? '修改' : '保存'}视图 ${name}`);
}

export async function removeView(library: Library, id: string, who: string) {
  const view = viewsOf(library).find((other) => other.id === id);
  if (!view) throw new AntouError('notFound', '这个视图已经不在了，可能已被删除。');
  const after = stored(library).filter((other) => idOf(other) !== id);
  return library.saveSetting(VIEWS_SETTING, after, who, `删除视图 ${view.name}`);
}
