import { Command, CommanderError } from 'commander';
import { addCall } from './cli/call.ts';
import { addDocuments } from './cli/documents.ts';
import { addDocumentsCheck } from './cli/documents-check.ts';
import { addDocumentsMany } from './cli/documents-many.ts';
import { addTrace } from './cli/documents-trace.ts';
import { addFigures } from './cli/figures.ts';
import { addHelp } from './cli/help.ts';
import { addImport } from './cli/import.ts';
import { addLibrary } from './cli/library.ts';
import type { Line } from './cli/line.ts';
import { addNumbers } from './cli/numbers.ts';
import { reportFailure, UsageError } from './cli/output.ts';
import { addReports } from './cli/reports.ts';
import { addScores } from './cli/scores.ts';
import { addSearch } from './cli/search.ts';
import { addSheets } from './cli/sheets.ts';
import { addTemplates } from './cli/templates.ts';
import { addWork } from './cli/work.ts';

/**
 * Door 3, for whoever looks after the PCs: the same contract, one command a line.
 * Exit codes: 0 done, 1 failed, 2 usage, 3 input refused, 4 library damaged, 5 library in use, 6 library newer.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  // --json may stand anywhere on the line and belongs to no single command.
  const words = argv.filter((word) => word !== '--json');
  let exitCode = 0;
  const program = new Command('antou')
    .description('政协案头：离线资料库的命令行。资料库正被程序打开时，命令行不能同时使用它。')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .helpCommand(false)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false);
  const line: Line = {
    json,
    done: (code) => {
      exitCode = code;
    },
  };
  for (const add of [
    addLibrary,
    addImport,
    addSearch,
    addWork,
    addScores,
    addFigures,
    addDocuments,
    addDocumentsMany,
    addDocumentsCheck,
    addTrace,
    addNumbers,
    addReports,
    addSheets,
    addTemplates,
    addCall,
    addHelp,
  ])
    add(program, line);
  for (const command of program.commands) command.exitOverride();
  try {
    if (words.length === 0) throw new UsageError('请写明要做什么，例如：antou help');
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return reportFailure(error, json);
  }
}
