import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { APP_SCHEME, CONNECT } from '../../shared/api/desktop.ts';

/**
 * How the page reaches the office process.
 *
 * Desktop (`app://`): the page makes a MessageChannel, keeps one end and posts the other to its own window with
 * `CONNECT`; the preload relays the port to the main process, which hands it to the office process.
 * A port that closes (the office process was restarted) is replaced by a new one at the next call.
 * Web door: HTTP to `/rpc` of the same origin; the one-time token stands in an HttpOnly cookie.
 */
export const isDesktop = window.location.protocol === `${APP_SCHEME}:`;

type Link = ClientLink<ClientContext>;

function openPort(onClose: () => void): Link {
  const channel = new MessageChannel();
  channel.port1.addEventListener('close', onClose);
  const link = new PortLink({ port: channel.port1 });
  channel.port1.start();
  window.postMessage(CONNECT, window.location.origin, [channel.port2]);
  return link;
}

let current: Link | undefined;

/** Drops the present port: the office process was restarted and the next call must go to the new one. */
export function reconnect(): void {
  current = undefined;
}

/** One link for the life of the page; below it the transport may come and go. */
export function connect(): Link {
  if (!isDesktop) return new FetchLink({ url: `${window.location.origin}/rpc` });
  return {
    call: (path, input, options) => {
      if (!current) {
        const opened = openPort(() => {
          if (current === opened) current = undefined;
        });
        current = opened;
      }
      return current.call(path, input, options);
    },
  };
}
