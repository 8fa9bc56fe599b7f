import type { api, Output } from '../../app/api.ts';

export type Status = Output<typeof api.workflow.status>;
export type Move = Status['moves'][number];
export type MoveField = Move['form'][number];
export type OwedDeadline = Status['deadlines'][number];
export type Moved = Output<typeof api.workflow.move>;
