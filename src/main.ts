import { openBase, openParts } from './boot.ts';
import { demoAccounts, isEmpty, loadDemo } from './demo/demo.ts';
import { type Config, ConfigError, readConfig } from './kernel/config.ts';
import { StartupError } from './kernel/embedded/errors.ts';
import { StartProblem, serve } from './server.ts';

/** What a command receives: its own arguments, and the settings. */
type Command = (config: Config, args: readonly string[]) => Promise<void>;

const COMMANDS: Readonly<Record<string, { help: string; run: Command }>> = {
  serve: { help: 'start the system (npm start does this)', run: start },
  migrate: {
    help: 'bring the database up to date',
    run: async (config) => {
      const base = await openBase(config, (line) => console.log(line));
      await base.stop();
      console.log('The database is up to date.');
    },
  },
};

async function start(config: Config): Promise<void> {
  await serve(config, async (base) => {
    if (config.DEMO && (await isEmpty(base))) {
      console.log('Loading the demonstration county.');
      const parts = openParts(config, base);
      await loadDemo(base, parts);
      await parts.close();
    }
    console.log(`\nSplot answers at ${config.APP_URL}`);
    if (config.DEMO) console.log(demoAccounts());
    console.log('Stop it with Ctrl+C.');
  });
}

function help(): void {
  console.log('splot COMMAND\n');
  for (const [name, { help: line }] of Object.entries(COMMANDS)) console.log(`  ${name.padEnd(12)} ${line}`);
}

async function main(): Promise<void> {
  const [name = 'help', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) {
    help();
    process.exitCode = name === 'help' ? 0 : 2;
    return;
  }
  try {
    await command.run(readConfig(), args);
  } catch (error) {
    if (error instanceof ConfigError) console.error(error.message);
    else if (error instanceof StartupError || error instanceof StartProblem)
      console.error(`\n${error.message}\n${error.remedy}`);
    else console.error(error);
    process.exitCode = 1;
  }
}

await main();
