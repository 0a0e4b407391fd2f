/**
 * What this device keeps of the doors of events: for each date one page, put by the page of the door itself, with the
 * time after which it may no longer be shown. Used by pages and by the worker of the door alike.
 */
const NAME = 'splot-door';
const UNTIL = 'x-kept-until';

const untilOf = (response: Response | undefined): number => Date.parse(response?.headers.get(UNTIL) ?? '');

/**
 * Puts the list of a door there with the files its page needs, in place of the list of before, and sets the worker that
 * opens it without a network. False where the server does not allow it (it names no time) or the browser cannot.
 */
export async function keepDoor(door: DOMStringMap): Promise<boolean> {
  const { keep, until, scope, worker, date } = door;
  if (!keep || !until || !scope || !worker || !('serviceWorker' in navigator)) return false;
  await navigator.serviceWorker.register(worker, { scope });
  const page = await fetch(keep);
  if (!page.ok || page.redirected) return false;
  const html = await page.text();
  const head = new DOMParser().parseFromString(html, 'text/html').head;
  const files = [...head.querySelectorAll('[href^="/assets/"], [src^="/assets/"]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  );
  const headers = new Headers(page.headers);
  headers.set(UNTIL, until);
  const cache = await caches.open(NAME);
  await cache.put(`${scope}?date=${date}`, new Response(html, { headers }));
  await cache.addAll(files);
  return true;
}

/** A style sheet, a script or a font that a kept page needs. */
export const keptFile = (request: Request): Promise<Response | undefined> =>
  caches.match(request, { cacheName: NAME });

/** The page of this door for the date in the address; without a date the one that ends first. */
export async function keptPage(url: URL): Promise<Response | undefined> {
  await forgetDoors((_, until) => until <= Date.now());
  const date = url.searchParams.get('date');
  const cache = await caches.open(NAME);
  const pages = date
    ? [await cache.match(`${url.pathname}?date=${date}`)]
    : await cache.matchAll(url.pathname, { ignoreSearch: true });
  return pages.filter((page) => page !== undefined).sort((a, b) => untilOf(a) - untilOf(b))[0];
}

/** Removes the pages of which `gone` says so, and everything when no page remains. */
export async function forgetDoors(gone: (path: string, until: number) => boolean): Promise<void> {
  if (!(await caches.has(NAME))) return;
  const cache = await caches.open(NAME);
  let left = 0;
  for (const request of await cache.keys()) {
    const until = untilOf(await cache.match(request));
    if (Number.isNaN(until)) continue;
    if (gone(new URL(request.url).pathname, until)) await cache.delete(request);
    else left += 1;
  }
  if (left === 0) await caches.delete(NAME);
}

/** On every page: lists past their time go; where one signs in, all go, because the session they belonged to is over. */
export async function watchDoors(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const over = location.pathname.startsWith('/sign-in');
  await forgetDoors((_, until) => over || until <= Date.now());
  if (!over) return;
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}
