import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DocumentError, type DocumentMaterial } from '../../../shared/documents/definition.ts';
import { proposalsDocuments } from '../../../shared/documents/definitions/proposals/index.ts';
import { owedBy } from '../../../shared/documents/definitions/proposals/supervise-notice.ts';
import { isFiled, proposalShares, proposalsIn, proposalTallies } from '../../../shared/figures/proposal-year.ts';
import { countsOf, percent } from '../../../shared/figures/share.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';
import { workContext } from '../../../shared/workflow/index.ts';
import { proposalsSamples } from '../../documents/areas/proposals.ts';
import { cellsOf, messagesOf, paper, sampleMaterial, TODAY, tablesOf, textsOf, wholeText } from './proposals-paper.ts';

let material: DocumentMaterial;
let remove: () => Promise<void>;
let session: StoredRecord;
let cases: readonly StoredRecord[];

beforeAll(async () => {
  ({ material, remove } = await sampleMaterial());
  const sessions = material.list('session').map((record) => ({
    record,
    count: proposalsIn(material.list, { session: record.id }).length,
  }));
  const [most] = sessions.sort((a, b) => b.count - a.count);
  if (!most) throw new Error('样例没有会次');
  session = most.record;
  cases = proposalsIn(material.list, { session: session.id });
}, 60_000);

afterAll(() => remove());

const count = (id: string): number => proposalTallies(cases).find((tally) => tally.id === id)?.ids.length ?? -1;
const first = (fits: (record: StoredRecord) => boolean): StoredRecord => {
  const found = material.list('proposal').find(fits);
  if (!found) throw new Error('样例里没有这样的提案');
  return found;
};
const nameOf = (member: string): string => {
  const person = material.lookup('member', member)?.values.person;
  return textOf(material.lookup('person', String(person))?.values ?? {}, 'name');
};

describe('提案文书都出得来', () => {
  test.each(proposalsDocuments.map(({ id, label }) => [label, id] as const))('%s', (_label, id) => {
    const sets = proposalsSamples[id]?.(material) ?? {};
    expect(Object.keys(sets).length).toBeGreaterThan(0);
    for (const params of Object.values(sets)) {
      const { model, findings } = paper(id, params, material);
      expect(model.document).toBe(id);
      expect(wholeText(model).length).toBeGreaterThan(50);
      expect(wholeText(model)).not.toMatch(/undefined|NaN|\[object/u);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const { block } of findings) if (block !== undefined) expect(model.blocks[block]).toBeDefined();
    }
  });

  test('每一行都能追到提案', () => {
    const { model } = paper('proposalIntakeList', { session: session.id }, material);
    const [list] = tablesOf(model);
    const ids = (list?.rows ?? []).slice(1).map((row) => row.find((cell) => cell.source)?.source?.id);
    expect(new Set(ids)).toEqual(new Set(cases.map(({ id }) => id)));
  });
});

describe('收件清单', () => {
  test('件数等于收到的提案，界别、类别、去向分布合计都相等', () => {
    const { model } = paper('proposalIntakeList', { session: session.id }, material);
    const [list, ...spreads] = tablesOf(model);
    expect((list?.rows.length ?? 0) - 1).toBe(cases.length);
    expect(spreads).toHaveLength(3);
    for (const spread of spreads) {
      const pairs = cellsOf(spread)
        .slice(1)
        .flatMap((row) => [0, 2, 4, 6].map((at) => [row[at] ?? '', Number(row[at + 1] ?? 0)] as const))
        .filter(([label]) => label);
      const total = pairs.at(-1);
      expect(total?.[0]).toBe('合计');
      expect(total?.[1]).toBe(cases.length);
      expect(pairs.slice(0, -1).reduce((sum, [, number]) => sum + number, 0)).toBe(cases.length);
    }
  });

  test('按收到的日期取，一天的只列那天的', () => {
    const day = '2024-02-21';
    const wanted = cases.filter(({ values }) => values.submittedOn === day);
    const { model } = paper('proposalIntakeList', { session: session.id, from: day, to: day }, material);
    expect(wanted.length).toBeGreaterThan(0);
    expect((tablesOf(model)[0]?.rows.length ?? 0) - 1).toBe(wanted.length);
    expect(() => paper('proposalIntakeList', { from: day, to: '2024-02-01' }, material)).toThrow(DocumentError);
  });
});

