import manifest from '../package.json' with { type: 'json' };

/** The program's version, the same in every door. */
export const { version } = manifest;
