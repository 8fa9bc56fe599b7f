/** Makes the fonts once and gives back where they are. */
export function ensureTestFonts(): { readonly fontconfigFile: string; readonly source: 'fandol' | 'arphic' | 'installed' };