describe('审查情况报告', () => {
  test('各项去向加起来等于收到的件数，附件列出每一件', () => {
    const composed = paper('proposalReviewReport', { session: session.id }, material);
    const text = wholeText(composed.model);
    expect(text).toContain(`共收到提案${cases.length}件`);
    expect(text).toContain(`立案${count('filed')}件`);
    expect(text).toContain(`${count('merged')}件并入其中`);
    expect(text).toContain(`不予立案${count('rejected')}件`);
    expect(count('filed') + count('merged') + count('rejected') + count('toOpinion')).toBe(cases.length);
    const [rejected, merged] = tablesOf(composed.model);
    expect((rejected?.rows.length ?? 0) - 1).toBe(count('rejected'));
    expect((merged?.rows.length ?? 0) - 1).toBe(count('merged'));
    expect(textsOf(composed.model, 'attachmentNote')).toEqual(['附件：1.不予立案提案一览表', '2.并案提案一览表']);
    expect(textsOf(composed.model, 'attachmentMark')).toEqual(['附件1', '附件2']);
  });

  test('不予立案按原因计，合计相等', () => {
    const { model } = paper('proposalReviewReport', { session: session.id }, material);
    const line = textsOf(model, 'body').find((text) => text.startsWith('不予立案的')) ?? '';
    const numbers = [...line.matchAll(/的(\d+)件/gu)].map((match) => Number(match[1]));
    expect(numbers[0]).toBe(count('rejected'));
    expect(numbers.slice(1).reduce((sum, number) => sum + number, 0)).toBe(count('rejected'));
  });
});

describe('工作情况报告', () => {
  test('按年度时用年报数字，写在稿上的数带着指标编码', () => {
    const { model } = paper('proposalWorkReport', { year: 2024 }, material);
    const period = { from: '2024-01-01', to: '2024-12-31' };
    const runs = model.blocks.flatMap((block) => (block.type === 'paragraph' ? block.runs : []));
    const shown = (id: string) => runs.find((run) => run.source?.figure === id)?.text;
    expect(shown('TA.IN')).toBe(String(material.figure?.('TA.IN', period)?.value));
    expect(shown('TA.NUM')).toBe(String(material.figure?.('TA.NUM', period)?.value));
    expect(shown('TA.KEY')).toBe(String(material.figure?.('TA.KEY', period)?.value));
    const rate = material.figure?.('TA.RATE', period);
    expect(shown('TA.RATE')).toBe(percent(rate?.met ?? 0, rate?.of ?? 0));
    expect(shown('TA.RATE')).not.toBe('100%');
  });

  test('按会次时与提案页同一算法', () => {
    const { model } = paper('proposalWorkReport', { session: session.id }, material);
    const text = wholeText(model);
    const work = workContext({ ...material, setting: () => undefined, newId: () => '' });
    const shares = proposalShares(cases, material.list, work);
    const rate = (id: string) => {
      const share = shares.find((one) => one.id === id);
      if (!share) throw new Error(id);
      const { met, of } = countsOf(share);
      return percent(met, of);
    };
    expect(text).toContain(`办复率${rate('answered')}`);
    expect(text).toContain(`满意率${rate('satisfied')}`);
    for (const letter of ['A', 'B', 'C'])
      expect(text).toMatch(new RegExp(`${letter}类（[^）]+）${count(`class${letter}`)}件`, 'u'));
    const categories = [...(/按类别分：(.*?)。/u.exec(text)?.[1] ?? '').matchAll(/(\d+)件/gu)].map((match) =>
      Number(match[1]),
    );
    expect(categories.reduce((sum, number) => sum + number, 0)).toBe(count('filed'));
  });

  test('下一步打算不替提案委写，留空并提醒', () => {
    const composed = paper('proposalWorkReport', { session: session.id }, material);
    expect(textsOf(composed.model, 'body')).toContain('____');
    const finding = composed.findings.find(({ message }) => message.includes('下一步打算'));
    const block = composed.model.blocks[finding?.block ?? -1];
    expect(block?.type === 'paragraph' && block.runs[0]?.text).toBe('____');
  });
});

