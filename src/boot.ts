import { createHmac } from 'node:crypto';
import pg from 'pg';
import { createAuth } from './kernel/auth/auth.ts';
import type { Config } from './kernel/config.ts';
import { Database, systemScope } from './kernel/db/database.ts';
import { migrate } from './kernel/db/migrate.ts';
import { startEmbedded } from './kernel/embedded/embedded.ts';
import { openStorage, setFileStore } from './kernel/files/storage.ts';
import { sendMail } from './kernel/mail.ts';
import { stopPdf } from './kernel/pdf/pdf.ts';
import type { Parts } from './parts.ts';
import { loadReferenceData } from './reference.ts';

/** The addresses of a database ready for use: migrated, with its reference data. */
export interface Base {
  readonly adminUrl: string;
  /** For the application: a login that owns nothing and takes a role in each transaction. */
  readonly appUrl: string;
  stop(): Promise<void>;
}

const LOGIN = 'splot_app';

/** A database as it is found: neither migrated nor filled. */
export interface Server {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** The database by DATABASE_URL, or the embedded one in DATA_DIR, started when it does not run. */
export async function openServer(config: Config, log: (line: string) => void): Promise<Server> {
  if (!config.DATABASE_URL) {
    const server = await startEmbedded(config.DATA_DIR, { log });
    return { adminUrl: server.url, stop: () => server.stop() };
  }
  return { adminUrl: config.DATABASE_ADMIN_URL ?? config.DATABASE_URL, stop: async () => {} };
}

/** The same, brought up to date and with a login for the application. Throws what is wrong in words. */
export async function openBase(config: Config, log: (line: string) => void): Promise<Base> {
  const server = await openServer(config, log);
  const { adminUrl } = server;
  try {
    await prepare(adminUrl, log);
    if (config.DATABASE_URL) return { ...server, appUrl: config.DATABASE_URL };
    const password = createHmac('sha256', config.SECRET).update('database login').digest('base64url');
    await ensureLogin(adminUrl, password);
    const url = new URL(adminUrl);
    url.username = LOGIN;
    url.password = password;
    return { ...server, appUrl: url.href };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function prepare(adminUrl: string, log: (line: string) => void): Promise<void> {
  const applied = await migrate(adminUrl);
  if (applied.length > 0) log(`Database brought up to date (${applied.length} steps).`);
  await loadReferenceData(adminUrl);
}

async function ensureLogin(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select from pg_roles where rolname = $1', [LOGIN]);
    const verb = rows.length === 0 ? 'create' : 'alter';
    await client.query(
      `${verb} role ${LOGIN} login noinherit nobypassrls password ${client.escapeLiteral(password)}`,
    );
    await client.query(
      `grant splot_worker, splot_participant, splot_public, splot_system, splot_auth to ${LOGIN}`,
    );
    await client.query(
      `grant connect on database ${client.escapeIdentifier(client.database ?? 'splot')} to ${LOGIN}`,
    );
  } finally {
    await client.end();
  }
}

/** The application's parts on a database; `close` gives the connections back. */
export async function openParts(
  config: Config,
  base: Base,
  clock: () => Date = () => new Date(),
): Promise<Parts & { close(): Promise<void> }> {
  setFileStore({ disk: await openStorage(config) });
  const db = new Database(base.appUrl, { max: config.DATABASE_POOL, named: config.DATABASE_PREPARED });
  const auth = createAuth({
    url: base.appUrl,
    baseUrl: config.APP_URL,
    secret: config.SECRET,
    clock,
    proxies: config.TRUST_PROXY,
    mail: (message) => db.transaction(systemScope(clock(), 'sign-in'), (ctx) => sendMail(ctx, message)),
    oidc:
      config.OIDC_ISSUER && config.OIDC_CLIENT_ID && config.OIDC_CLIENT_SECRET
        ? {
            issuer: config.OIDC_ISSUER,
            clientId: config.OIDC_CLIENT_ID,
            clientSecret: config.OIDC_CLIENT_SECRET,
            name: config.OIDC_NAME,
          }
        : undefined,
  });
  return {
    config,
    db,
    auth,
    clock,
    close: async () => {
      await Promise.all([db.close(), auth.close(), stopPdf()]);
    },
  };
}
