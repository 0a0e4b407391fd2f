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

/** The database by DATABASE_URL, or the embedded one in DATA_DIR; brought up to date. Throws what is wrong in words. */
export async function openBase(config: Config, log: (line: string) => void): Promise<Base> {
  if (config.DATABASE_URL) {
    const adminUrl = config.DATABASE_ADMIN_URL ?? config.DATABASE_URL;
    await prepare(adminUrl, log);
    return { adminUrl, appUrl: config.DATABASE_URL, stop: async () => {} };
  }
  const server = await startEmbedded(config.DATA_DIR, { log });
  try {
    await prepare(server.url, log);
    const password = createHmac('sha256', config.SECRET).update('database login').digest('base64url');
    await ensureLogin(server.url, password);
    const url = new URL(server.url);
    url.username = LOGIN;
    url.password = password;
    return { adminUrl: server.url, appUrl: url.href, stop: () => server.stop() };
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
