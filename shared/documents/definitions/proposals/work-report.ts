import { byCategory, byUnit, COLLECTIVE } from '../../../figures/proposal-spread.ts';
import { proposalTallies } from '../../../figures/proposal-year.ts';
import { countsOf, percent, type Tally } from '../../../figures/share.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import { headingNumber } from '../../from-body.ts';
import type { DocumentBlock, DocumentModel, Finding, Run } from '../../model.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { classWords } from './choices.ts';
import { chosenExamples, exampleBlocks } from './examples.ts';
import { behind, counted, type Figures, figuresOf, plain, text } from './numbers.ts';
import { finished } from './paper.ts';

/** 提案工作情况报告: the year's numbers with their rules, key cases, examples; what cannot be counted is left to write (J09). */
export const proposalWorkReport: DocumentDefinition = {
  id: 'proposalWorkReport',
  label: '提案工作情况报告',
  group: '提案',
  layout: 'official',
  aliases: ['年度提案报告', '提案工作报告'],
  description: '件数、类别占比、办复率、A B C、满意率、重点提案、典型案例，文末写明口径；按会次或年度。',
  parameters: [
    ...of.scopeParameters,
    {
      name: 'cases',
      label: '典型案例',
      type: 'references',
      targets: ['proposal'],
      help: '留空从优秀提案、重点提案里选已解决的几件',
    },
    { name: 'signature', label: '署名', type: 'text', help: '留空用提案委员会' },
    { name: 'issueDate', label: '成文日期', type: 'date', help: '留空用今天' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const scope = of.scopeOf(params, material);
  const date = say.dayParam(params, 'issueDate', '成文日期') || material.today;
  const figures = figuresOf(scope, material);
  const tallies = new Map(proposalTallies(scope.cases).map((tally) => [tally.id, tally]));
  const filed = of.filedOf(scope.cases);
  const examples = chosenExamples(params, filed, material);
  const title = scope.session
    ? `关于${of.localName(material)}${scope.name}以来提案工作情况的报告`
    : `关于${scope.name}度提案工作情况的报告`;
  const signature = say.textParam(params, 'signature') || `${material.settings.shortName}提案委员会`;
  const counter = { next: 1 };
  const heading = (words: string) => say.paragraph('heading1', `${headingNumber(1, counter.next++)}${words}`);
  const toWrite = say.paragraph('body', '____');
  const parts: DocumentBlock[] =
    scope.cases.length === 0
      ? [say.paragraph('body', `${scope.name}还没有收到提案。`, of.scopeSource(scope))]
      : [
          body(opening(scope, figures, tallies)),
          heading('提案的基本情况'),
          ...basics(scope, filed, material),
          heading('提案的办理情况'),
          ...handling(scope, figures, tallies, material),
          ...(filed.some(isSpecial) ? [heading('重点提案办理情况'), ...keyCases(figures, filed, material)] : []),
          ...(examples.length > 0 ? [heading('典型案例'), ...exampleBlocks(examples, material)] : []),
          heading('存在的不足和下一步打算'),
          toWrite,
        ];
  const model: DocumentModel = {
    document: 'proposalWorkReport',
    title,
    fileName: `${title}（${say.chineseDay(date)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    blocks: [
      say.paragraph('title', title),
      say.paragraph('subtitle', signature),
      say.paragraph('subtitle', `（${say.chineseDay(date)}）`),
      say.blank(),
      ...parts,
      ...(scope.cases.length > 0 ? rulesNote(scope, figures) : []),
    ],
  };
  return finished(model, [...figures.findings, ...gaps(scope, figures, model.blocks.indexOf(toWrite))], material);
}

const body = (runs: readonly Run[]): DocumentBlock => ({ type: 'paragraph', role: 'body', runs });
const isSpecial = ({ values }: StoredRecord): boolean => values.isKey === true || Boolean(values.handlingLeader);
type Tallies = ReadonlyMap<string, Tally>;
const countIn = (tallies: Tallies, id: string): number => tallies.get(id)?.ids.length ?? 0;

function opening(scope: of.Scope, figures: Figures, tallies: Tallies): readonly Run[] {
  const merged = countIn(tallies, 'merged');
  return [
    text(`${scope.session ? `${scope.name}以来` : scope.name}，共收到提案`),
    figures.received,
    text('件，立案'),
    figures.filed,
    text('件'),
    ...(merged > 0 ? [text('，另有'), counted(merged, scope), text('件并入其中合并办理')] : []),
    ...(plain(figures.answered) ? [text('，办复率'), figures.answered] : []),
    ...(plain(figures.satisfied) ? [text('，提案人满意率'), figures.satisfied] : []),
    text('。现将有关情况报告如下：'),
  ];
}

function basics(scope: of.Scope, filed: readonly StoredRecord[], material: DocumentMaterial): DocumentBlock[] {
  const proposers = new Set(scope.cases.map(({ values }) => textOf(values, 'lead')).filter(Boolean));
  const collective = scope.cases.filter(({ values }) => values.leadUnit && !values.lead).length;
  const joint = scope.cases.filter((record) => of.cosignersOf(record, material).length > 0).length;
  const lines = byCategory(filed).map(({ key, columns }) => {
    const count = columns.received?.length ?? 0;
    return `${key || '未选类别'}${count}件，占${percent(count, filed.length)}`;
  });
  const source = of.scopeSource(scope);
  const whose = [
    `${proposers.size}名委员作为第一提案人提交提案${scope.cases.length - collective}件`,
    joint > 0 ? `其中联名提案${joint}件` : '',
    collective > 0 ? `${COLLECTIVE}${collective}件` : '',
  ].filter(Boolean);
  return [
    say.paragraph('body', `收到的提案中，${whose.join('，')}。`, source),
    ...(lines.length > 0
      ? [say.paragraph('body', `立案的${filed.length}件按类别分：${lines.join('；')}。`, source)]
      : []),
  ];
}

function handling(scope: of.Scope, figures: Figures, tallies: Tallies, material: DocumentMaterial): DocumentBlock[] {
  const units = byUnit(
    scope.cases.filter((record) => of.filedOf([record]).length > 0),
    of.workOf(material),
  );
  const answering = units.filter(({ key, columns }) => key && columns.answering);
  const source = of.scopeSource(scope);
  const filed = countIn(tallies, 'filed');
  const classes = (['A', 'B', 'C'] as const).map((letter) => ({ letter, count: countIn(tallies, `class${letter}`) }));
  const share = (id: string) => figures.shares.get(id);
  const rate = (id: string): string => {
    const found = share(id);
    return found ? percent(countsOf(found).met, countsOf(found).of) : '';
  };
  const marked = classes.filter(({ count }) => count > 0);
  const first: Run[] = [
    ...(answering.length > 0
      ? [text('立案提案交由'), counted(answering.length, scope), text('个单位主办、分办或独办。')]
      : []),
    ...(plain(figures.answered)
      ? [text('按期办复率'), figures.answered, text(`（${behind(share('answered'))}）。`)]
      : []),
  ];
  const words = marked.map(
    ({ letter, count }) => `${classWords(letter, material)}${count}件，占${percent(count, filed)}`,
  );
  const talked = rate('faceToFace');
  const adopted = rate('adopted');
  const heard: Run[] = [
    ...(talked
      ? [text('办理中与提案人当面沟通的占'), counted(talked, scope), text(`（${behind(share('faceToFace'))}）。`)]
      : []),
    ...(plain(figures.satisfied)
      ? [text('征询提案人意见，满意和基本满意的占'), figures.satisfied, text(`（${behind(share('satisfied'))}）。`)]
      : []),
    ...(adopted
      ? [text('提案所提建议采纳率'), counted(adopted, scope), text(`（${behind(share('adopted'), '条')}）。`)]
      : []),
  ];
  const seen = countIn(tallies, 'lookBack');
  const waiting = countIn(tallies, 'toLookBack');
  const looked = [
    seen > 0 ? `对${seen}件提案开展“回头看”` : '',
    waiting > 0 ? `B类答复中还有${waiting}件待回头看` : '',
  ].filter(Boolean);
  return [
    ...(first.length > 0 ? [body(first)] : []),
    ...(words.length > 0 ? [say.paragraph('body', `从答复看，${words.join('；')}。`, source)] : []),
    ...(heard.length > 0 ? [body(heard)] : []),
    ...(looked.length > 0 ? [say.paragraph('body', `${looked.join('，')}。`, source)] : []),
  ];
}

function keyCases(figures: Figures, filed: readonly StoredRecord[], material: DocumentMaterial): DocumentBlock[] {
  const special = filed.filter(isSpecial);
  const some = (run: Run, before: string): Run[] => (plain(run) === '0' ? [] : [text(before), run, text('件')]);
  const lead: Run[] = [
    text('确定重点提案'),
    figures.key,
    text('件'),
    ...some(figures.led, '，党政领导领办'),
    ...some(figures.supervised, '，领衔督办'),
    text('。'),
  ];
  const rows = special.map((record, index) => {
    const { values } = record;
    const facts = [
      textOf(values, 'keyLevel'),
      textOf(values, 'handlingLeader') ? `${textOf(values, 'handlingLeader')}领办` : '',
      textOf(values, 'supervisors') ? `${textOf(values, 'supervisors')}督办` : '',
      `提案人${of.proposersInShort(record, material) || '____'}`,
    ].filter(Boolean);
    const words = `${index + 1}.${of.caseName(values)}《${of.titleOf(record)}》，${facts.join('，')}。`;
    return say.paragraph('body', words, say.sourceOf(record));
  });
  return [body(lead), ...rows];
}

/** 口径, with what was counted over what. */
function rulesNote(scope: of.Scope, figures: Figures): DocumentBlock[] {
  const rules = [
    `收到提案：${scope.session ? '本次会议及会后' : '年度内'}提交上来的，草稿不算，不立案、并案的也算`,
    '立案：立案的主案，并入别案的不另计',
    '办复率：期限内答复的立案主案÷立案主案，批准延期的按延长后的期限，几家分办的都按期答复才算',
    'A、B、C：立案主案里有单位答复为该类的；一件由几家分别答复、或重新办理再次答复的，各计一次',
    figures.shares.get('faceToFace')?.of.length ? '当面沟通：走访面谈、座谈会、督办“面对面”至少一次的÷立案主案' : '',
    figures.shares.get('adopted')?.of.length ? '采纳率：采纳、部分采纳的建议÷建议总数，按条计' : '',
    figures.shares.get('satisfied')?.of.length ? '满意率：最近一次征询没有人不满意的÷征询过的立案主案' : '',
  ].filter(Boolean);
  return [say.paragraph('annotation', `（口径：${rules.join('；')}。）`)];
}

function gaps(scope: of.Scope, figures: Figures, toWrite: number): Finding[] {
  const { cases } = scope;
  if (cases.length === 0) {
    return [{ severity: 'error', message: '所选范围里没有收到的提案，没有可报告的。' }];
  }
  const filed = of.filedOf(cases);
  const answered = figures.shares.get('answered');
  const open = answered ? answered.of.filter((id) => !answered.met.includes(id)) : [];
  const late = filed.filter(({ id }) => open.includes(id));
  const asked = figures.shares.get('satisfied');
  const unasked = asked ? filed.filter(({ id }) => !asked.of.includes(id)) : [];
  return [
    { severity: 'warning', message: '存在的不足和下一步打算要由提案委来写。', block: toWrite },
    ...of.lacking('warning', late, 'replies', '还没有按期答复，办复率不到100%'),
    ...of.lacking('hint', unasked, 'feedback', '还没有征询提案人，不计入满意率'),
    ...of.lacking(
      'warning',
      filed.filter(({ values }) => !values.category),
      'category',
      '没有选类别',
    ),
  ];
}
