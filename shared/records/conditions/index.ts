/** Conditions on records as data: what figures and scoring schemes count by. */
export * from './compile.ts';
export * from './condition.ts';
export * from './dependents.ts';
export * from './live-world.ts';
export * from './path.ts';
export * from './pointers.ts';
export * from './problem.ts';
export * from './reading-world.ts';
export * from './words.ts';
