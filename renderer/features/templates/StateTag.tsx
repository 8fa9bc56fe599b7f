import type { OwnTemplate } from './types.ts';

/** 内置, 自备, 自备（停用） */
export function StateTag({ own }: { readonly own: OwnTemplate | undefined }) {
  if (!own) {
    return (
      <span className="tag" data-tone="quiet">
        内置
      </span>
    );
  }
  return (
    <span className="tag" data-tone={own.active ? 'good' : 'soon'}>
      {own.active ? '自备' : '内置（自备已停用）'}
    </span>
  );
}
