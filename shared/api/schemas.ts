/** The shapes of the contract that more than one area uses, by what they are about. */
export * from './schemas/basics.ts';
export * from './schemas/importing.ts';
export * from './schemas/library.ts';
export * from './schemas/listing.ts';
export * from './schemas/settings.ts';
