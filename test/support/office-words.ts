/** What leaked out of the machine. An id is a UUID. */
const LEAKS: readonly (readonly [RegExp, string])[] = [
  [/\bundefined\b|\bnull\b|\bNaN\b|\[object |Invalid Date|\bInfinity\b/, '露出了程序的值'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i, '露出了内部编号'],
  [/【推】|【识】/, '带着建模时的记号'],
];

/** Words of Latin letters that a clerk knows: programs, file endings, keys, fonts, units. */
const KNOWN = new Set(
  (
    'excel word wps office windows linux pdf ofd docx doc xlsx xls csv txt md jpg jpeg png zip json gb gbk utf iso ' +
    'isbn cip ctrl shift alt enter esc tab home end delete page up down km mm cm mb kb gb tb pt kg dpi antou ai app nfc qq ' +
    'pageup pagedown noto sans serif cjk sc tc simsun simhei simkai simfang fangsong kaiti fzxbsjw gbk gb2312 carlito liberation times new roman arial microsoft yahei ui'
  ).split(' '),
);

/** Why a clerk should not read this text: values, ids or marks of the machine, foreign words; empty when it is good. */
export function wordFaults(text: string): string[] {
  const found = LEAKS.flatMap(([pattern, what]) => (pattern.test(text) ? [`${what}：“${text.slice(0, 120)}”`] : []));
  // Paths, addresses and file names are the machine's own words, and shown on purpose.
  const plain = text.replace(/\S*[/\\@]\S*|\S+\.[a-z]{2,5}\b/gi, ' ');
  const foreign = (plain.match(/[A-Za-z][A-Za-z']{2,}/g) ?? []).filter((word) => !KNOWN.has(word.toLowerCase()));
  if (foreign.length > 0) found.push(`外文词“${foreign.slice(0, 5).join('、')}”：“${text.trim().slice(0, 80)}”`);
  return found;
}
