import { rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { answeringRows, standingReplies } from '../../../workflow/proposal-reading.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock } from '../../model.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';

/** How many examples are taken when the clerk chose none. */
const EXAMPLES = 4;

/** 典型案例: those chosen; else excellent and key cases whose advice was adopted and whose answer has a text. */
export function chosenExamples(
  params: Readonly<Record<string, unknown>>,
  filed: readonly StoredRecord[],
  material: DocumentMaterial,
): readonly StoredRecord[] {
  const value = params.cases;
  const ids = Array.isArray(value) ? value : typeof value === 'string' && value ? [value] : [];
  if (ids.length > 0)
    return ids.map((id) => say.recordParam({ cases: id }, 'cases', '典型案例', ['proposal'], material));
  const told = filed.filter(({ values }) => {
    const marked = values.isExcellent === true || values.isKey === true;
    return marked && standingReplies(values).some((row) => textOf(row, 'class') === 'A' && textOf(row, 'text').trim());
  });
  const rank = ({ values }: StoredRecord) => (values.isExcellent === true ? 0 : 1);
  return [...told].sort((a, b) => rank(a) - rank(b)).slice(0, EXAMPLES);
}

export function exampleBlocks(examples: readonly StoredRecord[], material: DocumentMaterial): DocumentBlock[] {
  return examples.flatMap((record, index) => {
    const { values } = record;
    const units = of.unitsOf(answeringRows(values), material);
    const proposer = of.proposersInShort(record, material);
    const who = [proposer ? `${proposer}提出` : '', units ? `${units}办理` : ''].filter(Boolean).join('，');
    const reply = standingReplies(values).find((row) => textOf(row, 'text').trim());
    const answer = reply ? sentences(reply) : '';
    return [
      say.paragraph(
        'heading2',
        `（${'一二三四五六七八九十'[index] ?? index + 1}）${of.titleOf(record)}`,
        say.sourceOf(record, 'title'),
      ),
      say.paragraph('body', `${of.caseName(values)}，${who}。${answer}`, say.sourceOf(record, 'replies')),
      ...followUps(record),
    ];
  });
}

/** The answer as the unit wrote it, without its address to the proposer. */
function sentences(reply: Values): string {
  const words = textOf(reply, 'text').replace(/\s*[\r\n]+\s*/gu, '');
  const bare = words.replace(/^[^。]*收悉(?:，现答复如下：|。)/u, '');
  return bare ? `承办单位答复：${say.sentence(bare)}` : '';
}

function followUps(record: StoredRecord): DocumentBlock[] {
  return rowsOf(record.values, 'followUps')
    .filter((row) => textOf(row, 'result').trim())
    .map((row) => {
      const on = say.chineseDay(textOf(row, 'on'));
      const words = say.sentence(textOf(row, 'result').replace(/\s*[\r\n]+\s*/gu, ''));
      return say.paragraph(
        'body',
        `${on}开展“${textOf(row, 'form') || '督办'}”：${words}`,
        say.sourceOf(record, 'followUps'),
      );
    });
}
