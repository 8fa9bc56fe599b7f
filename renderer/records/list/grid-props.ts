import type { RecordKind } from '../../../shared/records/kind.ts';
import type { ListState } from '../../app/list-state.ts';
import type { KeyMap } from '../../ui/keys.ts';
import type { HeadHands } from './head-hands.ts';
import type { Column } from './use-layout.ts';
import type { ListModel } from './use-list.ts';

export interface GridProps {
  readonly kind: RecordKind;
  readonly list: ListModel;
  readonly state: ListState;
  readonly columns: readonly Column[];
  /** Field names of the columns: the same array as long as they stay the same. */
  readonly fields: readonly string[];
  readonly hands: HeadHands;
  /** Keys of the verbs, besides those that move the cursor. */
  readonly keys: KeyMap;
  readonly openHead: string | undefined;
  readonly onHead: (field: string | undefined) => void;
  readonly onShow: () => void;
  readonly onOpen: (id: string) => void;
  readonly onLeave: () => void;
  readonly onMenu: (x: number, y: number) => void;
}
