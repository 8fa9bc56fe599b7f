import type { Page } from 'playwright';
import { wordFaults } from './office-words.ts';

/**
 * What a clerk would stumble over on the page as it is shown now, one sentence each; empty when all is well: words of the
 * machine instead of office Chinese, a page without a title, text cut off in a button, columns out of line with their
 * heads, anything sticking out of the window, an empty page that names no first step.
 */
export async function pageFaults(page: Page): Promise<string[]> {
  const words = await page.evaluate(shownWords);
  return [...new Set([...words.flatMap(wordFaults), ...(await page.evaluate(boxFaults))])];
}

/** Runs in the page: every text a clerk can read or hear, without what is hidden. */
function shownWords(): string[] {
  const words = new Set<string>();
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim();
    if (text && parent && !parent.closest('script, style') && seen(parent)) words.add(text);
  }
  for (const element of document.querySelectorAll('[title], [aria-label], [placeholder], input, textarea')) {
    // Pictures of the icon set and the sign that empties a choice carry English names of their own; the control they
    // stand in says in Chinese what it is for.
    if (
      !seen(element) ||
      element.matches('.anticon, .ant-select-clear, .ant-input-clear-icon, .ant-input-number-action')
    )
      continue;
    const typed =
      element instanceof HTMLTextAreaElement ||
      (element instanceof HTMLInputElement && !['radio', 'checkbox', 'hidden'].includes(element.type));
    const value = typed ? (element as HTMLInputElement).value : '';
    for (const text of [
      element.getAttribute('title'),
      element.getAttribute('aria-label'),
      element.getAttribute('placeholder'),
      value,
    ]) {
      if (text?.trim()) words.add(text.trim());
    }
  }
  return [...words];
}

/** Runs in the page: what is out of place. Sizes in CSS pixels; one pixel is rounding. */
function boxFaults(): string[] {
  const faults: string[] = [];
  const say = (fault: string) => faults.push(fault.replace(/\s+/g, ' ').slice(0, 220));
  const words = (element: Element) => (element.textContent ?? '').trim().slice(0, 30);
  const seen = (element: Element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
  };

  const heading = document.querySelector('main h1, main .empty-state h2, .start h1');
  if (!heading || words(heading) === '') say('页面没有标题');
  const main = document.querySelector('main');
  const wide = Math.max(
    main ? main.scrollWidth - main.clientWidth : 0,
    document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wide > 1) say(`页面比窗口宽 ${wide} 像素`);

  // Nothing that can be pressed may lie outside what can be scrolled to, and its words are not cut off.
  for (const control of document.querySelectorAll(
    'button, .ant-btn, .ant-tag, [role="tab"], .ant-segmented-item-label',
  )) {
    if (!seen(control) || control.closest('.grid-head, .ant-select')) continue;
    const inner = [control, ...control.querySelectorAll('span, div')];
    const cut = inner.find((part) => {
      const style = getComputedStyle(part);
      return (
        style.overflowX !== 'visible' &&
        style.textOverflow !== 'ellipsis' &&
        part.scrollWidth > part.clientWidth + 1 &&
        part.clientWidth > 0
      );
    });
    if (cut) say(`按钮上的字放不下：“${words(control)}”`);
  }
  for (const verbs of document.querySelectorAll('.page-verbs, .page-head')) {
    const box = verbs.getBoundingClientRect();
    if (box.right > window.innerWidth + 1) say(`页头超出窗口：“${words(verbs)}”`);
  }
  const title = document.querySelector('main .page-title');
  if (title && title.getBoundingClientRect().width < 16) say(`标题被挤没了：“${words(title)}”`);

  const same = (head: Element, cell: Element, where: string) => {
    const a = head.getBoundingClientRect();
    const b = cell.getBoundingClientRect();
    if (Math.abs(a.left - b.left) > 1 || Math.abs(a.right - b.right) > 1)
      say(`${where}“${words(head)}”的表头在 ${a.left}–${a.right}，下面的格在 ${b.left}–${b.right}`);
  };
  for (const grid of document.querySelectorAll('.grid')) {
    const heads = [...grid.querySelectorAll('.grid-headcell')];
    for (const row of [...grid.querySelectorAll('.grid-body .grid-row:not(.grid-group), .grid-foot .grid-row')].slice(
      0,
      3,
    )) {
      const cells = [...row.children].slice(1);
      heads.forEach((head, at) => {
        const cell = cells[at];
        if (cell) same(head, cell, '列表');
      });
    }
  }
  for (const table of document.querySelectorAll('table')) {
    if (!seen(table)) continue;
    const line = [...table.querySelectorAll('tbody tr')].find(
      (row) =>
        row.getBoundingClientRect().height > 1 &&
        [...row.children].every((cell) => (cell as HTMLTableCellElement).colSpan === 1),
    );
    const heads = [...(table.querySelector('thead tr:last-child')?.children ?? [])];
    if (!line || heads.length !== line.children.length) continue;
    heads.forEach((head, at) => {
      const cell = line.children[at];
      if (cell) same(head, cell, '表格');
    });
  }
  for (const empty of document.querySelectorAll('main .empty-state')) {
    const says = empty.querySelector('p')?.textContent?.trim() ?? '';
    if (!empty.querySelector('button, a') && says.length < 8) say(`空页没有说第一步做什么：“${words(empty)}”`);
  }
  return faults;
}
