import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desktop, launch, scratch } from './desktop.ts';

const folder = scratch();
const userData = join(folder.path, 'user');
let desktop: Desktop;
let outside: Server;
let outsideAddress: string;
const visits: string[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('ok');
  });
  await new Promise<void>((done) => outside.listen(0, '127.0.0.1', done));
  outsideAddress = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  desktop = await launch({ userData });
  await desktop.page.waitForSelector('#root > *');
});

afterAll(async () => {
  await desktop?.close();
  outside?.closeAllConnections();
  outside?.close();
  folder.remove();
});

/** Listens in the page before anything is triggered; gives back a question for what was heard. */
async function listenFor(kind: string): Promise<() => Promise<unknown>> {
  await desktop.page.evaluate((wanted) => {
    const world = window as unknown as { heard?: unknown };
    world.heard = undefined;
    window.addEventListener('message', (event) => {
      if (event.data?.antou === wanted) world.heard = event.data;
    });
  }, kind);
  return () => desktop.page.evaluate(() => (window as unknown as { heard?: unknown }).heard);
}

describe('窗口与沙箱', () => {
  test('窗口打开，页面从 app:// 来，标题与尺寸对', async () => {
    expect(desktop.page.url()).toMatch(/^app:\/\/antou\/index\.html/);
    const window = await desktop.app.evaluate(({ BrowserWindow, app }) => {
      const [first] = BrowserWindow.getAllWindows();
      return {
        title: first?.getTitle(),
        minimum: first?.getMinimumSize(),
        visible: first?.isVisible(),
        windows: BrowserWindow.getAllWindows().length,
        userData: app.getPath('userData'),
      };
    });
    expect(window).toMatchObject({ minimum: [1024, 640], visible: true, windows: 1, userData });
    expect(window.title).toContain('政协案头');
  });

  test('页面在沙箱里，上下文隔离，没有 Node', async () => {
    const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
    const seen = await desktop.page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      return ['require', 'process', 'Buffer', 'module', 'ipcRenderer', 'electron', 'global'].filter(
        (name) => name in world,
      );
    });
    expect(seen).toEqual([]);
  });

  test('资料服务在自己的进程里（utilityProcess）', async () => {
    const services = await desktop.app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ type, serviceName }) => type === 'Utility' && serviceName === 'node.mojom.NodeService')
        .map(({ name }) => name),
    );
    expect(services).toEqual(['政协案头资料服务']);
  });

  test('菜单是中文的，选“资料库设置”会传到页面', async () => {
    const labels = await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    expect(labels).toEqual(['文件(&F)', '编辑(&E)', '视图(&V)', '帮助(&H)']);
    const heard = await listenFor('menu');
    await desktop.app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items[0]?.submenu?.items;
      file?.find(({ label }) => label === '资料库设置')?.click();
    });
    await expect.poll(heard).toEqual({ antou: 'menu', action: 'settings' });
  });
});

describe('app:// 只给页面自己的文件', () => {
  const status = (address: string) =>
    desktop.page.evaluate(
      (url) =>
        fetch(url).then(
          (response) => response.status,
          () => 0,
        ),
      address,
    );

  test.each([
    'app://antou/../electron/main.js',
    'app://antou/%2e%2e/electron/main.js',
    'app://antou/..%2felectron%2fmain.js',
    'app://antou/..%5celectron%5cmain.js',
    'app://antou/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://antou/assets/..%2f..%2f..%2fpackage.json',
    'app://antou//etc/passwd',
    'app://antou/%00',
    'app://antou/%E0%A4%A',
    'app://antou/nothing-here.js',
  ])('%s → 404', async (address) => {
    expect(await status(address)).toBe(404);
  });

  test('别的主机名拿不到东西，页面自己的文件带着安全策略', async () => {
    expect([0, 404]).toContain(await status('app://other/index.html'));
    const own = await desktop.page.evaluate(() =>
      fetch('app://antou/index.html').then((response) => [
        response.status,
        response.headers.get('content-security-policy'),
        response.headers.get('x-content-type-options'),
      ]),
    );
    expect(own[0]).toBe(200);
    expect(own[1]).toMatch(/default-src 'none'; script-src 'self';/);
    expect(own[2]).toBe('nosniff');
  });
});

