/** Where a place stands in its paragraph: which sentence, which clause. */
export interface Places {
  readonly sentenceOf: (at: number) => number;
  readonly clauseOf: (at: number) => number;
  /** Inside 《》. */
  readonly isTitle: (at: number) => boolean;
}

const OPEN = '《“‘「『（(';
const CLOSE = '》”’」』）)';

/** Commas inside a name or a title part no clauses. */
export function placesOf(text: string): Places {
  const sentences = new Uint32Array(text.length + 1);
  const clauses = new Uint32Array(text.length + 1);
  const titles = new Uint8Array(text.length + 1);
  let [sentence, clause, depth, title] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    sentences[at] = sentence;
    clauses[at] = clause;
    if (character === '《') title = 1;
    titles[at] = title;
    if (character === '》') title = 0;
    if (OPEN.includes(character)) depth += 1;
    else if (CLOSE.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (/[。！？!?；;\n]/u.test(character)) {
      sentence += 1;
      clause += 1;
    } else if (/[，,、：:]/u.test(character)) clause += 1;
  }
  sentences[text.length] = sentence;
  clauses[text.length] = clause;
  const at = (list: Uint32Array) => (index: number) => list[Math.min(Math.max(index, 0), text.length)] ?? 0;
  return { sentenceOf: at(sentences), clauseOf: at(clauses), isTitle: (index) => titles[index] === 1 };
}

/** Every place where `word` stands in `text`. */
export function occurrences(text: string, word: string): readonly number[] {
  const places: number[] = [];
  if (word === '') return places;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}
