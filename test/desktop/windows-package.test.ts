import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { afterAll, expect, test } from 'vitest';
import { scratch } from './desktop.ts';

const folder = scratch();
afterAll(() => folder.remove());

/**
 * The least that counts as a Windows program: one section, holding Electron's fuses as they are delivered. It stands in
 * for electron.exe, which cannot be fetched everywhere, so that everything but the program itself is made for real.
 */
function standInProgram(): Buffer {
  const exe = Buffer.alloc(0x400);
  exe.write('MZ', 0);
  exe.writeUInt32LE(0x80, 0x3c);
  exe.write('PE\0\0', 0x80, 'latin1');
  exe.writeUInt16LE(0x8664, 0x84); // x64
  exe.writeUInt16LE(1, 0x86); // sections
  exe.writeUInt16LE(240, 0x94); // size of the optional header
  exe.writeUInt16LE(0x22, 0x96);
  const optional = 0x98;
  exe.writeUInt16LE(0x20b, optional);
  exe.writeUInt32LE(0x200, optional + 4);
  exe.writeUInt32LE(0x1000, optional + 16);
  exe.writeUInt32LE(0x1000, optional + 20);
  exe.writeBigUInt64LE(0x140000000n, optional + 24);
  exe.writeUInt32LE(0x1000, optional + 32);
  exe.writeUInt32LE(0x200, optional + 36);
  exe.writeUInt16LE(6, optional + 40);
  exe.writeUInt16LE(6, optional + 48);
  exe.writeUInt32LE(0x2000, optional + 56);
  exe.writeUInt32LE(0x200, optional + 60);
  exe.writeUInt16LE(2, optional + 68); // a program with windows
  exe.writeUInt32LE(16, optional + 108);
  const section = optional + 240;
  exe.write('.text', section);
  for (const [at, value] of [0x200, 0x1000, 0x200, 0x200].entries()) exe.writeUInt32LE(value, section + 8 + at * 4);
  exe.writeUInt32LE(0x60000020, section + 36);
  exe.write('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 0x220, 'latin1');
  exe.write('\u0001\u000810110001', 0x240, 'latin1');
  const program = NtExecutable.from(exe);
  const resources = NtExecutableResource.from(program, true);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(33, 2, 1, 0, 1033);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

test('Windows 包：asar 内容、熔丝、完整性校验值与程序信息', () => {
  const electron = join(folder.path, 'electron');
  const output = join(folder.path, 'release');
  mkdirSync(join(electron, 'resources'), { recursive: true });
  mkdirSync(join(electron, 'locales'));
  for (const name of ['zh-CN', 'en-US']) writeFileSync(join(electron, 'locales', `${name}.pak`), '');
  writeFileSync(join(electron, 'version'), '33.2.1');
  writeFileSync(join(electron, 'electron.exe'), standInProgram());
  const module = JSON.stringify(`file://${resolve('resources/setup/package.mjs')}`);
  const options = JSON.stringify({ output, folderOnly: true });
  // Throws when the asar holds too much or too little, or a fuse reads back differently.
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { packageFor } = await import(${module}); await packageFor('win', ${options});`,
    ],
    { stdio: 'pipe', env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron } },
  );

  const unpacked = join(output, 'win-unpacked');
  const program = NtExecutable.from(readFileSync(join(unpacked, 'antou.exe')), { ignoreCert: true });
  const { entries } = NtExecutableResource.from(program);
  const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  const [noted] = JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString('utf8')) as [
    { file: string; alg: string; value: string },
  ];
  const header = getRawHeader(join(unpacked, 'resources', 'app.asar')).headerString;
  expect(noted).toEqual({
    file: 'resources\\app.asar',
    alg: 'SHA256',
    value: createHash('sha256').update(header).digest('hex'),
  });
  const [version] = Resource.VersionInfo.fromEntries(entries);
  const [language] = version?.getAllLanguagesForStringValues() ?? [];
  if (!version || !language) throw new Error('没有版本信息');
  expect(version.getStringValues(language)).toMatchObject({ ProductName: '政协案头' });
  expect(Resource.IconGroupEntry.fromEntries(entries).length).toBeGreaterThan(0);
}, 180_000);
