import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { opinionsDocuments } from '../../../shared/documents/definitions/opinions/index.ts';
import { funnelOf, opinionsOf, printedIn } from '../../../shared/figures/opinion-funnel.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { type Made, makeSample } from '../sample/sample-library.ts';
import * as paper from './sample-material.ts';

let made: Made;
let records: readonly StoredRecord[];
let material: DocumentMaterial;
beforeAll(async () => {
  made = await makeSample(new Date('2024-12-06T01:30:00Z'));
  records = paper.allOf((kind) => made.library.list(kind));
  material = paper.materialWith(records);
});
afterAll(() => made.remove());

const sixth = (): StoredRecord => {
  const found = material.list('bulletin').find(({ values }) => values.number === 6);
  if (!found) throw new Error('样例里没有第6期');
  return found;
};

/** A library with one issue and what stands in it. */
const small = (bulletin: Values, ...more: readonly StoredRecord[]) =>
  paper.materialWith([
    paper.recordOf('bulletin', 'b1', { publication: '信息专刊', year: 2024, number: 1, state: '已印发', ...bulletin }),
    ...more,
  ]);
const opinion = (id: string, values: Values) =>
  paper.recordOf('opinion', id, {
    rawTitle: `来稿${id}`,
    state: '已编发',
    problem: '有问题。',
    advice: '想办法。',
    ...values,
  });
const issue = (params: Values, from: DocumentMaterial) =>
  paper.composed('bulletinIssue', { bulletin: 'b1', ...params }, from);

