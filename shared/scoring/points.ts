/**
 * Points are added up in hundredths, as whole numbers: 0.1 + 0.2 must be 0.3, and the lines of a ledger must add up to
 * the total to the last digit.
 */
export const toHundredths = (points: number): number => Math.round(Number((points * 100).toFixed(6))) || 0;

export const fromHundredths = (hundredths: number): number => hundredths / 100 || 0;

/** 12.5, −3: as it stands in sentences. */
export const pointsInWords = (points: number): string =>
  String(fromHundredths(toHundredths(points))).replace('-', '－');

export const bounded = (value: number, least: number | undefined, most: number | undefined): number =>
  Math.max(least ?? -Infinity, Math.min(most ?? Infinity, value));
