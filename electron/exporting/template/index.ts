export { checkTemplate } from './check-template.ts';
export type { TemplateFault } from './fault.ts';
export { type Filled, type FillOptions, fillTemplate } from './fill-template.ts';
export { sampleTemplate } from './sample-template.ts';
