import { afterEach, expect, it } from 'vitest';
import { startOffice, type TestOffice } from '../support/office.ts';

let office: TestOffice;
afterEach(() => office.end());

it('同时改几样本机设置，一样不丢，也不出错；重新打开还在', async () => {
  office = await startOffice();
  await Promise.all([
    office.client.preferences.save({ operator: '王敏' }),
    office.client.preferences.save({ scale: 'large' }),
    ...Array.from({ length: 20 }, (_, index) => office.client.preferences.save({ operator: `王敏${index}` })),
  ]);
  office = await office.reopen();
  expect(await office.client.preferences.get({})).toMatchObject({ operator: '王敏19', scale: 'large' });
});
