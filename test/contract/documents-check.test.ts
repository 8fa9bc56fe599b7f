import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyFinding } from '../../shared/documents/checks/index.ts';
import { edit } from '../../shared/documents/edit.ts';
import type { DocumentModel, Finding } from '../../shared/documents/model.ts';
import { antou } from '../support/cli.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;
let event: string;
let machine: string;

beforeAll(async () => {
  machine = await mkdtemp(join(tmpdir(), 'antou-machine-'));
  office = await startOffice({ now: new Date('2024-03-01T08:00:00Z') });
  const { client } = office;
  const { office: names } = await client.settings.get({});
  const settled = { ...names, fullName: '中国人民政治协商会议示例区委员会', shortName: '示例区政协' };
  await client.settings.saveOffice({
    office: { ...settled, code: '示政协', issuer: '政协示例区委员会办公室' },
  });
  const term = (await client.records.list({ kind: 'term' })).records[0]?.id;
  const members: string[] = [];
  for (const name of ['丁一', '欧阳少东', '洪少东']) {
    const person = await client.records.save({ kind: 'person', values: { name } });
    const values = { person: person.id, term, status: '在任' };
    members.push((await client.records.save({ kind: 'member', values })).id);
  }
  const made = await client.records.save({
    kind: 'event',
    values: {
      category: '会议',
      subtype: '主席会议',
      title: '第三十八次主席会议',
      term,
      start: '2024-02-26T09:00',
      place: '三楼会议室',
      chair: members[0],
      status: '已结束',
      minutesNumber: '38',
      agendaItems: [{ title: '听取提案办理情况汇报', reporter: '提案委员会' }],
      attendance: members.map((member) => ({ member, role: '应出席', state: '出席' })),
      resolutions: [{ text: '督办逾期提案', department: '提案委员会', due: '2024-03-31', state: '进行中' }],
    },
  });
  event = made.id;
});
afterAll(async () => {
  await office.end();
  await rm(machine, { recursive: true, force: true });
});

const compose = async () => (await office.client.documents.compose({ document: 'minutes', params: { event } })).model;
const check = async (content?: DocumentModel): Promise<readonly Finding[]> =>
  (
    await office.client.documentsCheck.check({
      document: 'minutes',
      params: { event },
      ...(content ? { content } : {}),
    })
  ).findings;
const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule).filter(Boolean);

/** The paper with a paragraph more in its body. */
const withParagraph = (model: DocumentModel, text: string) =>
  edit(model, { type: 'insert', at: 3, content: { type: 'paragraph', role: 'body', runs: [{ text }] } });

