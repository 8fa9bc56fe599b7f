#!/usr/bin/env node
/** Starts the command line: sets up what is missing, all chatter on stderr, then hands over to dist/electron/cli.js. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, root, say } from './install.mjs';

// The reader of a pipe may have seen enough (… | head): that is no failure of ours.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  ensureInstalled();
  await ensureBuilt({ parts: ['electron', 'resources'] });
} catch (error) {
  say(`程序没有准备好：${error.message}`);
  process.exit(1);
}
const { main } = await import(pathToFileURL(join(root, 'dist', 'electron', 'cli.js')).href);
process.exitCode = await main(process.argv.slice(2));