describe('目录和交办一览表', () => {
  test('目录件数等于立案主案，并案的写在主案下面，按类别各组相加', () => {
    const { model } = paper('proposalCatalogue', { session: session.id }, material);
    const filed = cases.filter(isFiled);
    const rows = cellsOf(tablesOf(model)[0]).slice(1);
    const groups = rows.filter((row) => row.length === 1).map((row) => Number(/（(\d+)件）/u.exec(row[0] ?? '')?.[1]));
    expect(rows.length - groups.length).toBe(filed.length);
    expect(groups.reduce((sum, number) => sum + number, 0)).toBe(filed.length);
    expect(wholeText(model).match(/（并案：/gu)?.length).toBe(count('merged'));
  });

  test('按提案号排列', () => {
    const { model } = paper('proposalCatalogue', { session: session.id, order: '按提案号' }, material);
    const numbers = cellsOf(tablesOf(model)[0])
      .slice(1)
      .map((row) => Number(row[0]?.slice(-3)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  test('交办一览表：每家单位的件数与行数相等，主办都有期限', () => {
    const { model, findings } = paper('proposalAssignments', { session: session.id }, material);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const rows = cellsOf(tablesOf(model)[0]).slice(1);
    const heads = rows.flatMap((row, index) => (row.length === 1 ? [{ index, text: row[0] ?? '' }] : []));
    heads.forEach(({ index, text }, at) => {
      const numbers = [...text.matchAll(/(\d+)件/gu)].map((match) => Number(match[1]));
      const lines = (heads[at + 1]?.index ?? rows.length) - index - 1;
      expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(lines);
    });
    for (const row of rows.filter((one) => one.length > 1)) expect(row[6]).toMatch(/^2024\.\d\d\.\d\d$/u);
  });
});

describe('转办单、征询意见表、答复函', () => {
  test('几件转办单一件一页', () => {
    const ids = cases
      .filter(isFiled)
      .slice(0, 3)
      .map(({ id }) => id);
    const { model } = paper('proposalHandover', { proposals: ids }, material);
    expect(tablesOf(model)).toHaveLength(3);
    expect(model.blocks.filter(({ type }) => type === 'pageBreak')).toHaveLength(2);
    const rows = cellsOf(tablesOf(model)[0]);
    expect(rows.map((row) => row[0])).toContain('领导批示');
    expect(wholeText(model)).toContain('答复期限：2024年6月15日');
  });

  test('并案的每名第一提案人各一页征询意见表，联名人不征求', () => {
    const main = first(({ id }) => material.list('proposal').some(({ values }) => values.mergedInto === id));
    const merged = material.list('proposal').filter(({ values }) => values.mergedInto === main.id);
    const { model } = paper('feedbackForm', { proposal: main.id }, material);
    const asked = tablesOf(model).map((table) => cellsOf(table)[0]?.[3]?.replace(/\u3000/gu, ''));
    expect(asked).toEqual([main, ...merged].map(({ values }) => nameOf(textOf(values, 'lead'))));
    const joint = first(({ values }) => isFiledJoint(values));
    const form = paper('feedbackForm', { proposal: joint.id }, material);
    const alone = material.list('proposal').filter(({ values }) => values.mergedInto === joint.id).length;
    expect(tablesOf(form.model)).toHaveLength(1 + alone);
    expect(messagesOf(form).some((message) => message.includes('不逐一征求'))).toBe(true);
  });

  const isFiledJoint = (values: StoredRecord['values']): boolean =>
    rowsOf(values, 'cosigners').length > 0 && rowsOf(values, 'replies').length > 0;

  test('答复函：标题统一，右上角标类别，信写给这件提案的提案人', () => {
    const one = first(({ values }) => rowsOf(values, 'replies').length > 0 && rowsOf(values, 'cosigners').length === 0);
    const { model } = paper('replyLetter', { proposal: one.id }, material);
    expect(model.title).toMatch(/^关于区政协十届三次会议第\d+号提案的答复$/u);
    expect(model.corner).toBe(textOf(rowsOf(one.values, 'replies')[0] ?? {}, 'class'));
    expect(model.masthead?.style).toBe('letter');
    expect(textsOf(model, 'salutation')).toEqual([`尊敬的${nameOf(textOf(one.values, 'lead'))}委员：`]);
    expect(textsOf(model, 'annotation')[0]).toContain('联系人及电话');
    expect(model.imprint?.receivers).toEqual([{ label: '抄送', text: '示例区政协提案委员会' }]);
  });

  test('并入别案的也有自己的信', () => {
    const merged = first(({ values }) => values.state === '并案');
    const composed = paper('replyLetter', { proposal: merged.id }, material);
    expect(textsOf(composed.model, 'salutation')).toEqual([`尊敬的${nameOf(textOf(merged.values, 'lead'))}委员：`]);
    expect(textsOf(composed.model, 'body')[0]).toMatch(/收悉，因与第\d+号提案内容相近，合并办理，现答复如下：$/u);
    expect(messagesOf(composed).some((message) => message.includes('分别答复'))).toBe(true);
  });
});

describe('督办和重新办理', () => {
  test('督办通知列出这家单位超期的，天数算得对', () => {
    const [worst] = material
      .list('organisation')
      .flatMap(({ id }) => owedBy(id, material).map((owed) => ({ unit: id, owed })))
      .sort((a, b) => a.owed.left - b.owed.left);
    if (!worst) throw new Error('样例没有欠办的');
    const days = Math.round((Date.parse(TODAY) - Date.parse(worst.owed.deadline.due)) / 86_400_000);
    expect(days).toBeGreaterThan(0);
    const composed = paper('superviseNotice', { unit: worst.unit, within: 0 }, material);
    expect(composed.model.masthead).toMatchObject({ mark: '政协示例区委员会办公室文件', number: '示政提〔2024〕7号' });
    expect(composed.model.sealed).toBe(true);
    expect(cellsOf(tablesOf(composed.model)[0])[1]?.at(-1)).toBe(`超期${days}天`);
    expect(messagesOf(composed)).toContain('文号是预取的，正式印发前请取号。');
  });

  test('没有欠办的单位不出督办通知，说清原因', () => {
    const unit = material.list('organisation').find(({ id }) => owedBy(id, material).length === 0);
    expect(() => paper('superviseNotice', { unit: unit?.id }, material)).toThrow(/没有超期的提案/u);
  });

  test('重新办理通知写明提案人的话和新期限', () => {
    const again = first(({ values }) => values.state === '重新办理');
    const { model } = paper('rehandleNotice', { proposal: again.id, due: '2025-01-10', number: '12' }, material);
    const text = wholeText(model);
    const opinion = textOf(rowsOf(again.values, 'feedback').at(-1) ?? {}, 'opinion').replace(/。$/u, '');
    expect(text).toContain(`“${opinion}。”`);
    expect(text).toContain('请于2025年1月10日前重新书面答复');
    expect(model.masthead?.number).toBe('示政提〔2024〕12号');
    const content = first(({ values }) => values.state === '归档' && rowsOf(values, 'feedback').length === 1);
    expect(() => paper('rehandleNotice', { proposal: content.id }, material)).toThrow(/没有提案人表示不满意/u);
  });
});
