import { AntouError } from '../../shared/api/errors.ts';
import type { Scheme } from '../../shared/scoring/scheme.ts';
import { SCHEMES_SETTING } from '../../shared/scoring/scheme.ts';
import { schemeFor } from '../../shared/scoring/schemes/index.ts';
import { triggerWords } from '../../shared/scoring/trigger-words.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { ownSchemes, requireScheme, scoredYears } from './score-reading.ts';
import { requireGoodScheme } from './score-trial.ts';

const same = (a: Scheme, b: Pick<Scheme, 'id' | 'version'>): boolean => a.id === b.id && a.version === b.version;

const schemes = os.scores.schemes.handler(({ input, context: { desk } }) => {
  const all = desk.opened.counting.schemes;
  const own = ownSchemes(desk);
  const year = input?.year ?? Number(desk.today.slice(0, 4));
  const ids = [...new Set(all.map(({ id }) => id))];
  return {
    years: scoredYears(desk),
    schemes: ids.flatMap((id) => {
      const versions = all.filter((scheme) => scheme.id === id).sort((a, b) => b.version - a.version);
      const inForce = schemeFor(all, id, year);
      const shown = inForce ?? versions[0];
      if (!shown) return [];
      return [
        {
          id,
          label: shown.label,
          audience: shown.audience,
          source: shown.source,
          ...(inForce ? { inForce: inForce.version } : {}),
          versions: versions.map((scheme) => ({
            version: scheme.version,
            status: scheme.status,
            fromYear: scheme.fromYear,
            ...(scheme.adoptedBy ? { adoptedBy: scheme.adoptedBy } : {}),
            own: own.some((one) => same(one, scheme)),
          })),
        },
      ];
    }),
  };
});

const scheme = os.scores.scheme.handler(({ input, context: { desk } }) => {
  const year = input.year ?? Number(desk.today.slice(0, 4));
  const found = requireScheme(desk, { scheme: input.scheme, year, version: input.version });
  return {
    scheme: found,
    own: ownSchemes(desk).some((one) => same(one, found)),
    words: Object.fromEntries(found.items.map((item) => [item.code, triggerWords(item, found)])),
  };
});

async function store(desk: Desk, own: readonly Scheme[], label: string) {
  const { seq } = await desk.opened.library.saveSetting(SCHEMES_SETTING, own, await desk.who(), label);
  return { seq, label };
}

/** A version in force or archived is never written over: what a year was settled by must stay readable. */
const saveScheme = os.scores.saveScheme.handler(async ({ input, context: { desk } }) => {
  const given = requireGoodScheme(input.scheme);
  const own = ownSchemes(desk);
  const known = desk.opened.counting.schemes.filter(({ id }) => id === given.id);
  const rewritten = own.some((one) => same(one, given) && one.status === 'draft');
  const version = rewritten ? given.version : Math.max(0, ...known.map((one) => one.version)) + 1;
  const draft: Scheme = { ...given, version, status: 'draft', adoptedBy: undefined };
  const rest = own.filter((one) => !same(one, draft));
  const done = await store(desk, [...rest, draft], `保存计分方案草稿 ${draft.label}第 ${version} 版`);
  return { ...done, version };
});

const adopt = os.scores.adopt.handler(async ({ input, context: { desk } }) => {
  const { schemes: all } = desk.opened.counting;
  const found = all.find((one) => same(one, { id: input.scheme, version: input.version }));
  if (!found) throw new AntouError('notFound', '没有这一版方案，可能已被删除。请刷新后再试。');
  if (found.status === 'inForce') {
    throw new AntouError(
      'conflict',
      `“${found.label}”第 ${found.version} 版已经施行，不能再改施行年度。请存成新的一版。`,
    );
  }
  const good = requireGoodScheme(found);
  const adopted: Scheme = { ...good, status: 'inForce', fromYear: input.fromYear, adoptedBy: input.adoptedBy };
  const rest = ownSchemes(desk).filter((one) => !same(one, adopted));
  return store(
    desk,
    [...rest, adopted],
    `施行计分方案 ${adopted.label}第 ${adopted.version} 版（${input.fromYear} 年起）`,
  );
});

const removeDraft = os.scores.removeDraft.handler(({ input, context: { desk } }) => {
  const own = ownSchemes(desk);
  const found = own.find((one) => same(one, { id: input.scheme, version: input.version }));
  if (!found) throw new AntouError('notFound', '没有这一版草稿，可能已被删除。自带的方案不能删除。');
  if (found.status !== 'draft') {
    throw new AntouError('conflict', `没有删除：“${found.label}”第 ${found.version} 版已经施行，要留着供查。`);
  }
  const rest = own.filter((one) => one !== found);
  return store(desk, rest, `删除计分方案草稿 ${found.label}第 ${found.version} 版`);
});

export const scoreSchemes = { schemes, scheme, saveScheme, adopt, removeDraft };
