import { textOf } from '../records/read-value.ts';
import { excellenceOf } from '../scoring/excellence.ts';
import { ranked } from '../scoring/ranking.ts';
import { compareNames } from '../text/stroke-order.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from './definition.ts';
import type { DocumentCell, DocumentModel, DocumentTable, Finding } from './model.ts';
import { spacedName } from './names.ts';
import { characterFindings } from './rare-characters.ts';
import { type Scored, scoredParams, scoredYear } from './scored.ts';
import * as say from './wording.ts';

const CONTENTS = ['优秀候选', '全部委员'] as const;

/** 公示: who is proposed for 优秀, or what everybody has, before the standing committee decides. */
export const scorePublicity: DocumentDefinition = {
  id: 'scorePublicity',
  label: '履职计分公示',
  group: '委员履职',
  layout: 'official',
  description: '优秀委员候选人或全部委员得分的公示，公示期5个工作日，写明异议向谁反映。',
  parameters: [
    ...scoredParams,
    { name: 'content', label: '公示什么', type: 'choice', options: CONTENTS, initial: CONTENTS[0] },
    { name: 'from', label: '公示起始日期', type: 'date', help: '留空用今天' },
    { name: 'contact', label: '联系电话', type: 'text', help: '对结果有异议的向谁反映' },
  ],
  compose,
};

interface Line {
  readonly subject: string;
  readonly rank: number;
  readonly total: number;
  readonly grade: string;
  readonly name: string;
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const scored = scoredYear(params, material);
  const content = say.choiceParam(params, 'content', '公示什么', CONTENTS);
  const from = say.dayParam(params, 'from', '公示起始日期') || material.today;
  const contact = say.textParam(params, 'contact');
  const { settings } = material;
  const { year, scheme } = scored;
  const lines = content === CONTENTS[0] ? candidatesOf(scored, material) : everybody(scored, material);
  const findings: Finding[] = [];
  if (!contact) findings.push({ severity: 'warning', message: '没有写联系电话，有异议的不知道向谁反映。' });
  if (lines.length === 0) findings.push({ severity: 'warning', message: `${year}年没有够条件的候选人。` });
  const what = content === CONTENTS[0] ? '优秀政协委员候选人' : '委员履职计分情况';
  const title = `关于${year}年度${what}的公示`;
  const model: DocumentModel = {
    document: 'scorePublicity',
    title,
    fileName: title,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    blocks: [
      say.paragraph('title', title),
      say.blank(),
      say.paragraph(
        'body',
        `根据${scheme.label}，按${year}年度的履职记录计分，${content === CONTENTS[0] ? `拟推荐以下${lines.length}名委员为${year}年度优秀政协委员候选人` : `${lines.length}名委员的得分如下`}，现予公示。公示期5个工作日，自${say.chineseDay(from)}起。`,
      ),
      say.paragraph(
        'body',
        `对结果有异议的，请在公示期内向${settings.issuer || '政协办公室'}反映${contact ? `，联系电话：${contact}` : ''}。每一分都可查到来源记录。`,
      ),
      ...(lines.length > 0 ? [tableOf(lines, material)] : []),
      say.blank(),
      ...(settings.issuer ? [say.paragraph('signature', settings.issuer)] : []),
      say.paragraph('date', say.chineseDay(from)),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, settings)] };
}

function candidatesOf({ scheme, engine }: Scored, material: DocumentMaterial): Line[] {
  const found = excellenceOf(scheme, engine.results());
  if (!found) throw new DocumentError(`“${scheme.label}”没有写评优条件，只能公示全部委员。`, 'content');
  return inOrder(found.candidates.map(({ result, rank }) => lineOf(result, rank, material)));
}

function everybody({ engine }: Scored, material: DocumentMaterial): Line[] {
  return inOrder(ranked(engine.results()).map(({ result, rank }) => lineOf(result, rank, material)));
}

const lineOf = (
  { subject, total, grade }: { readonly subject: string; readonly total: number; readonly grade: string },
  rank: number,
  { lookup }: DocumentMaterial,
): Line => ({ subject, rank, total, grade, name: say.memberName(subject, lookup) });

/** By points; those who are level by 姓氏笔画. */
const inOrder = (lines: readonly Line[]): Line[] =>
  [...lines].sort((a, b) => a.rank - b.rank || compareNames(a.name, b.name, 'surname'));

const HEADS = ['名次', '姓名', '界别', '总分', '等次'] as const;
const WIDTHS = [20, 36, 50, 26, 24] as const;

function tableOf(lines: readonly Line[], { lookup }: DocumentMaterial): DocumentTable {
  const cell = (text: string): DocumentCell => ({ runs: text ? [{ text }] : [], align: 'center' });
  const rows = lines.map(({ subject, rank, total, grade, name }) => {
    const sector = textOf(lookup('member', subject)?.values ?? {}, 'sector');
    const texts = [
      String(rank),
      spacedName(name),
      textOf(lookup('sector', sector)?.values ?? {}, 'name'),
      String(total),
      grade,
    ];
    return texts.map((text): DocumentCell => ({ ...cell(text), source: { kind: 'member', id: subject } }));
  });
  return {
    type: 'table',
    columns: WIDTHS.map((width) => ({ width, align: 'center' })),
    headRows: 1,
    rows: [HEADS.map(cell), ...rows],
  };
}
