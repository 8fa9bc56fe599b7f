/**
 * What passes between the page and the desktop besides the contract: the page asks for a connection, and hears of the
 * menu and of the office process. Everything travels as window messages of the page's own window.
 */

/** The page posts this with one end of a MessageChannel; the contract is then served on the other end. */
export const CONNECT = 'antou:connect';

/** The scheme the desktop serves the page under. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://antou';

/** What can be chosen in the menu and is carried out by the page. */
export type MenuAction =
  | 'new-library'
  | 'open-library'
  | 'sample-library'
  | 'import'
  | 'export'
  | 'print'
  | 'search'
  | 'undo-change'
  | 'redo-change'
  | 'settings'
  | 'help';

/** Posted to the page's window by the preload. */
export type DesktopMessage =
  | { readonly antou: 'menu'; readonly action: MenuAction }
  /** The office process stopped and a new one has been started: connect anew, what was saved is safe. */
  | { readonly antou: 'office-restarted' };

export const isDesktopMessage = (data: unknown): data is DesktopMessage =>
  typeof data === 'object' &&
  data !== null &&
  'antou' in data &&
  (data.antou === 'menu' || data.antou === 'office-restarted');
