import { FIGURES_SETTING, type FigureDefinition, figureDefinition } from '../definition.ts';
import { archiveFigures } from './archives.ts';
import { consultationFigures } from './consultation.ts';
import { grassrootsFigures } from './grassroots.ts';
import { opinionFigures } from './opinions.ts';
import { politicalFigures } from './political.ts';
import { proposalFigures } from './proposals.ts';
import { selfBuildingFigures } from './self-building.ts';
import { supervisionFigures } from './supervision.ts';
import { contributionFigures, togetherFigures } from './together.ts';

/** The figures an annual report of a district gives, in the order of the report. */
export const defaultFigures: readonly FigureDefinition[] = [
  ...politicalFigures,
  ...consultationFigures,
  ...supervisionFigures,
  ...opinionFigures,
  ...proposalFigures,
  ...grassrootsFigures,
  ...togetherFigures,
  ...contributionFigures,
  ...archiveFigures,
  ...selfBuildingFigures,
];

/** An entry of the office's own that cannot be read; nothing is counted by it. */
export interface BrokenDefinition {
  /** Its id, label, or place in the list: what there is to name it by. */
  readonly name: string;
  /** The first thing wrong with it, in Chinese where the shape says so. */
  readonly problem: string;
}

interface OwnDefinitions {
  readonly definitions: readonly FigureDefinition[];
  readonly broken: readonly BrokenDefinition[];
}

/**
 * The figures as the office keeps them. Its own definition stands in the place of the default of the same id; new ones
 * follow at the end. What cannot be read is left out, and the default stays.
 * @param setting value of FIGURES_SETTING, whatever it is
 */
export const effectiveFigures = (setting: unknown): readonly FigureDefinition[] => readFigures(setting).definitions;

/** The same, with what could not be read, by name. */
export function readFigures(setting: unknown): OwnDefinitions {
  const own = new Map<string, FigureDefinition>();
  const broken: BrokenDefinition[] = [];
  if (setting !== undefined && setting !== null && !Array.isArray(setting)) {
    broken.push({ name: FIGURES_SETTING, problem: '指标设置不是一张清单，按默认指标统计' });
  }
  for (const [index, item] of (Array.isArray(setting) ? setting : []).entries()) {
    const read = figureDefinition.safeParse(item);
    // Of two with the same id the later one was saved last.
    if (read.success) own.set(read.data.id, read.data);
    else broken.push({ name: nameOf(item, index), problem: read.error.issues[0]?.message ?? '内容不完整' });
  }
  const ids = new Set(defaultFigures.map(({ id }) => id));
  return {
    definitions: [
      ...defaultFigures.map((figure) => own.get(figure.id) ?? figure),
      ...[...own.values()].filter(({ id }) => !ids.has(id)),
    ],
    broken,
  };
}

function nameOf(item: unknown, index: number): string {
  const told: Readonly<Record<string, unknown>> = typeof item === 'object' && item !== null ? { ...item } : {};
  const name = [told.label, told.id].find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof name === 'string' ? name : `第${index + 1}个`;
}
