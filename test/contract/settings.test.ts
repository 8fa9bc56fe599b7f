import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.end());

describe('设置', () => {
  it('单位设置随资料库保存，可撤销', async () => {
    const { client } = office;
    const { office: before } = await client.settings.get();
    await client.settings.saveOffice({ office: { ...before, shortName: '示例区政协' } });
    expect((await client.settings.get()).office.shortName).toBe('示例区政协');
    await client.history.undo();
    expect((await client.settings.get()).office.shortName).toBe(before.shortName);
  });

  it('选项改名，用到它的记录在同一笔里一起改，撤销一起回去', async () => {
    const { client } = office;
    const { enumerations } = await client.settings.get();
    const list = enumerations.find((entry) => entry.id === 'materialCategory');
    if (!list) throw new Error('materialCategory');
    const made = await client.records.save({ kind: 'material', values: { title: '甲', category: '来文' } });
    const renamed = {
      ...list,
      values: list.values.map((entry) => (entry.value === '来文' ? { ...entry, value: '外单位来文' } : entry)),
    };
    await client.settings.saveEnumeration({ enumeration: renamed, renamed: { 来文: '外单位来文' } });
    const category = async () => (await client.records.get({ kind: 'material', id: made.id })).record.values.category;
    expect(await category()).toBe('外单位来文');
    await client.history.undo();
    expect(await category()).toBe('来文');
    const twice = { ...list, values: [...list.values, { value: '其他' }] };
    expect((await refusalOf(client.settings.saveEnumeration({ enumeration: twice }))).code).toBe('invalid');
  });

  it('草稿与偏好属于本机，重启还在；页面不能往最近资料库里添地址', async () => {
    const { client } = office;
    await client.drafts.save({ key: 'minutes/甲', content: { text: '没写完' } });
    await client.preferences.save({ operator: '王敏', recentLibraries: [{ path: '/etc', name: 'x', openedAt: '' }] });
    office = await office.reopen();
    expect((await office.client.drafts.get({ key: 'minutes/甲' })).content).toEqual({ text: '没写完' });
    const preferences = await office.client.preferences.get();
    expect(preferences.operator).toBe('王敏');
    expect(JSON.stringify(preferences.recentLibraries ?? [])).not.toContain('/etc');
    await office.client.drafts.remove({ key: 'minutes/甲' });
    expect((await office.client.drafts.list()).drafts).toEqual([]);
  });

  it('另一个资料库打不开时，正开着的不受影响', async () => {
    const { client } = office;
    const before = (await client.library.status()).open?.id;
    expect((await refusalOf(client.library.open({ path: `${office.folder}/没有` }))).code).toBe('notFound');
    expect((await refusalOf(client.library.create({ path: office.libraryPath }))).code).toBe('invalid');
    expect((await client.library.status()).open?.id).toBe(before);
    expect((await client.records.list({ kind: 'sector' })).total).toBeGreaterThan(0);
  });
});
