import type { Filter } from '../../app/list-state.ts';

/** The words of a condition after the name of its field. */
export function describeFilter(filter: Filter): string {
  switch (filter.type) {
    case 'blank':
      return '没填的';
    case 'filled':
      return '填了的';
    case 'contains':
      return `含“${filter.text ?? ''}”`;
    case 'between': {
      if (filter.from !== undefined && filter.to !== undefined) return `${filter.from} 至 ${filter.to}`;
      return filter.from !== undefined ? `${filter.from} 起` : `到 ${filter.to ?? ''}`;
    }
    case 'any':
      return (filter.values ?? [])
        .map((value) => (value === true ? '是' : value === false ? '否' : value === null ? '没填的' : value))
        .join('、');
  }
}