describe('专刊、增刊', () => {
  test('刊名、期号、编印单位、日期、报送栏、印数来自期次，各篇按顺序', () => {
    const bulletin = sixth();
    const { model, findings } = paper.composed(
      'bulletinIssue',
      { bulletin: bulletin.id, notice: '内部资料', reviewer: '研究室' },
      material,
    );
    expect(model.masthead).toEqual({
      style: 'briefing',
      mark: '信息专刊',
      number: '第6期（总第46期）',
      issuer: '政协示例区委员会办公室',
      date: '2024年12月25日',
      notice: '内部资料',
    });
    expect(model.fileName).toBe('信息专刊第6期（2024年12月25日）');
    const titles = rowsOf(bulletin.values, 'items').map((row) => textOf(row, 'title'));
    expect(paper.textsOf(model, 'articleTitle')).toEqual(titles);
    expect(paper.textsOf(model, 'body').filter((text) => text.startsWith('◆'))).toHaveLength(titles.length);
    expect(model.imprint?.receivers.map(({ label }) => label)).toEqual(['报', '送']);
    expect(model.imprint?.remarks).toBe(`编辑：研究室　核稿：研究室　签发：${bulletin.values.signer}　共印80份`);
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  test('作者写单位职务；作者不是委员的写登记的姓名', () => {
    const from = small(
      {
        items: [
          { opinion: 'o1', order: 2 },
          { opinion: 'o2', order: 1 },
        ],
      },
      opinion('o1', { lead: 'm1', authorLevel: ['区政协委员'] }),
      opinion('o2', { leadName: '丁一' }),
      paper.recordOf('member', 'm1', { person: 'p1', status: '在任' }),
      paper.recordOf('person', 'p1', {
        name: '欧阳明远',
        org: '示例区第一中学',
        orgDuty: '校长',
        mobile: '13800000000',
      }),
    );
    const { model } = issue({}, from);
    expect(paper.textsOf(model, 'articleTitle')).toEqual(['来稿o2', '来稿o1']);
    expect(paper.textsOf(model, 'byline')).toEqual([
      '（作者：丁一）',
      '（作者：欧阳明远，区政协委员，示例区第一中学校长）',
    ]);
    expect(paper.textsOf(model, 'body')).toEqual(['有问题。', '建议：想办法。', '有问题。', '建议：想办法。']);
  });

  test('增刊单独编号；期号跳了的说缺哪一期', () => {
    const other = (id: string, number: number, supplement: boolean) =>
      paper.recordOf('bulletin', id, { publication: '信息专刊', year: 2024, number, supplement });
    const one = [opinion('o1', { leadName: '丁一' })];
    const items = [{ opinion: 'o1' }];
    const extra = issue(
      {},
      small({ supplement: true, number: 2, items }, ...one, other('b2', 1, true), other('b3', 1, false)),
    );
    expect(extra.model.masthead?.number).toBe('增刊第2期');
    expect(extra.model.title).toBe('信息专刊增刊第2期');
    expect(paper.told(extra.findings, 'warning', '期号不连续')).toBeUndefined();
    const gap = issue({}, small({ number: 4, items }, ...one, other('b2', 1, false), other('b3', 2, true)));
    expect(paper.told(gap.findings, 'warning', '期号不连续：本年没有第2、3期')).toBeDefined();
  });

  test.each([
    ['手机号', '请联系13812345678办理', '13812345678'],
    ['身份证号', '身份证410102199001011234的居民', '410102199001011234'],
    ['门牌号', '住在3号楼2单元501室的老人', '3号楼2单元501室'],
    ['电话号码', '热线0371-12345678', '0371-12345678'],
  ])('文中有%s要提醒，指到那几个字', (what, text, found) => {
    const from = small({ items: [{ opinion: 'o1' }] }, opinion('o1', { leadName: '丁一', problem: text }));
    const { model, findings } = issue({}, from);
    const finding = paper.told(findings, what === '门牌号' ? 'warning' : 'error', what);
    const block = model.blocks[finding?.block ?? -1];
    const words = block?.type === 'paragraph' ? paper.wordsOf(block.runs) : '';
    expect(words.slice(...(finding?.range ?? [0, 0]))).toBe(found);
    expect(finding?.source?.id).toBe('o1');
  });

  test('年份、金额、案号不当成个人信息', () => {
    const text = '2024年投入1200万元改造3栋教学楼，惠及20240101批次的560户，第2单元测验完成率99.5%，第十二单元另算。';
    const from = small({ items: [{ opinion: 'o1' }] }, opinion('o1', { leadName: '丁一', problem: text }));
    expect(issue({}, from).findings.filter(({ rule }) => rule?.startsWith('privacy'))).toEqual([]);
  });

  test('没有编发稿的用原文并提醒，敏感的、没有签发的、没有选稿件的都说出来', () => {
    const body = { blocks: [{ type: 'paragraph', text: [{ text: '原文在这里。' }] }] };
    const from = small(
      {
        items: [
          { opinion: 'o1', order: 1 },
          { opinion: 'o2', order: 2 },
          { title: '只有标题', order: 3 },
        ],
      },
      opinion('o1', { leadName: '丁一', problem: '', advice: '', rawBody: body, state: '核稿' }),
      opinion('o2', { leadName: '丁一', sensitivity: ['个案信访'] }),
    );
    const { model, findings } = issue({}, from);
    expect(paper.textsOf(model, 'body')).toContain('原文在这里。');
    expect(paper.told(findings, 'warning', '还没有编发稿')?.block).toBeDefined();
    expect(paper.told(findings, 'warning', '还没有签发')).toBeDefined();
    expect(paper.told(findings, 'error', '个案信访')).toBeDefined();
    expect(paper.told(findings, 'error', '“只有标题”没有选稿件')).toBeDefined();
    expect(paper.told(findings, 'warning', '没有签发人')).toBeDefined();
  });

  test('政协简报里可以编会议活动和调研报告', () => {
    const from = small(
      {
        publication: '政协简报',
        items: [
          { event: 'e1', order: 1 },
          { report: 'r1', order: 2 },
        ],
      },
      paper.recordOf('event', 'e1', {
        category: '会议',
        title: '主席会议',
        start: '2024-05-06T09:00',
        resolutions: [{ text: '抓紧督办' }],
      }),
      paper.recordOf('researchReport', 'r1', {
        title: '调研报告',
        body: { blocks: [{ type: 'paragraph', text: [{ text: '调研发现问题。' }] }] },
      }),
    );
    const { model } = issue({}, from);
    expect(model.masthead?.mark).toBe('政协简报');
    expect(paper.textsOf(model, 'body').join('')).toContain('会议议定：1.抓紧督办。');
    expect(paper.textsOf(model, 'body')).toContain('调研发现问题。');
  });
});

describe('报送件', () => {
  const piece = (params: Values, values: Values = {}) =>
    paper.composed(
      'opinionPiece',
      { opinion: 'o1', date: '2024-05-06', ...params },
      small(
        {},
        opinion('o1', { code: 'SQ-2024-0001', title: '关于充电设施的建议', lead: 'm1', ...values }),
        paper.recordOf('member', 'm1', { person: 'p1', status: '在任' }),
        paper.recordOf('person', 'p1', { name: '丁一', mobile: '13800000000' }),
      ),
    );

  test('文件名按规则：默认单位、标题、日期；规则可以改，认不得的说出来', () => {
    expect(piece({}).model.fileName).toBe('示例区政协关于充电设施的建议（2024年5月6日）');
    const own = piece({ fileRule: '{编号}_{作者}_{标题}_{日期数字}' });
    expect(own.model.fileName).toBe('SQ-2024-0001_丁一_关于充电设施的建议_20240506');
    const odd = piece({ fileRule: '{标题}{期号}' });
    expect(odd.model.fileName).toBe('关于充电设施的建议');
    expect(paper.told(odd.findings, 'warning', '{期号}认不得')).toBeDefined();
  });

  test('电话只在要求时附上，附上的不再当个人信息提醒；超过字数提醒', () => {
    expect(JSON.stringify(piece({}).model)).not.toContain('13800000000');
    const withPhone = piece({ contact: '附作者电话' });
    expect(paper.textsOf(withPhone.model, 'byline')).toEqual(['（作者：丁一，13800000000）']);
    expect(paper.told(withPhone.findings, 'error', '手机号')).toBeUndefined();
    expect(paper.told(piece({ limit: 5 }).findings, 'warning', '超过5字')).toBeDefined();
    expect(paper.told(piece({ limit: 1500 }).findings, 'warning', '超过')).toBeUndefined();
  });

  test('没有反映人的不能报：须实名', () => {
    expect(paper.told(piece({}, { lead: undefined }).findings, 'error', '须实名')).toBeDefined();
  });
});

describe('信息采用情况通报', () => {
  const notice = (params: Values) => paper.composed('adoptionNotice', { year: 2024, ...params }, material);

  test('总数是指标，与漏斗一致', () => {
    const { model } = notice({ number: '9' });
    expect(model.masthead).toMatchObject({ mark: '政协示例区委员会办公室文件', number: '示政协办〔2024〕9号' });
    const funnel = funnelOf(opinionsOf(material.list, 2024), printedIn(material.list));
    const count = (id: string) => funnel.find((step) => step.id === id)?.ids.length;
    expect(paper.figuresIn(model)).toMatchObject({
      'SQ.IN': `${count('collected')}条`,
      'SQ.UP': `${count('reported')}条`,
      'SQ.CITY': `${count('city')}条`,
      'SQ.PROV': `${count('province')}条`,
      'SQ.ISSUE': '6期',
      'SQ.SECR': '4篇',
      'SQ.MAYOR': '14篇',
    });
  });

  test('委员表各列加起来等于有反映人的来稿数，名次并列的相同', () => {
    const rows = paper.rowsIn(paper.tableOf(notice({}).model));
    const signed = opinionsOf(material.list, 2024).filter(({ values }) => values.lead || values.leadName);
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(signed.length);
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      const same = before && [2, 4, 5].every((column) => before[column] === row[column]);
      expect(row[0]).toBe(same ? before?.[0] : String(index + 1));
      if (before) expect(Number(before[5])).toBeGreaterThanOrEqual(Number(row[5]));
    });
  });

  test('全年带计分，与计分流水里社情民意的分一致；季度没有计分', () => {
    const table = paper.tableOf(notice({}).model);
    const engine = material.scores?.('zhongyuan', 2024);
    const member = paper.sourcesOf(table)[0]?.id ?? '';
    const entries = engine?.result(member)?.entries.filter(({ sources }) => sources[0]?.kind === 'opinion') ?? [];
    expect(entries.length).toBeGreaterThan(0);
    expect(Number(paper.rowsIn(table)[0]?.at(-1))).toBeCloseTo(
      entries.reduce((sum, { counted }) => sum + counted, 0),
      2,
    );
    expect(paper.wordsOf(table.rows[0]?.at(-1)?.runs ?? [])).toBe('计分');
    const quarter = paper.tableOf(notice({ part: '二季度' }).model);
    expect(paper.wordsOf(quarter.rows[0]?.at(-1)?.runs ?? [])).toBe('批示');
  });

  test('四个季度的收集数加起来是全年；没有来稿的时段说明白', () => {
    const counts = ['一季度', '二季度', '三季度', '四季度'].map((part) =>
      Number.parseInt(paper.figuresIn(notice({ part }).model)['SQ.IN'] ?? '', 10),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(opinionsOf(material.list, 2024).length);
    expect(paper.refusal('adoptionNotice', { year: 2019 }, material).message).toContain('没有收到社情民意');
  });

  test('只列到第几名时并列的都列，正文的数不变', () => {
    const { model } = notice({ most: 2 });
    const places = paper.rowsIn(paper.tableOf(model)).map(([place]) => Number(place));
    const all = paper.rowsIn(paper.tableOf(notice({}).model)).map(([place]) => Number(place));
    expect(places).toEqual(all.filter((place) => place <= (all[1] ?? 0)));
    expect(places.length).toBeLessThan(all.length);
    expect(paper.figuresIn(model)['SQ.IN']).toBe(`${opinionsOf(material.list, 2024).length}条`);
  });

  test('文号留空时写下一个号，并提醒还没有取', () => {
    const next = { ...material, nextNumber: () => '示政协办〔2024〕7号' };
    const { model, findings } = paper.composed('adoptionNotice', { year: 2024 }, next);
    expect(model.masthead?.number).toBe('示政协办〔2024〕7号');
    expect(paper.told(findings, 'hint', '文号是预取的')?.part).toBe('masthead.number');
  });
});

describe('空的资料库', () => {
  test.each(opinionsDocuments.map(({ id, label }) => [label, id]))('%s：说清缺什么，不出别的错', (_, id) => {
    for (const params of [{}, { bulletin: 'x', opinion: 'x' }, { year: 99 }]) {
      expect(paper.refusal(id, params, paper.materialWith([])).message).toMatch(/[\u4e00-\u9fff]/u);
    }
  });
});
