import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { makeEntity } from '#test/factories.ts';

let app: TestApp;
const page = async (slug: string, attrs: string) => {
  await makeDocument(app.adminUrl, { slug, body: `Przed.\n\n::directory{${attrs}}\n\nPo.` });
  const { status, text } = await app.visitor.get(`/news/${slug}`);
  expect(status).toBe(200);
  return text.slice(text.indexOf('<article class="article"'), text.indexOf('</article>'));
};
beforeAll(async () => {
  app = await testApp();
  for (let i = 0; i < 9; i++)
    await makeEntity(app, { name: `Spółdzielnia Socjalna „Próba ${i}”`, shortName: `Próba ${i}` });
  await makeEntity(app, {
    type: 'CIS',
    legalForm: 'stowarzyszenie',
    name: '<b>Centrum</b>',
    shortName: '<b>Centrum</b>',
  });
}, 60_000);
afterAll(() => app.drop());

test('a list in a text has eight lines and a link to all', async () => {
  const text = await page('lista', 'type="SPS"');
  expect([...text.matchAll(/href="\/directory\/[0-9a-f-]{36}"/g)].length).toBe(8);
  expect(text).toContain('href="/directory?type=SPS"');
  expect(text).toContain('9 podmiotów');
});

test('names are text; who is not found and what makes no sense show nothing', async () => {
  const text = await page('centrum', 'type="CIS"');
  expect(text).toContain('&lt;b&gt;Centrum');
  expect(text).toContain('1 podmiot)');
  expect(await page('nikt', 'q="zzzzqqq"')).not.toContain('/directory');
  expect(await page('obce', 'q="\' or 1=1 --" type="<x>" place="%00"')).toContain('Po.');
});
