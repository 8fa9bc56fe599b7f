import manifest from '../package.json' with { type: 'json' };

/** The program's version, the same in every door; the build writes it into the bundle. */
export const programVersion = (): string => manifest.version;
