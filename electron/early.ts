import { join } from 'node:path';
import { app, protocol } from 'electron';
import { APP_SCHEME } from '../shared/api/desktop.ts';

/**
 * What has to happen before the app is ready. Electron waits for main.js before it gets ready; a program that loads
 * main.js by itself (Electron's stand-in for tests) may not, and then requires the build of this file beforehand
 * (`electron -r dist/electron/early.cjs .`). The flag keeps main.js from doing it again, too late.
 */
const done = Symbol.for('antou.early');
const world = globalThis as { [done]?: boolean };

if (!world[done]) {
  world[done] = true;
  // A scheme can only be made standard (with an origin, paths, module scripts) before the app is ready.
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  // Nothing in Chromium may look up a name or find a proxy by itself.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  // An ASCII folder, whatever the product is called; one given on the command line stays.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), 'antou'));
}
