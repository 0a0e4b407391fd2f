import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0', 'on', 'off'])
    .transform((v) => v === 'true' || v === '1' || v === 'on')
    .default(fallback);

/** Settings come from the environment only. Each is named and explained in the README. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  APP_URL: z.url().optional(),
  DATA_DIR: z.string().default(join(projectRoot, 'data')),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_ADMIN_URL: z.string().startsWith('postgres').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  DATABASE_PREPARED: flag(true),
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  /** How many proxies stand in front; each adds the address it was called from to X-Forwarded-For. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** For the monitoring; without it /metrics answers the same machine only. */
  METRICS_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
  /** Encrypts what `splot backup` writes and opens it again. */
  BACKUP_PASSPHRASE: z.string().min(12, 'at least 12 characters').optional(),
  DEMO: flag(true),
  SECRET: z.string().min(32, 'at least 32 characters').optional(),
  /** Those in use before it, divided by commas: seals of the access record made with them still hold. */
  SECRETS_BEFORE: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((secret) => secret !== '')),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  /** The mailbox of the advice desks: `imaps://login:password@server/INBOX`; letters are not read without it. */
  ADVICE_IMAP_URL: z.url({ protocol: /^imaps?$/ }).optional(),
  MAIL_FROM: z.string().default('Splot <splot@localhost>'),
  STORAGE: z.enum(['disk', 's3']).default('disk'),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default('auto'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('OIDC'),
  /** Online registers for the public base; each is off without them. */
  KRS_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  BIR1_URL: z.url({ protocol: /^https?$/ }).optional(),
  BIR1_KEY: z.string().optional(),
  OWNER_NAME: z.string().default('Podmiot prowadzący Splot'),
  OWNER_EMAIL: z.email().default('dostepnosc@example.org'),
  OWNER_PHONE: z.string().default('+48 600 000 000'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Config = Readonly<
  Omit<z.infer<typeof environment>, 'SECRET'> & { SECRET: string; APP_URL: string }
>;

/**
 * Whether anybody signed in may read the letters that were not sent. Only in a demonstration, whose people are invented:
 * the letters carry invitations and links that open accounts.
 */
export const outboxOpen = (c: Pick<Config, 'SMTP_URL' | 'DEMO' | 'NODE_ENV'>): boolean =>
  c.SMTP_URL === undefined && c.DEMO && c.NODE_ENV !== 'production';

export class ConfigError extends Error {}

/**
 * Reads and checks the settings; an unset one takes its default. Throws `ConfigError` that names each wrong setting.
 * Without SECRET one is made once and kept in DATA_DIR, so that a laptop needs no setting at all.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(known);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`);
    throw new ConfigError(`These settings are wrong:\n${lines.join('\n')}\nThe README lists every setting.`);
  }
  const c = parsed.data;
  const dataDir = resolve(c.DATA_DIR);
  if (c.STORAGE === 's3' && !(c.S3_BUCKET && c.S3_ACCESS_KEY_ID && c.S3_SECRET_ACCESS_KEY)) {
    throw new ConfigError('STORAGE=s3 needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.');
  }
  if (c.OIDC_ISSUER && !(c.OIDC_CLIENT_ID && c.OIDC_CLIENT_SECRET)) {
    throw new ConfigError('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.');
  }
  return {
    ...c,
    DATA_DIR: dataDir,
    SECRET: c.SECRET ?? keptSecret(dataDir),
    APP_URL: (c.APP_URL ?? `http://localhost:${c.PORT}`).replace(/\/$/, ''),
  };
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return secret;
}
