import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';
import { axe, closeBrowser, newPage, problemsOf } from '#test/browser.ts';
import { serveApp } from '#test/demo.ts';
import { fillDirectory } from '#test/directory.ts';

/** The map can be come nearer to by mouse, keyboard and two fingers, and is whole without a script. */
let app: TestApp;
let server: Awaited<ReturnType<typeof serveApp>>;
const pages: Page[] = [];

beforeAll(async () => {
  app = await testApp();
  await fillDirectory(app, 150);
  server = await serveApp(app);
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await app.drop();
});

async function open(path: string, options: Parameters<typeof newPage>[1] = {}): Promise<Page> {
  const page = await newPage(server.url, options);
  pages.push(page);
  await page.goto(path);
  await page.locator('splot-map').scrollIntoViewIfNeeded();
  return page;
}
/** How near the map is: 1 shows all of it. */
const zoom = (page: Page): Promise<number> =>
  page.$eval('splot-map > svg', (svg) => Number(getComputedStyle(svg).getPropertyValue('--zoom') || 1));
const left = (page: Page): Promise<number> =>
  page.$eval('splot-map > svg', (svg) => Number(svg.getAttribute('viewBox')?.split(' ')[0]));
async function middle(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('splot-map > svg').boundingBox();
  if (!box) throw new Error('no map');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
/** Width on the screen of the line and of the first mark that is seen. */
const sizes = (page: Page): Promise<number[]> =>
  page.$eval('splot-map > svg', (svg) => {
    const scale = svg.getBoundingClientRect().width / Number(svg.getAttribute('viewBox')?.split(' ')[2]);
    const line =
      Number.parseFloat(getComputedStyle(svg.querySelector('.m-land path') ?? svg).strokeWidth) * scale;
    const mark = [...svg.querySelectorAll('.m-mark > circle')].find(
      (each) => each.getBoundingClientRect().width > 0,
    );
    return [line, mark?.getBoundingClientRect().width ?? 0];
  });

test('buttons with names, and keys; lines and marks stay as thin and as large as they were', async () => {
  const page = await open('/directory');
  const before = await sizes(page);
  await page.getByRole('button', { name: 'Przybliż mapę' }).click();
  expect(await zoom(page)).toBeCloseTo(1.6);
  expect(await page.locator('splot-map output').textContent()).toBe('Powiększenie mapy: 160%');
  // With reduced motion styles change within a frame, not at once.
  await expect.poll(async () => (await sizes(page))[0]).toBeCloseTo(before[0] ?? 0, 1);
  expect((await sizes(page))[1]).toBeGreaterThanOrEqual(before[1] ?? 0);
  await axe(page, 'figure.map');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  expect(await zoom(page)).toBeCloseTo(1.6 ** 3);
  const at = await left(page);
  await page.keyboard.press('ArrowRight');
  expect(await left(page)).toBeGreaterThan(at);
  await page.keyboard.press('ArrowLeft');
  expect(await left(page)).toBeCloseTo(at);
  await page.keyboard.press('-');
  expect(await zoom(page)).toBeCloseTo(1.6 ** 2);
  await page.getByRole('button', { name: 'Pokaż całą mapę' }).click();
  expect(await zoom(page)).toBe(1);
  // The button is gone; the focus is not.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Przybliż mapę');
  expect(await page.getByRole('button', { name: 'Oddal mapę' }).count()).toBe(0);
});

test('places that shared a mark part when one comes near', async () => {
  const page = await open('/directory?sort=name');
  const near = page.locator('.m-near > .m-mark:visible');
  expect(await page.locator('.m-near').count()).toBeGreaterThan(0);
  expect(await near.count()).toBe(0);
  for (let i = 0; i < 3; i += 1) await page.locator('[value=in]').click();
  expect(await near.count()).toBeGreaterThan(1);
  expect(await page.locator('.m-far:visible').count()).toBe(0);
});

test('the wheel scrolls the page, with Ctrl it comes nearer; a drag moves the map and opens nothing', async () => {
  const page = await open('/territory');
  const { x, y } = await middle(page);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 40);
  expect(await zoom(page)).toBe(1);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await expect.poll(() => zoom(page)).toBeGreaterThan(2);
  const address = page.url();
  const at = await left(page);
  const now = await middle(page);
  await page.mouse.move(now.x, now.y);
  await page.mouse.down();
  await page.mouse.move(now.x + 60, now.y + 10, { steps: 4 });
  await page.mouse.up();
  expect(await left(page)).toBeLessThan(at);
  expect(page.url()).toBe(address);
  // A click that moves nothing opens the county, as without the script.
  await page.mouse.click(now.x, now.y);
  await page.waitForURL(/\/territory\/county\/\d{4}$/);
});

test('whoever walks through the links by keyboard sees the one they are on', async () => {
  const page = await open('/territory');
  for (let i = 0; i < 5; i += 1) await page.locator('[value=in]').click();
  await page.keyboard.press('Shift+Tab');
  const seen = await page.evaluate(() => {
    const link = document.activeElement?.getBoundingClientRect();
    const frame = document.querySelector('splot-map > svg')?.getBoundingClientRect();
    if (!link || !frame) return false;
    const [x, y] = [link.x + link.width / 2, link.y + link.height / 2];
    return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
  });
  expect(seen).toBe(true);
});

test('two fingers on a phone come nearer, and one scrolls the page until then', async () => {
  const page = await open('/directory', { viewport: { width: 390, height: 844 } });
  const touch: CDPSession = await page.context().newCDPSession(page);
  const { x, y } = await middle(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number | null) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        apart === null
          ? []
          : [
              { x: x - apart, y, id: 0 },
              { x: x + apart, y, id: 1 },
            ],
    });
  await send('touchStart', 20);
  for (const apart of [25, 35, 45, 60]) await send('touchMove', apart);
  await send('touchEnd', null);
  expect(await zoom(page)).toBeGreaterThan(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('without a script the map is whole, with its links and no buttons', async () => {
  const page = await open('/directory', { javaScript: false });
  expect(await page.locator('.map-zoom').count()).toBe(0);
  expect(await page.locator('.m-land a').count()).toBeGreaterThan(300);
  expect(await page.locator('.m-near:visible').count()).toBe(0);
});

test('no page had an error of script or policy', () => {
  expect(pages.flatMap((page) => [...problemsOf(page)])).toEqual([]);
});
