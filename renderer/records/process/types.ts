import type { Values } from '../../../shared/records/record.ts';
import type { api, Output } from '../../app/api.ts';

export type Status = Output<typeof api.workflow.status>;
type OfferedMove = Status['moves'][number];
export interface Preset {
  readonly values?: Values | undefined;
  readonly rows?: Readonly<Record<string, readonly Values[]>> | undefined;
}
export type Move = OfferedMove & {
  /** What the office would put in where the dialog is left blank. */
  readonly preset?: Preset | undefined;
  /** What the remark has to say; then it must be filled in. */
  readonly reason?: string | undefined;
};
export type MoveField = OfferedMove['form'][number];
export type OwedDeadline = Status['deadlines'][number];
export type Moved = Output<typeof api.workflow.move>;
