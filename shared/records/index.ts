/** Public parts of shared/records: see each file. Within the folder the files import each other, never this one. */
export * from './attendance.ts';
export * from './derive.ts';
export * from './display.ts';
export * from './enumerations.ts';
export * from './field.ts';
export * from './form-groups.ts';
export * from './kind.ts';
export * from './list.ts';
export * from './migrations.ts';
export * from './record.ts';
export * from './references.ts';
export * from './registry.ts';
export * from './service.ts';
export * from './stroke-overrides.ts';
export * from './twins.ts';
export * from './validate.ts';
export * from './venue-standard.ts';
