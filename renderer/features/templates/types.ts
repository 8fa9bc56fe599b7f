import type { api, Output } from '../../app/api.ts';

export type TemplateRow = Output<typeof api.templates.list>['documents'][number];
export type OwnTemplate = NonNullable<TemplateRow['own']>;
export type Checked = Output<typeof api.templates.check>;
export type Fault = Checked['faults'][number];
export type Placeholders = Output<typeof api.templates.placeholders>;
