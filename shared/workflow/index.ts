/** Public parts of shared/workflow: see each file. Within the folder the files import each other, never this one. */
export * from './context.ts';
export * from './deadlines.ts';
export * from './engine.ts';
export * from './log.ts';
export * from './machine.ts';
export * from './numbering.ts';
export * from './operators.ts';
export * from './periods.ts';
export * from './registry.ts';
export * from './special-days.ts';
export * from './state-change.ts';
export * from './working-days.ts';
