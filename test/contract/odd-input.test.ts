import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice({ sample: true });
});
afterAll(() => office.end());

const ODD: readonly unknown[] = [null, 0, 'x', [], { kind: 5, key: 5, text: 5, files: 5, limit: 0, office: {} }];
type Call = (input: unknown) => Promise<unknown>;

describe('不合要求的输入', () => {
  it('每个过程遇到不对的输入，都用中文说明，不露出英文', async () => {
    const client = office.client as unknown as Record<string, Record<string, Call>>;
    let refused = 0;
    for (const [area, procedures] of Object.entries(contract)) {
      for (const verb of Object.keys(procedures)) {
        if (area === 'library') continue;
        for (const input of ODD) {
          const outcome = await client[area]?.[verb]?.(input).then(
            () => undefined,
            (error: Error) => error.message,
          );
          if (outcome === undefined) continue;
          refused += 1;
          expect(outcome, `${area}.${verb} ${JSON.stringify(input)}`).toMatch(/[\u4e00-\u9fff]/);
          expect(outcome, `${area}.${verb} ${JSON.stringify(input)}`).not.toMatch(
            /Invalid|expected|received|undefined|Error/,
          );
        }
      }
    }
    expect(refused).toBeGreaterThan(60);
  });

  it('指向资料库里没有的附件，不予保存：否则核验时就是缺失', async () => {
    const { client } = office;
    const files = [{ sha256: 'a'.repeat(64), name: '无.pdf', size: 1, type: 'application/pdf' }];
    const refusal = await refusalOf(client.records.save({ kind: 'event', values: { title: '附件不在', files } }));
    expect(refusal).toMatchObject({ code: 'invalid', fields: { files: expect.stringContaining('重新添加') } });
  });

  it('恢复旧版本时，它指向的记录若已删除，就不恢复，免得指到空处', async () => {
    const { client } = office;
    const [member] = (await client.records.list({ kind: 'member', limit: 1 })).records;
    if (!member) throw new Error('no member');
    const { term } = member.values;
    const sector = await client.records.save({ kind: 'sector', values: { name: '试设界别', term } });
    const there = await client.records.save({ kind: 'member', id: member.id, values: { sector: sector.id } });
    await client.records.save({ kind: 'member', id: member.id, values: { sector: member.values.sector } });
    await client.records.remove({ kind: 'sector', id: sector.id });
    const refusal = await refusalOf(client.history.restore({ kind: 'member', id: member.id, seq: there.seq }));
    expect(refusal.code).toBe('conflict');
    expect(refusal.message).toContain('界别');
    const later = await refusalOf(client.history.restore({ kind: 'member', id: member.id, seq: 99_999 }));
    expect(later.code).toBe('notFound');
  });

  it('文书不写进资料库自己的文件夹，也不盖住文件夹；没写成的不留半份', async () => {
    const { client } = office;
    const about = join(office.libraryPath, 'library.json');
    const before = await readFile(about);
    const inside = await refusalOf(client.documents.export({ document: 'memberRoster', out: about }));
    expect(inside.code).toBe('invalid');
    expect(await readFile(about)).toEqual(before);
    const folder = join(office.folder, '发文');
    await mkdir(join(folder, '名册.docx'), { recursive: true });
    const over = await refusalOf(client.documents.export({ document: 'memberRoster', out: join(folder, '名册.docx') }));
    expect(over.message).toContain('文件夹');
    expect(await readdir(folder)).toEqual(['名册.docx']);
  });

  it('一批文件里有一个不见了：只拒收这一个并说明，其余照常导入', async () => {
    const { client } = office;
    const here = join(office.folder, '在的.txt');
    await writeFile(here, '关于试办议事角的说明\n\n议事角设在社区一楼，每月开放两次。\n');
    const plan = await client.import.plan({ files: [{ path: here }, { path: join(office.folder, '不在的.txt') }] });
    if (plan.mode !== 'documents') throw new Error('not documents');
    expect(plan.items.map(({ action }) => action)).toEqual(['add', 'refuse']);
    expect(plan.items[1]?.message).toContain('找不到');
  });

  it('找一种没有的记录说明没有这一种，不装作找不到；种类留空就是都找', async () => {
    const { client } = office;
    expect((await refusalOf(client.search.query({ text: '提案', kinds: ['events'] }))).code).toBe('invalid');
    const all = await client.search.query({ text: '提案' });
    expect((await client.search.query({ text: '提案', kinds: [] })).total).toBe(all.total);
    expect(all.total).toBeGreaterThan(0);
  });
});
