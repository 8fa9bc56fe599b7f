import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const COOKIE = 'antou';

/**
 * Who may speak to door 2. Other programs and web pages on this machine can reach a loopback port, so: the Host must be
 * ours (no DNS rebinding), the caller must carry the cookie that only the one-time address hands out, and a request
 * that a browser made for another site is refused.
 */
export class Access {
  readonly #cookie = randomBytes(32).toString('base64url');
  #token: string | undefined;
  readonly #hosts: ReadonlySet<string>;

  constructor(token: string, port: number) {
    this.#token = token;
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  }

  rightHost(request: IncomingMessage): boolean {
    return this.#hosts.has(request.headers.host ?? '');
  }

  /** The Set-Cookie header for the first visit with the right token; the token is spent by it. */
  redeem(token: string | null): string | undefined {
    if (!token || !this.#token || !same(token, this.#token)) return undefined;
    this.#token = undefined;
    return `${COOKIE}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  known(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
    return cookies.some(
      (cookie) => cookie.startsWith(`${COOKIE}=`) && same(cookie.slice(COOKIE.length + 1), this.#cookie),
    );
  }

  /** Calls come from our own page only, and never as a plain form. */
  ownPage(request: IncomingMessage): boolean {
    const origin = request.headers.origin;
    if (origin && !this.#hosts.has(origin.replace(/^http:\/\//, ''))) return false;
    const site = request.headers['sec-fetch-site'];
    if (site && site !== 'same-origin' && site !== 'none') return false;
    const type = request.headers['content-type'] ?? '';
    if (type.startsWith('application/json')) return true;
    // A file goes up as multipart; browsers let foreign forms send that too, but never with a same-origin mark.
    return type.startsWith('multipart/form-data') && site === 'same-origin';
  }
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
