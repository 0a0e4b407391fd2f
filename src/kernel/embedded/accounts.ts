import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A user of the operating system. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The account of that name or number, or undefined. Looks into /etc/passwd, then asks the name service (LDAP and the like). */
export function findAccount(key: string | number): Account | undefined {
  return fromLines(passwdFile(), key) ?? fromLines(output('getent', ['passwd', String(key)]), key);
}

/**
 * Which ordinary account shall run PostgreSQL when Splot was started as root, best first: who owns the cluster, who
 * owns the data folder (a checkout entered with sudo, a volume), `postgres`, `splot` (created when the machine
 * allows it), `nobody`.
 */
export function accountForRoot(dataDir: string): Account | undefined {
  return (
    ownerOf(dataDir) ??
    ownerOf(dirname(dataDir)) ??
    findAccount('postgres') ??
    findAccount('splot') ??
    createAccount() ??
    findAccount('nobody')
  );
}

function ownerOf(path: string): Account | undefined {
  try {
    const { uid } = statSync(path);
    return uid === 0 ? undefined : findAccount(uid);
  } catch {
    return undefined;
  }
}

function createAccount(): Account | undefined {
  const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin'];
  output('useradd', ['--system', '--user-group', ...home, 'splot']);
  const made = findAccount('splot');
  if (made) return made;
  output('adduser', ['-S', '-D', '-H', 'splot']); // BusyBox
  return findAccount('splot');
}

function fromLines(text: string, key: string | number): Account | undefined {
  for (const line of text.split('\n')) {
    const [name = '', , uid, gid] = line.split(':');
    if (name !== '' && (name === key || (typeof key === 'number' && Number(uid) === key))) {
      return { name, uid: Number(uid), gid: Number(gid) };
    }
  }
  return undefined;
}

function passwdFile(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

function output(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    });
  } catch {
    return '';
  }
}