describe('体检', () => {
  it('拟好的纪要没有规则上的问题', async () => {
    expect(rulesOf(await check())).toEqual([]);
  });

  it('改过的纸面照纸面查，采纳后不再报', async () => {
    const model = withParagraph(await compose(), '会议强调,要推进"有事好商量"平台建设。');
    const found = await check(model);
    expect(rulesOf(found)).toEqual(['marks.halfWidth', 'quotes.straight']);
    expect(found.map(({ block }) => block)).toEqual([3, 3]);
    const mended = found.filter(({ rule }) => rule === 'quotes.straight').reduce(applyFinding, model);
    expect(rulesOf(await check(mended))).toEqual(['marks.halfWidth']);
  });

  it('名单里写错的名字提示名册上的人', async () => {
    const model = await compose();
    const block = model.blocks.findIndex((one) => one.type === 'paragraph' && one.role === 'nameList');
    const runs = [{ text: '出席：', lead: true }, { text: '丁　一　欧阳少冬　洪少东' }];
    const found = await check(edit(model, { type: 'replaceRuns', block, runs }));
    expect(found.find(({ rule }) => rule === 'names.list')).toMatchObject({ block, replacement: '欧阳少东' });
  });

  it('别的文件用过的文号查出来，自己的号不算', async () => {
    const { client } = office;
    expect(rulesOf(await check())).not.toContain('number.taken');
    const values = { number: '示政协纪〔2024〕38号', title: '另一份文件', docType: '纪要', term: undefined };
    const other = await client.records.save({ kind: 'officialDocument', values });
    const found = (await check()).find(({ rule }) => rule === 'number.taken');
    expect(found).toMatchObject({ part: 'masthead.number', source: { kind: 'officialDocument', id: other.id } });
    await client.records.remove({ kind: 'officialDocument', id: other.id });
    const model = await compose();
    const ahead = { ...model, masthead: { mark: '主席会议纪要', number: '示政协纪〔2024〕45号' } };
    expect(rulesOf(await check(ahead))).toContain('number.gap');
  });

  it('关掉的规则不再查，可以撤销', async () => {
    const { client } = office;
    const model = withParagraph(await compose(), '会议强调,要抓落实。');
    await client.documentsCheck.saveRules({ off: ['marks.halfWidth'] });
    expect(rulesOf(await check(model))).toEqual([]);
    const { rules } = await client.documentsCheck.rules({});
    expect(rules.filter(({ off }) => off).map(({ id }) => id)).toEqual(['marks.halfWidth']);
    await client.history.undo({});
    expect(rulesOf(await check(model))).toEqual(['marks.halfWidth']);
  });

  it('没有的规则、没有的文书、不合格式的纸面都说清楚', async () => {
    const { client } = office;
    expect((await refusalOf(client.documentsCheck.saveRules({ off: ['没有'] }))).message).toContain(
      '没有“没有”这条规则',
    );
    expect((await refusalOf(client.documentsCheck.check({ document: '没有' }))).code).toBe('notFound');
    expect((await refusalOf(client.documentsCheck.check({ document: 'minutes' }))).code).toBe('invalid');
    const broken = { blocks: [{ type: 'paragraph' }] } as never;
    const refused = await refusalOf(
      client.documentsCheck.check({ document: 'minutes', params: { event }, content: broken }),
    );
    expect(refused.code).toBe('invalid');
  });

  it('会议删掉以后，改过的纸面仍能查', async () => {
    const { client } = office;
    const copy = await client.records.save({
      kind: 'event',
      values: { category: '会议', title: '临时会议', start: '2024-02-27T09:00' },
    });
    const { model } = await client.documents.compose({ document: 'minutes', params: { event: copy.id } });
    await client.records.remove({ kind: 'event', id: copy.id });
    const answer = await client.documentsCheck.check({
      document: 'minutes',
      params: { event: copy.id },
      content: withParagraph(model, '会议强调,要抓落实。'),
    });
    expect(rulesOf(answer.findings)).toContain('marks.halfWidth');
  });
});

describe('命令行', () => {
  it('没有必须处理的问题以 0 退出，有则以 1 退出并列出', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'antou-check-'));
    const own = await startOffice({ now: new Date('2024-03-01T08:00:00Z') });
    const { client } = own;
    const good = await client.records.save({
      kind: 'event',
      values: { category: '会议', title: '碰头会', start: '2024-02-27T09:00', agendaItems: [{ title: '研究工作' }] },
    });
    const bad = await client.records.save({
      kind: 'event',
      values: {
        category: '会议',
        title: '碰头会二',
        start: '2024-02-28T09:00',
        agendaItems: [{ title: '研究工作', note: '2024年2月30日前报××办公室，会议强调,要落实' }],
      },
    });
    await own.office.close();
    const ran = await antou(['check', own.libraryPath, 'minutes', '--param', `event=${good.id}`], { machine });
    expect(ran).toMatchObject({ code: 0 });
    const failed = await antou(['check', own.libraryPath, 'minutes', '--param', `event=${bad.id}`], { machine });
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('没有2024年2月30日这一天');
    expect(failed.stdout).toContain('应为“，”');
    expect(failed.stdout).toContain('GB/T 15834—2011');
    const json = await antou(['check', own.libraryPath, 'minutes', '--param', `event=${bad.id}`, '--json'], {
      machine,
    });
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, errors: 2 });
    await own.end();
    await rm(folder, { recursive: true, force: true });
  });
});
