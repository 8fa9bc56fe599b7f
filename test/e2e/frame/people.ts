import type { Walk } from '../../support/browser.ts';

/** Two invented members with their sector, through the contract. */
export async function addMembers(walk: Walk): Promise<{ sector: string; sectorTitle: string; members: string[] }> {
  const { office } = walk;
  const [term] = (await office.records.list({ kind: 'term' })).records;
  const sectors = (await office.records.list({ kind: 'sector', sort: [['order', 'asc']] })).records;
  const sector = sectors[0];
  if (!term || !sector) throw new Error('新资料库应带有届和界别');
  const members: string[] = [];
  for (const name of ['丁一', '欧阳少东']) {
    const person = await office.records.save({ kind: 'person', values: { name, org: '示例区第一中学' } });
    const member = await office.records.save({
      kind: 'member',
      values: { person: person.id, term: term.id, sector: sector.id },
    });
    members.push(member.id);
  }
  return { sector: sector.id, sectorTitle: String(sector.values.name), members };
}
