export { checkTemplate } from './check-template.ts';
export type { TemplateFault } from './fault.ts';
export { type Filled, type FillOptions, fillTemplate } from './fill-template.ts';
export { bytesFaults as checkBytes } from './package-faults.ts';
export { sampleTemplate } from './sample-template.ts';
