import { afterAll, beforeAll, expect, test } from 'vitest';
import { moduleRoutes } from '#app';
import { type TestApp, testApp } from './app.ts';

type Json = Record<string, unknown>;
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: Json }[];
  readonly security: readonly Json[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Json } } };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: Json }>> }>
  >;
}

let app: TestApp;
let document: Json;
beforeAll(async () => {
  app = await testApp();
  const answer = await app.visitor.get('/api/openapi.json');
  expect(answer.status).toBe(200);
  document = JSON.parse(answer.text) as Json;
});
afterAll(() => app.drop());

const operations = (): [string, string, Operation][] =>
  Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      path,
      method,
      operation,
    ]),
  );

/** Every value of the document, whatever it hangs on. */
function* walk(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const each of Object.values(value)) yield* walk(each);
}

test('the document lists every call of the interface', () => {
  const listed = operations().map(([path, method]) => `${method.toUpperCase()} ${path}`);
  const served = moduleRoutes(app.parts)
    .filter((route) => route.kind === 'api')
    .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
  expect(listed.sort()).toEqual(served.sort());
  expect(served.length).toBeGreaterThan(80);
});

test('each call has a summary, a name of its own, and declares the parameters of its address', () => {
  const names = operations().map(([, , operation]) => operation.operationId);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  for (const [path, method, { summary, parameters, security }] of operations()) {
    const at = `${method} ${path}`;
    expect(summary, at).toBeTruthy();
    const declared = parameters.filter((p) => p.in === 'path').map((p) => p.name);
    expect(declared.sort(), at).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort());
    expect(
      parameters.every((p) => p.in !== 'path' || p.required),
      at,
    ).toBe(true);
    expect(Array.isArray(security), at).toBe(true);
  }
});

test('every reference resolves, every schema is one, and every body refuses what it does not know', () => {
  const at = (pointer: string): unknown =>
    pointer
      .slice(2)
      .split('/')
      .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], document);
  for (const each of walk(document)) {
    if (typeof each.$ref === 'string') expect(at(each.$ref), each.$ref).toBeDefined();
    if (Array.isArray(each.required) && each.properties)
      for (const name of each.required) expect(Object.keys(each.properties as Json)).toContain(name);
  }
  const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
  for (const [path, method, { requestBody, responses, parameters }] of operations()) {
    const where = `${method} ${path}`;
    const body = requestBody?.content['application/json'].schema;
    if (body) expect(body.additionalProperties, where).toBe(false);
    const done = responses['200'] ?? responses['201'];
    expect(done?.content?.['application/json']?.schema, where).toBeDefined();
    for (const schema of walk([body, done?.content, parameters.map((p) => p.schema)]))
      if (typeof schema.type === 'string') expect(types, where).toContain(schema.type);
  }
});

test('a call that needs a scope says which', () => {
  for (const route of moduleRoutes(app.parts).filter((r) => r.kind === 'api' && r.permission !== 'public')) {
    const found = operations().find(
      ([path, method]) =>
        method.toUpperCase() === route.method && path === route.path.replace(/:(\w+)/g, '{$1}'),
    );
    expect(found?.[2].security, route.path).toEqual([{ token: route.scope ? [route.scope] : [] }]);
  }
});

test('open data may be read from any page, everything else only with a token', async () => {
  const open = await app.visitor.get('/api/v1/territory/counties');
  expect(open.headers.get('access-control-allow-origin')).toBe('*');
  const closed = await app.visitor.get('/api/v1/cases');
  expect(closed.headers.get('access-control-allow-origin')).toBeNull();
  expect(closed.headers.get('ratelimit')).toBeTruthy();
});
