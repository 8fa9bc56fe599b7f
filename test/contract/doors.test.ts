import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb } from '../../electron/web.ts';
import type { Contract } from '../../shared/api/contract.ts';

let folder: string;
let web: Awaited<ReturnType<typeof startWeb>>;
let origin: string;
let cookie: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-web-'));
  web = await startWeb({ userData: join(folder, 'machine') });
  origin = new URL(web.url).origin;
  const answer = await fetch(web.url, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  const header = answer.headers.get('set-cookie') ?? '';
  expect(header).toMatch(/HttpOnly/);
  expect(header).toMatch(/SameSite=Strict/);
  cookie = header.split(';')[0] ?? '';
});
afterAll(async () => {
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

const client = (): ContractRouterClient<Contract> =>
  createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { cookie, 'sec-fetch-site': 'same-origin' } }));

/** fetch may not set Host and Origin freely; a bare request may. */
function bare(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const call = httpRequest({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end(method === 'POST' ? '{"json":{}}' : undefined);
  });
}

describe('网页门（127.0.0.1）', () => {
  it('地址里的口令只能用一次，没有凭据什么也看不到', async () => {
    expect((await fetch(web.url, { redirect: 'manual' })).status).toBe(403);
    expect((await fetch(`${origin}/`)).status).toBe(403);
    expect(await bare('/rpc/library/status', { 'content-type': 'application/json' }, 'POST')).toBe(403);
    expect(await bare('/', { cookie: 'antou=guess' })).toBe(403);
  });

  it('只认本机地址和自己的页面：改写的 Host、别的来源、普通表单都不接受', async () => {
    const json = { cookie, 'content-type': 'application/json' };
    expect(await bare('/rpc/library/status', json, 'POST')).toBe(200);
    expect(await bare('/rpc/library/status', { ...json, host: 'evil.example' }, 'POST')).toBe(421);
    expect(await bare('/rpc/library/status', { ...json, origin: 'http://evil.example' }, 'POST')).toBe(403);
    expect(await bare('/rpc/library/status', { ...json, 'sec-fetch-site': 'cross-site' }, 'POST')).toBe(403);
    expect(await bare('/rpc/library/status', { cookie, 'content-type': 'text/plain' }, 'POST')).toBe(403);
    expect(
      await bare('/rpc/library/status', { cookie, 'content-type': 'multipart/form-data; boundary=x' }, 'POST'),
    ).toBe(403);
    expect(await bare('/rpc/library/status', { cookie })).toBe(403);
  });

  it('页面之外的文件取不到', async () => {
    for (const path of [
      '/../electron/web.js',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/../../package.json',
    ]) {
      expect(await bare(path, { cookie }), path).toBe(404);
    }
  });

  it('内容安全策略随每个回答发出，不许外连', async () => {
    const answer = await fetch(`${origin}/`, { headers: { cookie } });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
  });

  it('同一份契约：类型化的拒绝、文件上传下载、长任务进度、变动通知', async () => {
    const api = client();
    await expect(api.records.list({ kind: 'person' })).rejects.toMatchObject({
      code: 'notFound',
      message: expect.stringContaining('还没有打开资料库'),
    });
    await api.library.create({ path: join(folder, '库'), name: '网页库' });
    const events = await api.library.watch({});
    const first = await events.next();
    expect(first.value).toMatchObject({ saving: { state: 'saved' } });
    const { handle } = await api.files.upload({ file: new File(['区政协召开座谈会。\n'], '座谈.txt') });
    const { attachment } = await api.files.keep({ file: { handle } });
    const { file } = await api.files.read({ sha256: attachment.sha256, name: attachment.name });
    expect(Buffer.from(await file.arrayBuffer()).toString()).toBe('区政协召开座谈会。\n');
    const job = await api.import.run({ files: [{ handle }] });
    let steps = 0;
    let step = await job.next();
    for (; !step.done; step = await job.next()) steps += 1;
    expect(steps).toBeGreaterThan(0);
    expect(step.value).toMatchObject({ written: 1 });
    let seen = await events.next();
    while (!seen.done && !seen.value.label) seen = await events.next();
    expect(seen.value).toMatchObject({
      label: expect.stringContaining('导入资料'),
      undoable: { label: expect.stringContaining('导入') },
    });
    await events.return?.();
    await expect(api.import.plan({ files: [{ path: '/etc/passwd' }] })).rejects.toMatchObject({ code: 'denied' });
    await expect(api.files.read({ sha256: '../../etc/passwd' })).rejects.toMatchObject({ code: 'invalid' });
  });
});
