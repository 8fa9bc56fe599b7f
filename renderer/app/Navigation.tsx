import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { onKeys } from '../ui/keys.ts';
import { type LibraryStatus, queries } from './api.ts';
import { kindsOf, type NavigationSection, SECTIONS } from './navigation-entries.ts';
import { usePreferences } from './preferences.ts';

/**
 * The left-hand navigation. Groups fold, remembered on this machine; the page one is on stays in sight even in a folded
 * group. Up and down go through everything that is shown, left and right fold and unfold a group.
 */
export function Navigation({ library }: { readonly library: LibraryStatus }) {
  const nav = useRef<HTMLElement>(null);
  const { preferences, change } = usePreferences();
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: on every new page
  useEffect(() => {
    // After the link has been marked as the current one.
    const frame = requestAnimationFrame(() =>
      nav.current?.querySelector('a[aria-current="page"]')?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [pathname, preferences.foldedGroups]);

  const folded = (section: NavigationSection) =>
    preferences.foldedGroups?.[section.label ?? ''] ?? section.folded ?? false;
  const fold = (label: string, next: boolean) =>
    void change({ foldedGroups: { ...preferences.foldedGroups, [label]: next } }).catch(() => undefined);

  return (
    <nav
      ref={nav}
      className="nav"
      aria-label="栏目"
      onKeyDown={onKeys({
        down: () => step(nav.current, 1),
        up: () => step(nav.current, -1),
        left: () => foldFocused(true),
        right: () => foldFocused(false),
      })}
    >
      {SECTIONS.map((section) => (
        <Section
          key={section.label ?? ''}
          section={section}
          library={library}
          folded={folded(section)}
          onFold={(next) => fold(section.label ?? '', next)}
        />
      ))}
    </nav>
  );
}

const stops = (nav: HTMLElement | null) => [...(nav?.querySelectorAll<HTMLElement>('a, button') ?? [])];

function step(nav: HTMLElement | null, by: number): void {
  const all = stops(nav);
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}

/** Presses the head that has the focus, when that changes something. */
function foldFocused(folded: boolean): void {
  const head = document.activeElement;
  if (head instanceof HTMLButtonElement && head.getAttribute('aria-expanded') === String(folded)) head.click();
}

interface SectionProps {
  readonly section: NavigationSection;
  readonly library: LibraryStatus;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
}

function Section({ section, library, folded, onFold }: SectionProps) {
  const { pathname } = useLocation();
  const { label, pages } = section;
  const kinds = kindsOf(section);
  if (pages.length + kinds.length === 0) return null;
  const shownPages = folded ? pages.filter((page) => isAt(pathname, String(page.link.to))) : pages;
  const shownKinds = folded ? kinds.filter((kind) => isAt(pathname, `/records/${kind.id}`)) : kinds;
  return (
    <section>
      {label !== undefined && (
        <h2>
          <button type="button" aria-expanded={!folded} onClick={() => onFold(!folded)}>
            {folded ? <CaretRightOutlined /> : <CaretDownOutlined />}
            {label}
            {folded && <span className="nav-count">{pages.length + kinds.length} 项</span>}
          </button>
        </h2>
      )}
      <ul>
        {shownPages.map((page) => (
          <Entry key={page.label} link={page.link}>
            {page.label}
            {page.link.to === '/tasks' && <Pressing />}
          </Entry>
        ))}
        {shownKinds.map((kind) => (
          <Entry key={kind.id} link={{ to: '/records/$kind', params: { kind: kind.id } } as NavigationLink}>
            <span className="clip">{kind.label}</span>
            <span className="nav-count">{library.counts[kind.id] ?? 0}</span>
          </Entry>
        ))}
      </ul>
    </section>
  );
}

type NavigationLink = Pick<LinkProps, 'to' | 'params' | 'search'>;

const isAt = (pathname: string, to: string) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));

function Entry({ link, children }: { readonly link: NavigationLink; readonly children: ReactNode }) {
  return (
    <li>
      <Link {...(link as LinkProps)} activeOptions={{ includeSearch: false, exact: link.to === '/' }}>
        {children}
      </Link>
    </li>
  );
}

/** How much is late or due today. */
function Pressing() {
  const tasks = useQuery(queries.tasks.list.queryOptions({ input: { limit: 1 } }));
  const { overdue = 0, today = 0 } = tasks.data?.counts ?? {};
  if (overdue + today === 0) return null;
  return (
    <span className="nav-due" title={`超期 ${overdue} 件，今天到期 ${today} 件`}>
      {overdue + today}
      <span className="visually-hidden">件超期或今天到期</span>
    </span>
  );
}
