/**
 * The service worker of the door of one event; no other page has one. Asks the network first and shows the kept list
 * when there is none. When the server says that the list is not for this person any more, it goes from the device.
 */
import { forgetDoors, keptFile, keptPage } from './door-cache.ts';

/** What TypeScript knows only in a program of workers. */
interface Lasting extends Event {
  waitUntil(what: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker extends EventTarget {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

/** A network that does not answer for so long is none. */
const PATIENCE_MS = 4000;
const worker = globalThis as unknown as Worker;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => (event as Lasting).waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const fetching = event as Fetching;
  const { request } = fetching;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/assets/')) fetching.respondWith(file(request));
  else if (request.mode === 'navigate' && url.pathname.endsWith('/door'))
    fetching.respondWith(door(fetching, url));
});

const file = async (request: Request): Promise<Response> => (await keptFile(request)) ?? fetch(request);

async function door(event: Fetching, url: URL): Promise<Response> {
  const kept = await keptPage(url);
  if (!kept) return fetch(event.request);
  const answer = fetch(event.request).then(async (response) => {
    const refused = response.type === 'opaqueredirect' || [401, 403, 404].includes(response.status);
    if (refused) await forgetDoors((path) => path === url.pathname);
    // The server behind the proxy is gone. (503 is what a page fetched ahead of a click is answered with.)
    return [502, 504].includes(response.status) ? kept : response;
  });
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  event.waitUntil(answer.catch(() => undefined));
  return Promise.race([answer, late]).catch(() => kept);
}
