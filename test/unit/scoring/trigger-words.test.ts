import { describe, expect, it } from 'vitest';
import { defaultSchemes } from '../../../shared/scoring/schemes/index.ts';
import { triggerWords } from '../../../shared/scoring/trigger-words.ts';

const words = (scheme: string, code: string): string => {
  const found = defaultSchemes.find(({ id }) => id === scheme);
  const item = found?.items.find((one) => one.code === code);
  if (!found || !item) throw new Error(`no ${scheme} ${code}`);
  return triggerWords(item, found);
};

describe('规则读成一句话', () => {
  it('每一项按次计的说每次几分，看够不够、占多少、平均多少的说满分几分', () => {
    for (const scheme of defaultSchemes) {
      for (const item of scheme.items) {
        const told = triggerWords(item, scheme);
        const { type } = item.trigger;
        if (type === 'manual') expect(told).toContain('人工记分');
        else if (item.tiers) expect(told).toMatch(/取最高|累计/u);
        else if (type === 'record') expect(told).toContain(`每${item.unit} ${item.points} 分`);
        else expect(told).not.toContain(`每${item.unit} `);
        if (['reach', 'share', 'average'].includes(type)) expect(told).toContain(`满分 ${item.points} 分`);
        // Nothing of the machine: a path, the name of a kind.
        expect(told, `${scheme.id} ${item.code}`).not.toMatch(/[a-z]{3,}/u);
      }
    }
  });

  it('双向评价说得出是哪一个方向', () => {
    const quality = defaultSchemes.find(({ id }) => id === 'proposalQuality')?.items[0]?.code ?? '';
    expect(words('proposalQuality', quality)).toContain('“双向评价·评价方向”是提案质量');
  });

  it('只给一部分人的、封顶的、只计一项的都写出来', () => {
    expect(words('zhongyuan', 'A2a')).toMatch(/^只给勾选了“常委”的；.*封顶 15 分.*同一事项只计最高的一项$/u);
  });
});
