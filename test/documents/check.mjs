// node test/documents/check.mjs 文件.docx --profile official|minutes|letter|briefing|plain — measures a Word file, exit 1 when it fails.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const main = fileURLToPath(new URL('./check/main.ts', import.meta.url));
const { module } = await runnerImport(main, { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(process.argv.slice(2));
