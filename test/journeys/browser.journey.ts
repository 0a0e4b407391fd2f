import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, closeBrowser, newPage, problemsOf } from '#test/browser.ts';

const pages: Record<string, string> = {
  '/good':
    '<!doctype html><html lang="pl"><title>Próba</title><main><h1>Zażółć gęślą jaźń</h1><p>Treść</p></main>',
  '/bad': '<!doctype html><html lang="pl"><title>Próba</title><main><h1>Obraz</h1><img src="/x.png"></main>',
  '/inline':
    '<!doctype html><html lang="pl"><title>Próba</title><main><h1>Skrypt</h1></main><script>1</script>',
};
const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', "default-src 'self'");
  response.end(pages[request.url ?? ''] ?? '');
});
let address: string;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await closeBrowser();
  server.close();
});

test('the packaged browser opens a page, and a page without faults passes', async () => {
  const page = await newPage(address, { lang: 'en' });
  await page.goto('/good');
  expect(await page.textContent('h1')).toBe('Zażółć gęślą jaźń');
  expect(await page.evaluate(() => navigator.language)).toBe('en-GB');
  await axe(page);
  expect(problemsOf(page)).toEqual([]);
});

test('an image without a text is reported under a strict content security policy', async () => {
  const page = await newPage(address);
  await page.goto('/bad');
  await expect(axe(page)).rejects.toThrow(/image-alt.*\n.*<img src="\/x.png">/);
});

test('a script that the policy forbids is a problem', async () => {
  const page = await newPage(address);
  await page.goto('/inline');
  expect(problemsOf(page).join()).toContain('Content Security Policy');
});
