import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;
let event: string;
beforeAll(async () => {
  office = await startOffice({ now: new Date('2024-03-01T08:00:00Z') });
  const { client } = office;
  const term = (await client.records.list({ kind: 'term' })).records[0]?.id;
  const sector = (await client.records.list({ kind: 'sector' })).records[0]?.id;
  const members: string[] = [];
  for (const name of ['丁一', '欧阳少东', '洪少东']) {
    const person = await client.records.save({ kind: 'person', values: { name } });
    members.push(
      (
        await client.records.save({
          kind: 'member',
          values: { person: person.id, term, sector, isStanding: true, status: '在任' },
        })
      ).id,
    );
  }
  const made = await client.records.save({
    kind: 'event',
    values: {
      category: '会议',
      subtype: '主席会议',
      title: '区政协第三十八次主席会议',
      term,
      start: '2024-02-26T09:00',
      place: '三楼会议室',
      chair: members[0],
      status: '已结束',
      agendaItems: [{ title: '听取提案办理情况汇报', reporter: '提案委员会' }],
      attendance: [
        { member: members[0], role: '应出席', state: '出席' },
        { member: members[2], role: '应出席', state: '出席' },
        { member: members[1], role: '应出席', state: '请假(已批)', leaveType: '生病', approver: '丁一' },
      ],
      resolutions: [{ text: '督办逾期提案', department: '提案委员会', due: '2024-03-31', state: '进行中' }],
      minutes: { blocks: [{ type: 'paragraph', text: [{ text: '会议听取了今年以来提案办理情况的汇报。' }] }] },
    },
  });
  event = made.id;
});
afterAll(() => office.end());

const documentXml = async (path: string) =>
  strFromU8(unzipSync(await readFile(path))['word/document.xml'] ?? new Uint8Array());

describe('文书', () => {
  it('纪要从记录拟成，改过的文字照改过的导出', async () => {
    const { client } = office;
    const { model } = await client.documents.compose({ document: 'minutes', params: { event } });
    const text = JSON.stringify(model);
    for (const part of ['欧阳少东', '督办逾期提案', '会议听取了今年以来提案办理情况的汇报'])
      expect(text).toContain(part);
    const out = join(office.folder, '纪要.docx');
    const made = await client.documents.export({ document: 'minutes', params: { event }, out });
    expect(made).toMatchObject({ saved: true, path: out });
    expect(await documentXml(out)).toContain('督办逾期提案');
    const edited = {
      ...model,
      blocks: [
        ...model.blocks,
        { type: 'paragraph' as const, role: 'body' as const, runs: [{ text: '纸面上补的一句。' }] },
      ],
    };
    await client.documents.export({ document: 'minutes', params: { event }, content: edited, out });
    expect(await documentXml(out)).toContain('纸面上补的一句');
  });

  it('同样的记录出同样的文件，逐字节一致', async () => {
    const first = await office.client.documents.export({
      document: 'memberRoster',
      params: {},
      out: join(office.folder, '1.docx'),
    });
    office = await office.reopen();
    const again = await office.client.documents.export({
      document: 'memberRoster',
      params: {},
      out: join(office.folder, '2.docx'),
    });
    expect(again.sha256).toBe(first.sha256);
  });

  it('缺了参数、没有的会议、没有的文书、写不进去的位置都说得清，旧文件不动', async () => {
    const { client } = office;
    expect((await refusalOf(client.documents.compose({ document: 'minutes' }))).fields).toHaveProperty('event');
    expect((await refusalOf(client.documents.compose({ document: 'minutes', params: { event: 'gone' } }))).code).toBe(
      'invalid',
    );
    expect((await refusalOf(client.documents.compose({ document: 'poster' }))).code).toBe('notFound');
    const refusal = await refusalOf(
      client.documents.export({
        document: 'minutes',
        params: { event },
        out: join(office.folder, '没有这个夹', 'a.docx'),
      }),
    );
    expect(refusal.code).toBe('notFound');
    const broken = await refusalOf(
      client.documents.export({
        document: 'minutes',
        content: { blocks: 'x' } as never,
        out: join(office.folder, 'b.docx'),
      }),
    );
    expect(broken.code).toBe('invalid');
  });

  it('委员名册按姓氏笔画排', async () => {
    const { model } = await office.client.documents.compose({ document: 'memberRoster', params: {} });
    const text = JSON.stringify(model);
    const places = ['丁　一', '欧阳少东', '洪少东'].map((name) => text.indexOf(name));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
