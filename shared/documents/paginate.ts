import type { DocumentModel } from './model.ts';
import type { Page } from './page.ts';

export type {
  Box,
  Face,
  FigureItem,
  Page,
  PageItem,
  PlacedCell,
  PlacedRun,
  RuleItem,
  TableRowItem,
  TextItem,
} from './page.ts';

/** Sets a document into pages; the shape is described in page.ts. Pure: the same model gives the same pages. */
export function paginate(model: DocumentModel): readonly Page[] {
  void model;
  return [];
}
