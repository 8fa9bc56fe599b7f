const QUARTERS = '一二三四';

/** 2024-Q2 out of 2024年第二季度, 2024年2季度, 2024Q2; undefined when it is none. */
export function quarterOf(text: string): string | undefined {
  const found = /^(\d{4})\s*(?:年|[-/.])?\s*(?:第\s*)?Q?\s*([1-4一二三四])\s*(?:季度?)?$/iu.exec(
    text.normalize('NFKC').trim(),
  );
  if (!found) return undefined;
  const digit = found[2] ?? '';
  const place = QUARTERS.indexOf(digit);
  return `${found[1]}-Q${place >= 0 ? place + 1 : digit}`;
}

/** 2024年二季度 of 2024-Q2, as people write it; what is no quarter stays as it is. */
export function quarterWords(text: string): string {
  const found = /^(\d{4})-Q([1-4])$/u.exec(text);
  return found ? `${found[1]}年${QUARTERS[Number(found[2]) - 1]}季度` : text;
}
