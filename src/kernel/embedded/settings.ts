import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StartupError } from './errors.ts';

export type Tuning = 'normal' | 'test';

/** The file of our settings in the cluster. It is written at each start; `alter system` goes elsewhere and wins. */
export const SETTINGS = 'splot.conf';

const common = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  password_encryption: "'scram-sha-256'",
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  cluster_name: "'splot'",
  jit: 'off',
  // Personal data never reach the log: errors of statements quote values, so they go to the application alone.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
} as const;

const tunings: Record<Tuning, Record<string, string>> = {
  normal: {
    max_connections: '200',
    shared_buffers: "'256MB'",
    effective_cache_size: "'1GB'",
    work_mem: "'8MB'",
    maintenance_work_mem: "'128MB'",
    random_page_cost: '1.1',
    wal_compression: 'on',
    max_wal_size: "'1GB'",
  },
  test: {
    max_connections: '100',
    shared_buffers: "'64MB'",
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    io_method: 'sync',
    max_wal_size: "'1GB'",
  },
};

/** The text of the settings file. */
export function settingsText(port: number, tuning: Tuning): string {
  const lines = Object.entries({ port: String(port), ...common, ...tunings[tuning] }).map(
    ([k, v]) => `${k} = ${v}`,
  );
  return `# Written by Splot at each start. Your own settings: "alter system set …".\n${lines.join('\n')}\n`;
}

/** The port the cluster had before, when it is free, or another free one. Throws `StartupError` 'port'. */
export async function choosePort(dataDir: string): Promise<number> {
  const file = join(dataDir, SETTINGS);
  const before = existsSync(file) ? Number(/^port = (\d+)$/m.exec(readFileSync(file, 'utf8'))?.[1]) : 0;
  if (before > 0 && (await isFree(before))) return before;
  for (let attempt = 0; attempt < 50; attempt++) {
    // Below the range from which systems take ports for outgoing connections, so that it stays free.
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new StartupError('port', 'tried 50 between 20000 and 32000');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
