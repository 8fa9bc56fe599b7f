import type { DocumentModel } from '../model.ts';
import type { DocumentRule, PaperFinding } from './document-rule.ts';
import { paragraphsOf, placesOf } from './places.ts';

interface Named {
  readonly block: number;
  readonly name: string;
  /** Offset of the name in its paragraph. */
  readonly from: number;
  readonly number?: number;
  readonly text: string;
}

/** 附件：1.… 2.… however it is divided into paragraphs. */
function notesOf(model: DocumentModel): Named[] {
  return paragraphsOf(model)
    .filter(({ role }) => role === 'attachmentNote')
    .flatMap(({ block, text }) => {
      const lead = /^[\s\u3000]*(?:附件[：:])?[\s\u3000]*/u.exec(text)?.[0].length ?? 0;
      const items = [...text.slice(lead).matchAll(/(?:(\d{1,2})[.．、][\s\u3000]*)?([^\n]+)/gu)];
      return items.flatMap(({ 0: whole, 1: number, 2: name = '', index }) => {
        const from = lead + index + whole.length - name.length;
        return name.trim()
          ? [{ block, name: name.trim(), from, text, ...(number ? { number: Number(number) } : {}) }]
          : [];
      });
    });
}

interface Attached {
  readonly block: number;
  readonly mark: string;
  readonly name: string;
  readonly titleBlock: number | undefined;
}

/** What follows: 附件1 with its title, which may take several paragraphs. */
function attachedOf(model: DocumentModel): Attached[] {
  const paragraphs = paragraphsOf(model);
  return paragraphs.flatMap(({ role, block, text }, index) => {
    if (role !== 'attachmentMark') return [];
    const after = paragraphs.slice(index + 1);
    const end = after.findIndex((paragraph) => paragraph.role === 'attachmentMark');
    const titles = after
      .slice(0, end < 0 ? undefined : end)
      .filter((paragraph) => paragraph.role === 'attachmentTitle');
    const name = titles.map((title) => title.text.trim()).join('');
    return [{ block, mark: text.trim(), name, titleBlock: titles[0]?.block }];
  });
}

const bare = (name: string): string => name.replace(/[\s\u3000《》“”（）()〔〕]/gu, '');

function matchFindings(model: DocumentModel): PaperFinding[] {
  const notes = notesOf(model);
  const attached = attachedOf(model);
  const findings: PaperFinding[] = [];
  const [firstNote] = notes;
  const [firstAttached] = attached;
  if (notes.length === 0 && firstAttached) {
    findings.push({ block: firstAttached.block, message: `后面有${attached.length}个附件，正文后没有附件说明` });
    return findings;
  }
  if (firstNote && attached.length === 0) {
    const message = '附件说明写了附件，后面没有附；另外装订的请核对';
    return [{ block: firstNote.block, message, severity: 'hint' }];
  }
  if (firstNote && notes.length !== attached.length) {
    const message = `附件说明有${notes.length}个，后面附了${attached.length}个`;
    findings.push({ block: firstNote.block, message });
  }
  notes.forEach(({ block, name, from }, index) => {
    const one = attached[index];
    const plain = name.replace(/[，。；、]+$/u, '');
    if (!one?.name || bare(one.name) === bare(plain)) return;
    const message = `附件说明写“${plain}”，附件${attached.length > 1 ? index + 1 : ''}的标题是“${one.name}”`;
    findings.push({ block, range: [from, from + plain.length], replacement: one.name, message, severity: 'warning' });
  });
  return findings;
}

function noteFindings(model: DocumentModel): PaperFinding[] {
  const notes = notesOf(model);
  const findings: PaperFinding[] = [];
  notes.forEach(({ block, name, from, number }, index) => {
    const mark = /[，。；、：]+$/u.exec(name);
    if (mark) {
      const at = from + mark.index;
      findings.push({ block, range: [at, at + mark[0].length], replacement: '', message: '附件名称后不加标点' });
    }
    if (notes.length > 1 && number !== index + 1) {
      const message = number === undefined ? `有${notes.length}个附件，这一个没有序号` : `附件序号应为${index + 1}`;
      findings.push({ block, range: [from, from + name.length], message });
    }
  });
  return findings;
}

/** 附件1, 附件2 at the head of each; a single one is plainly 附件. */
function markFindings(model: DocumentModel): PaperFinding[] {
  const attached = attachedOf(model);
  return attached.flatMap(({ block, mark }, index) => {
    const wanted = attached.length > 1 ? `附件${index + 1}` : '附件';
    const plain = mark.replace(/[\s\u3000]/gu, '');
    if (plain === wanted || (attached.length === 1 && plain === '附件1')) return [];
    return [{ block, range: [0, mark.length] as const, replacement: wanted, message: `“${mark}”应为“${wanted}”` }];
  });
}

/** 见附件3 where two are attached. */
function mentionFindings(model: DocumentModel): PaperFinding[] {
  const count = Math.max(notesOf(model).length, attachedOf(model).length);
  if (count === 0) return [];
  return placesOf(model).flatMap(({ at, text, role }) => {
    if (role !== 'body') return [];
    return [...text.matchAll(/附件(\d{1,2})(?!\d)/gu)]
      .filter(({ 1: n }) => Number(n) > count || Number(n) === 0)
      .map(({ 0: whole, index }) => ({
        ...at,
        range: [index, index + whole.length] as const,
        message: `文中提到${whole}，只有${count}个附件`,
      }));
  });
}

const SOURCE = 'GB/T 9704—2012 7.3.4、7.3.7';

export const attachmentRules: readonly DocumentRule[] = [
  {
    id: 'attachments.match',
    label: '附件说明与所附附件不一致',
    group: '公文格式',
    severity: 'error',
    source: SOURCE,
    find: matchFindings,
  },
  {
    id: 'attachments.note',
    label: '附件说明的写法',
    group: '公文格式',
    severity: 'warning',
    source: SOURCE,
    find: noteFindings,
  },
  {
    id: 'attachments.mark',
    label: '附件顺序号的写法',
    group: '公文格式',
    severity: 'warning',
    source: SOURCE,
    find: markFindings,
  },
  {
    id: 'attachments.mention',
    label: '文中提到的附件没有',
    group: '公文格式',
    severity: 'warning',
    source: SOURCE,
    find: mentionFindings,
  },
];
