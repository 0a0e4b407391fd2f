import { type Account, accountForRoot, findAccount } from './accounts.ts';
import type { Binaries } from './binaries.ts';
import { StartupError } from './errors.ts';
import { relocate } from './relocate.ts';
import { type Method, type Runner, runAs } from './runner.ts';

/** The ways for root in the order in which they are tried: the fewer rights and surprises, the earlier. */
export const ROOT_METHODS: readonly Method[] = ['user', 'setpriv', 'userns', 'relocated'];

/**
 * Chooses the first way to run PostgreSQL that works here. Each is tried by really entering `dir`, which must exist,
 * and asking the server for its version. Throws `StartupError` 'user' when none works.
 */
export async function chooseRunner(
  dir: string,
  binaries: Binaries,
  methods: readonly Method[] = ROOT_METHODS,
): Promise<Runner> {
  const uid = process.getuid?.();
  if (uid !== 0) return ordinary(uid, dir, binaries);
  const account = accountForRoot(`${dir}/postgres`);
  if (!account) throw new StartupError('user', 'there is no account "postgres", "splot" or "nobody".');
  let reason = '';
  for (const method of methods) {
    for (const attempt of attempts(method, dir, binaries, account)) {
      const problem = await problemOf(attempt);
      if (problem === undefined) return attempt;
      reason = problem;
    }
  }
  throw new StartupError(
    'user',
    `account "${account.name}", tried ${methods.join(', ')}; the last said: ${reason}`,
  );
}

async function ordinary(uid: number | undefined, dir: string, binaries: Binaries): Promise<Runner> {
  const self: Runner = { method: 'self', binaries, dir, owner: undefined, prefix: [], ids: undefined };
  const guest = findAccount('nobody');
  if (uid === undefined || !guest || findAccount(uid)) return self;
  // A container run with a bare number as its user: initdb wants a name, which a namespace can give.
  const named: Runner = { ...self, method: 'userns', prefix: namespace(guest) };
  return (await problemOf(named)) === undefined ? named : self;
}

function attempts(method: Method, dir: string, binaries: Binaries, account: Account): Runner[] {
  const ids = { uid: account.uid, gid: account.gid };
  const plain: Runner = { method, binaries, dir, owner: ids, prefix: [], ids };
  switch (method) {
    case 'user':
      return [plain];
    case 'setpriv':
      // To read is enough; a container may have been left only the wider capability.
      return ['dac_read_search', 'dac_override'].map((c) => ({
        ...plain,
        prefix: capable(account, c),
        ids: undefined,
      }));
    case 'userns':
      return [{ ...plain, owner: { uid: 0, gid: 0 }, prefix: namespace(account), ids: undefined }];
    case 'relocated': {
      const moved = relocate(dir, binaries, ids);
      return [{ ...plain, ...moved }];
    }
    default:
      return [];
  }
}

/** `no_setuid_fixup`: without it access(2), with which PostgreSQL looks for its own parts, ignores the capability. */
function capable({ uid, gid }: Account, capability: string): string[] {
  const who = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const what = [
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
    '--securebits=+no_setuid_fixup',
  ];
  return ['setpriv', ...who, ...what, '--'];
}

function namespace({ uid, gid }: Account): string[] {
  return ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
}

/** Why the runner cannot do its work, or undefined. A server that cannot read its own file says so and yet ends with 0. */
async function problemOf(runner: Runner): Promise<string | undefined> {
  const script = 'cd "$1" && "$2" --version && "$3" --version';
  const { postgres, initdb } = runner.binaries;
  const ended = await runAs(runner, '/bin/sh', ['-c', script, 'sh', runner.dir, postgres, initdb]);
  const good =
    ended.code === 0 && /^postgres \(PostgreSQL\) \S+\s+initdb \(PostgreSQL\) \S+\s*$/.test(ended.output);
  return good ? undefined : ended.output.trim() || `ended with ${ended.code}`;
}