describe('出不了门', () => {
  test('打不开新窗口，去不了别处', async () => {
    const before = desktop.page.url();
    expect(await desktop.page.evaluate((url) => String(window.open(url)), outsideAddress)).toBe('null');
    await desktop.page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
      window.location.href = url;
    }, outsideAddress);
    await desktop.page.waitForTimeout(500);
    await desktop.page.evaluate(() => {
      window.location.href = 'file:///etc/passwd';
    });
    await desktop.page.waitForTimeout(300);
    expect(desktop.page.url()).toBe(before);
    expect(desktop.app.windows()).toHaveLength(1);
  });

  test('权限一概不给，只许写剪贴板', async () => {
    const answers = await desktop.page.evaluate(async () => {
      const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
      return {
        geolocation: await state('geolocation'),
        camera: await state('camera'),
        microphone: await state('microphone'),
        notifications: await Notification.requestPermission(),
        clipboard: await navigator.clipboard.writeText('提案').then(
          () => 'written',
          (error: Error) => error.name,
        ),
      };
    });
    expect(answers).toMatchObject({
      geolocation: 'denied',
      camera: 'denied',
      microphone: 'denied',
      notifications: 'denied',
      clipboard: 'written',
    });
  });

  test('页面用什么办法都访问不到外面', async () => {
    await desktop.page.evaluate(async (url) => {
      await fetch(`${url}/fetch`).catch(() => undefined);
      navigator.sendBeacon(`${url}/beacon`, 'x');
      const parts: [string, Record<string, string>][] = [
        ['img', { src: `${url}/img` }],
        ['script', { src: `${url}/script` }],
        ['link', { rel: 'stylesheet', href: `${url}/css` }],
        ['iframe', { src: `${url}/iframe` }],
        ['video', { src: `${url}/video` }],
        ['object', { data: `${url}/object` }],
        ['link', { rel: 'prefetch', href: `${url}/prefetch` }],
      ];
      for (const [tag, attributes] of parts) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.body.append(element);
        setTimeout(() => element.remove(), 600);
      }
      try {
        new WebSocket(url.replace('http', 'ws')).onerror = () => undefined;
      } catch {
        // refused at once
      }
      await new Promise((done) => setTimeout(done, 800));
    }, outsideAddress);
    expect(visits).toEqual([]);
  });

  test('就算安全策略失效，外壳也会拦下请求', async () => {
    const refused = await desktop.app.evaluate(async ({ session }, url) => {
      try {
        return (await session.defaultSession.fetch(`${url}/main`)).status;
      } catch (error) {
        return String(error);
      }
    }, outsideAddress);
    expect(refused).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(visits).toEqual([]);
  });
});

describe('只开一份', () => {
  test('第二次启动马上退出，第一份的窗口到前面来', async () => {
    await desktop.app.evaluate(({ app }) => {
      app.once('second-instance', () => {
        (globalThis as unknown as { called?: boolean }).called = true;
      });
    });
    const electron = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? resolve('node_modules/electron/dist'), 'electron');
    const second = spawn(
      electron,
      ['-r', resolve('dist/electron/early.cjs'), '.', '--no-sandbox', `--user-data-dir=${userData}`],
      { stdio: 'ignore' },
    );
    const code = await new Promise((done) => second.on('exit', done));
    expect(code).toBe(0);
    expect(await desktop.app.evaluate(() => (globalThis as unknown as { called?: boolean }).called)).toBe(true);
    expect(desktop.app.windows()).toHaveLength(1);
  });
});

describe('资料服务死了', () => {
  test('外壳马上换上新的，页面接着能用', async () => {
    const pid = () =>
      desktop.app.evaluate(
        ({ app }) => app.getAppMetrics().find(({ serviceName }) => serviceName === 'node.mojom.NodeService')?.pid,
      );
    const before = await pid();
    expect(before).toBeTypeOf('number');
    const told = await listenFor('office-restarted');
    process.kill(before as number, 'SIGKILL');
    await expect.poll(told).toEqual({ antou: 'office-restarted' });
    await expect.poll(pid).not.toBe(before);
    expect(await pid()).toBeTypeOf('number');
    expect(desktop.stderr()).toContain('资料服务意外停止');
  });
});
