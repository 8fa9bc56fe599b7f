import { readFile } from 'node:fs/promises';
import { checkWord } from './check.ts';
import { PROFILES, type Profile } from './result.ts';

const USAGE = `用法：node test/documents/check.mjs 文件.docx --profile ${PROFILES.join('|')}`;

/** @returns the exit code: 0 all right, 1 something fails, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--profile');
  const profile = (at >= 0 ? args[at + 1] : 'official') as Profile;
  const file = args.find((argument, index) => !argument.startsWith('--') && (at < 0 || index !== at + 1));
  if (!file || !PROFILES.includes(profile)) {
    console.error(USAGE);
    return 2;
  }
  const report = await checkWord(new Uint8Array(await readFile(file)), profile);
  const sign = { pass: '通过', fail: '不符', na: '不适用' } as const;
  for (const { id, label, state, detail } of report.results) {
    console.log(`${sign[state]}\t${id}\t${label}${state === 'pass' || !detail ? '' : `\t${detail}`}`);
  }
  console.log(
    `${report.results.filter(({ state }) => state === 'pass').length} 项通过，${report.failures.length} 项不符`,
  );
  return report.failures.length > 0 ? 1 : 0;
}
