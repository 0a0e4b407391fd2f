import type { Child } from 'hono/jsx';
import { expect, test } from 'vitest';
import { inventedLand, inventedPlaces } from '../gallery/map.ts';
import { type View, ViewProvider } from '../view.tsx';
import { CountyMap } from './county-map.tsx';

const view: View = {
  lang: 'pl',
  path: '/',
  now: new Date('2026-03-04T09:00:00Z'),
  actor: null,
  waitingCount: null,
  prefs: { size: 'a', contrast: 'auto' },
  nav: [],
  demo: false,
};
const render = async (child: Child): Promise<string> =>
  String(await (<ViewProvider view={view}>{child}</ViewProvider>).toString());
const count = (html: string, part: string) => html.split(part).length - 1;

test('with values: links with names and values, shades, legend and table with the same numbers', async () => {
  const values = new Map([
    ['0', 0],
    ['1', 1234.5],
    ['2', 7],
  ]);
  const html = await render(
    <CountyMap
      drawing={inventedLand}
      label="Ile"
      values={values}
      unit="CIS"
      href={(code) => `/c/${code}`}
      current="2"
      id="x"
    />,
  );
  expect(html).toContain(
    '<a href="/c/1"><title>Powiat 2: 1 234,5\u00a0CIS</title>'.replace('1 2', '1\u00a02'),
  );
  expect(html).toContain('<a href="/c/5"><title>Powiat 6: brak danych</title>');
  expect(html).toContain('<a href="/c/2" aria-current="true">');
  expect(count(html, 'fill="url(#x-5)"')).toBe(2);
  expect(html).toContain('21 powiatów');
  expect(count(html, 'href="/c/1"')).toBe(2);
  expect(html).toContain('href="#x-end"');
  expect(html.indexOf('Powiat 2</a></th>')).toBeLessThan(html.indexOf('Powiat 3</a></th>'));
});

test('without links it is one picture with a name, without values it has no legend', async () => {
  const html = await render(<CountyMap drawing={inventedLand} label="Kraj" names />);
  expect(html).toContain('role="img" aria-label="Kraj"');
  expect(html).not.toContain('<a ');
  expect(html).not.toContain('<table');
  expect(count(html, '<title>')).toBe(24);
});

test('places: one is a link, several share a mark with their number', async () => {
  const html = await render(
    <CountyMap
      drawing={inventedLand}
      label="Miejsca"
      points={[...inventedPlaces, { lon: 0, lat: 0, label: 'daleko' }]}
      clusterHref={(points) => `/near?n=${points.length}`}
    />,
  );
  const marks = (part: string) =>
    [...part.matchAll(/\/near\?n=(\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0) +
    count(part, 'href="#map"');
  // Seen from afar, and the same places again when near.
  const near = html.replaceAll(/<g class="m-far">.*?<\/g>/gs, '');
  const far = html.replaceAll(/<g class="m-near">.*?<\/a><\/g>/gs, '');
  expect(count(far, 'm-near') + count(near, 'm-far')).toBe(0);
  expect([marks(far), marks(near)]).toEqual([30, 30]);
  expect(count(near, 'href="#map"')).toBeGreaterThan(count(far, 'href="#map"'));
  expect(html).toMatch(/<title>\d+ miejsc[ae]?<\/title>/);
  expect(html).not.toContain('daleko');
});
