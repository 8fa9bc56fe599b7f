import type { Walk } from '../../support/browser.ts';

/** A name as long as real ones get, with no place to break. */
export const LONG =
  '关于中心老旧小区既有住宅加装电梯后续管养维护资金分担机制及楼道堆物消防通道占用综合治理的群众诉求（第三次补充反映）';

/** A street with a community, records made through the contract; ids by what they are. */
export async function makeStreet({ office }: Walk, street = '望河街道') {
  const add = async (kind: string, values: Record<string, unknown>) => (await office.records.save({ kind, values })).id;
  const office1 = await add('subdistrictOffice', { street, office: '望河大道18号', order: 1 });
  const community = await add('community', { name: '杨桥社区', subdistrictOffice: office1 });
  return { add, street: office1, community };
}

export const valuesOf = async ({ office }: Walk, kind: string, id: string) =>
  (await office.records.get({ kind, id })).record.values;
