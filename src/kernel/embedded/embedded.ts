import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findBinaries } from './binaries.ts';
import { chooseRunner } from './choose-runner.ts';
import { createCluster, inspectCluster, ownCluster } from './cluster.ts';
import { connectable } from './connect.ts';
import { asStartupError, StartupError } from './errors.ts';
import { giveToOwnerOf } from './files.ts';
import { launchServer } from './launch.ts';
import { withLock } from './lock.ts';
import { askToStop, type PidFile, readPidFile, runningServer, stopServer } from './postmaster.ts';
import type { Method } from './runner.ts';
import { ensurePassword, keptPassword, secretsFile } from './secrets.ts';
import type { Tuning } from './settings.ts';
import { type Registration, register } from './users.ts';

export interface EmbeddedServer {
  /** postgres://…, the superuser, to the database `splot`. */
  readonly url: string;
  readonly port: number;
  /** True when another Splot process that still lives uses this server too. */
  readonly attached: boolean;
  /** Leaves the server; whoever leaves last stops it and waits for its end. May be called twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Told what happens, one line each: no output of the server, that is in `postgres.log`. */
  readonly log?: (line: string) => void;
  /** 'test' trades safety of the data for speed. Only counts when this call starts the server. */
  readonly tuning?: Tuning;
  /** For tests: which ways of not being root are tried. */
  readonly methods?: readonly Method[];
}

/**
 * Starts the PostgreSQL that comes with Splot on the cluster in `dir`/postgres, creating it when there is none, or
 * attaches to the server that another Splot process runs there. Listens on 127.0.0.1 only. Signals are the caller's
 * business; a process that ends without `stop()` still asks the server to stop if nobody else uses it, and one
 * that is killed leaves it running for the next. Throws `StartupError`.
 */
export async function startEmbedded(dir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  try {
    const home = openFolder(dir);
    const lock = join(home, 'postgres.lock');
    return await withLock(lock, () => enter(home, lock, options));
  } catch (error) {
    throw asStartupError(error);
  }
}

/** The real path of the folder, made when missing: for nobody else to read, but root's must let another user through. */
function openFolder(dir: string): string {
  const path = resolve(dir);
  const made = mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  if (made !== undefined) giveToOwnerOf(dirname(path), path);
  return realpathSync(path);
}

async function enter(dir: string, lock: string, options: EmbeddedOptions): Promise<EmbeddedServer> {
  // Before looking for the server: whoever leaves now sees us and lets it run.
  const registration = register(join(dir, 'postgres.users'));
  try {
    for (let attempt = 1; attempt <= 3; attempt++) {
      const { server, dataDir } = await runningOrNew(dir, options);
      const url = await connectable(server, dir, dataDir);
      if (url) return handle({ lock, dataDir, server, url, registration });
    }
    throw new StartupError('failed', 'it ended as soon as it had started');
  } catch (error) {
    registration.leave();
    throw error;
  }
}

interface Found {
  readonly server: PidFile;
  readonly dataDir: string;
}

async function runningOrNew(dir: string, options: EmbeddedOptions): Promise<Found> {
  const { log = () => {}, tuning = 'normal', methods } = options;
  const link = join(dir, 'postgres');
  const exists = inspectCluster(link, log);
  if (exists) {
    const dataDir = realpathSync(link);
    const server = await runningServer(dataDir, log);
    if (server) return { server, dataDir };
    if (!keptPassword(dir)) throw new StartupError('secrets_lost', secretsFile(dir));
  }
  const runner = await chooseRunner(dir, findBinaries(), methods);
  if (!exists) {
    log('Creating the database.');
    await createCluster(runner, ensurePassword(dir), tuning);
  }
  const dataDir = realpathSync(link);
  ownCluster(dataDir, runner);
  return { server: await launchServer(runner, dataDir, dir, tuning, log), dataDir };
}

interface Held extends Found {
  readonly lock: string;
  readonly url: string;
  readonly registration: Registration;
}

function handle({ lock, dataDir, server, url, registration }: Held): EmbeddedServer {
  const binaries = findBinaries();
  // Not `server.pid`: after a crash another user of the folder may have started it again.
  const running = () => readPidFile(dataDir)?.pid ?? server.pid;
  const atExit = () => {
    registration.leave();
    if (!registration.others()) askToStop(dataDir, running(), binaries);
  };
  process.once('exit', atExit);
  let stopping: Promise<void> | undefined;
  const leave = async () => {
    process.off('exit', atExit);
    registration.leave();
    if (!registration.others()) await stopServer(dataDir, running(), binaries);
  };
  const stop = () => (existsSync(dirname(lock)) ? withLock(lock, leave) : leave());
  return {
    url,
    port: server.port,
    attached: registration.others(),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
