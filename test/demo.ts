import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { loadDemo } from '../src/demo/demo.ts';
import { emailOf, WORKERS } from '../src/demo/workers.ts';
import { type Browser, type TestApp, testApp } from './app.ts';

/** A working Wednesday morning on which the demonstration is played in tests. */
export const DEMO_NOW = new Date('2026-11-18T09:00:00Z');

export interface DemoApp extends TestApp {
  /** Signed in as a worker of the demonstration by key, see `src/demo/workers.ts`. */
  worker(key: string): Promise<Browser>;
}

/** The application with the demonstration county and its first `cases` cases; 28 of them reach every state. */
export async function demoApp(cases = 28): Promise<DemoApp> {
  const app = await testApp(DEMO_NOW);
  await loadDemo(app, app.parts, () => {}, cases);
  return {
    ...app,
    worker: async (key) => {
      const w = WORKERS.find((each) => each.key === key);
      const account = w && (await app.auth.accountByEmail(emailOf(w)));
      if (!account) throw new Error(`no demonstration worker ${key}`);
      return app.as(account.id);
    },
  };
}

/** Serves the application on a free port, for the browser. */
export async function serveApp(
  app: TestApp,
  port = 0,
): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const at = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${at}`,
    port: at,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
