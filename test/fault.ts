import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '#kernel/config.ts';

/** A server of our own in another process, which a test may kill. */
export interface Victim {
  readonly pid: number;
  /** What it printed so far, for the message of a test that fails. */
  output(): string;
  /** As the machine does it when the power goes: nothing is asked, nothing is tidied. */
  kill(): Promise<void>;
}

export type Env = Readonly<Record<string, string>>;

/** Starts a command of Splot in another process. */
export function launch(env: Env, ...args: readonly string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  return { child, output: () => lines.join('') };
}

/** Serves on the port of `env.PORT` and answers once it is ready. Throws what it printed when it ends before. */
export async function serveVictim(env: Env): Promise<Victim> {
  const { child, output } = launch(env, 'serve');
  const ended = once(child, 'exit');
  const address = `http://127.0.0.1:${env.PORT}/readyz`;
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`);
    if (
      await fetch(address).then(
        (r) => r.ok,
        () => false,
      )
    ) {
      return {
        pid: child.pid ?? 0,
        output,
        kill: async () => {
          child.kill('SIGKILL');
          await ended;
        },
      };
    }
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not answer in a minute:\n${output()}`);
}

/** Runs a command to its end. */
export async function command(
  env: Env,
  ...args: readonly string[]
): Promise<{ code: number; output: string }> {
  const { child, output } = launch(env, ...args);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code: code ?? -1, output: output() };
}

/** A port that nobody holds now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
