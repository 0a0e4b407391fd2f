import { type Base, openBase, openParts, openServer, type Server } from './boot.ts';
import { appointAdmin } from './cli/admin.ts';
import { backup } from './cli/backup.ts';
import { importFile } from './cli/import.ts';
import { restore } from './cli/restore.ts';
import { createToken } from './cli/token.ts';
import { demoAccounts, isEmpty, loadDemo, resetDemo } from './demo/demo.ts';
import { verifyAudit } from './kernel/audit/verify.ts';
import { type Config, ConfigError, readConfig } from './kernel/config.ts';
import { systemScope } from './kernel/db/database.ts';
import { StartupError } from './kernel/embedded/errors.ts';
import type { Parts } from './parts.ts';
import { StartProblem, serve } from './server.ts';

/** What a command receives: the settings and its own arguments. It answers the exit code; nothing means 0. */
type Command = (config: Config, args: readonly string[]) => Promise<number | undefined>;

const COMMANDS: Readonly<Record<string, { readonly help: string; readonly run: Command }>> = {
  serve: { help: 'start the system (npm start does this)', run: start },
  migrate: {
    help: 'bring the database up to date',
    run: (config) => onBase(config, async () => say('The database is up to date.')),
  },
  demo: { help: 'demo reset: empty the database and load the demonstration county anew', run: demo },
  import: {
    help: 'import referrals|directory|territory|boundaries FILE: a list of people, a register of entities, TERC, boundaries',
    run: (config, args) => onParts(config, (parts, base) => importFile(parts, base, args), console.error),
  },
  admin: {
    help: 'admin EMAIL …: appoint the administrator of the system, the way into an empty one',
    run: (config, args) => onParts(config, (parts, base) => appointAdmin(parts, base, args), console.error),
  },
  token: {
    help: 'token create EMAIL --scopes …: a personal token for the JSON interface',
    run: (config, args) => onParts(config, (parts) => createToken(parts, args), console.error),
  },
  backup: {
    help: 'backup FILE: the database and the stored files in one archive',
    run: (config, args) => onServer(config, (server) => backup(config, server, args)),
  },
  restore: {
    help: 'restore FILE: bring an archive back into an empty database',
    run: (config, args) => onServer(config, (server) => restore(config, server, args)),
  },
  verify: {
    help: 'verify [SEAL HASH]: prove that the access record is whole, and goes on from a seal noted earlier',
    run: verify,
  },
};

async function start(config: Config): Promise<undefined> {
  await serve(config, async (base) => {
    if (config.DEMO && (await isEmpty(base))) {
      say('Loading the demonstration county.');
      const parts = await openParts(config, base);
      await loadDemo(base, parts, (done, of) => {
        if (done % 20 === 0) say(`  ${done} of ${of} cases`);
      });
      await parts.close();
    }
    say(`\nSplot answers at ${config.APP_URL}`);
    if (config.DEMO) say(demoAccounts());
    say('Stop it with Ctrl+C.');
  });
}

async function demo(config: Config, [verb]: readonly string[]): Promise<number | undefined> {
  if (verb !== 'reset') {
    console.error('splot demo reset');
    return 2;
  }
  return onBase(config, async (base) => {
    await resetDemo(base);
    const parts = await openParts(config, base);
    await loadDemo(base, parts);
    await parts.close();
    say(demoAccounts());
    return undefined;
  });
}

function verify(config: Config, [seal, hash]: readonly string[]): Promise<number> {
  const anchor = seal && hash ? { anchor: { seal: Number(seal), hash } } : {};
  return onParts(config, async (parts) => {
    const report = await parts.db.transaction(systemScope(parts.clock(), 'verify'), (ctx) =>
      verifyAudit(ctx, { secrets: [config.SECRET, ...config.SECRETS_BEFORE], ...anchor }),
    );
    if (report.ok) {
      say(
        `The access record is whole: ${report.entries} entries in ${report.seals} seals, ${report.unsealed} not sealed yet.`,
      );
      if (report.head) say(`Newest seal, to note elsewhere: ${report.head.seal} ${report.head.hash}`);
      return 0;
    }
    console.error(
      `The access record is damaged: ${JSON.stringify(report.broken ?? 'the noted seal is not in it')}`,
    );
    return 1;
  });
}

/** Runs on the database as it is found: a backup before an upgrade is of what was before it. */
async function onServer<T>(config: Config, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await openServer(config, say);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** Runs on the database of this installation, whether or not the server is running. */
async function onBase<T>(
  config: Config,
  work: (base: Base) => Promise<T>,
  tell: (line: string) => void = say,
): Promise<T> {
  const base = await openBase(config, tell);
  try {
    return await work(base);
  } finally {
    await base.stop();
  }
}

const onParts = <T>(
  config: Config,
  work: (parts: Parts, base: Base) => Promise<T>,
  tell: (line: string) => void = say,
): Promise<T> =>
  onBase(
    config,
    async (base) => {
      const parts = await openParts(config, base);
      try {
        return await work(parts, base);
      } finally {
        await parts.close();
      }
    },
    tell,
  );

function say(line: string): undefined {
  console.log(line);
}

function help(): void {
  say('splot COMMAND\n');
  for (const [name, { help: line }] of Object.entries(COMMANDS)) say(`  ${name.padEnd(10)} ${line}`);
}

async function main(): Promise<number> {
  const [name = 'help', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) {
    help();
    return name === 'help' ? 0 : 2;
  }
  try {
    return (await command.run(readConfig(), args)) ?? 0;
  } catch (error) {
    if (error instanceof ConfigError) console.error(error.message);
    else if (error instanceof StartupError || error instanceof StartProblem)
      console.error(`\n${error.message}\n${error.remedy}`);
    else console.error(error);
    return 1;
  }
}

process.exitCode = await main();
