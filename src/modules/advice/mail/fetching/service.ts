/** Reads new letters from the mailbox of the desks (IMAP) and leaves them there, marked as seen. */
import { createHash } from 'node:crypto';
import { type FetchMessageObject, ImapFlow } from 'imapflow';
import type { Ctx } from '#kernel/context.ts';
import { log } from '#kernel/log.ts';
import { readLetter } from '../parsing/service.ts';
import * as queries from '../queries.ts';
import { type Letter, type Lies, MAX_BYTES } from '../schema.ts';
import { setAside, takeLetter } from '../service.ts';

export interface Mailbox {
  readonly db: { transaction<T>(scope: Omit<Ctx, 'tx'>, work: (ctx: Ctx) => Promise<T>): Promise<T> };
  /** `imaps://login:password@server:993/INBOX`; the path is the folder. */
  readonly url: string;
  /** Addresses this system writes from. */
  readonly own: readonly string[];
}

/** Letters of one visit: the rest waits for the next, two minutes later. */
const MOST = 100;
const SILENCE_MS = 30_000;

const nameOf = (url: URL): string =>
  createHash('sha256').update(`${url.host} ${url.username} ${url.pathname}`).digest('hex').slice(0, 32);

/**
 * Reads what came since the last visit, each letter in a transaction of its own, as the actor of the job. A letter that
 * breaks its reader is set aside; the others are read all the same. Gives how many were read.
 */
export async function fetchLetters(job: Ctx, box: Mailbox): Promise<number> {
  const url = new URL(box.url);
  const name = nameOf(url);
  const { tx: _, ...scope } = job;
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'imaps:' ? 993 : 143),
    secure: url.protocol === 'imaps:',
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: 2 * SILENCE_MS,
  });
  // An error of the connection also rejects what waits for it; unheard, it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    const opened = await client.mailboxOpen(decodeURIComponent(url.pathname.slice(1)) || 'INBOX');
    const uidValidity = Number(opened.uidValidity);
    const so = await box.db.transaction(scope, (ctx) => queries.findMailbox(ctx, name));
    // Letters from before the first visit belong to whoever read the mailbox until then.
    const from = so === null ? opened.uidNext - 1 : so.uidValidity === uidValidity ? so.lastUid : 0;
    await box.db.transaction(scope, (ctx) =>
      queries.saveMailbox(ctx, { name, uidValidity, lastUid: from, problem: null }),
    );
    const found = opened.exists === 0 ? [] : await client.search({ uid: `${from + 1}:*` }, { uid: true });
    // `n:*` gives the last letter even when its number is below n.
    const uids = (found || [])
      .filter((uid) => uid > from)
      .sort((a, b) => a - b)
      .slice(0, MOST);
    for (const uid of uids) {
      await readOne(scope, box, client, { mailbox: name, uidValidity, uid });
      await box.db.transaction(scope, (ctx) =>
        queries.saveMailbox(ctx, { name, uidValidity, lastUid: uid, problem: null }),
      );
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    }
    return uids.length;
  } catch (error) {
    const problem = codeOf(error);
    log.warn({ problem }, 'the mailbox of the desks could not be read');
    await box.db.transaction(scope, (ctx) => queries.noteProblem(ctx, name, problem));
    return 0;
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function readOne(
  scope: Omit<Ctx, 'tx'>,
  { db, own }: Mailbox,
  client: ImapFlow,
  place: Pick<Lies, 'mailbox' | 'uidValidity' | 'uid'>,
): Promise<void> {
  const head = await client.fetchOne(String(place.uid), { size: true, internalDate: true }, { uid: true });
  if (!head) return;
  const lies: Lies = { ...place, size: head.size ?? 0, receivedAt: receivedAt(head, scope.now) };
  if (lies.size > MAX_BYTES) return db.transaction(scope, (ctx) => setAside(ctx, lies, 'too_large'));
  const whole = await client.fetchOne(String(place.uid), { source: true }, { uid: true });
  const source = whole ? whole.source : undefined;
  if (!source) return;
  let letter: Letter | undefined;
  try {
    letter = await readLetter(source);
    const read = letter;
    await db.transaction(scope, (ctx) => takeLetter(ctx, lies, read, own));
  } catch (error) {
    log.warn({ problem: codeOf(error) }, 'a letter could not be read');
    // With its words, when the database takes them; one letter never stops those after it. When even this fails, the visit
    // ends and begins here again.
    const keep = (read?: Letter) => db.transaction(scope, (ctx) => setAside(ctx, lies, 'broken', read));
    await keep(letter).catch(() => keep());
  }
}

/** The server's own time of arrival: what the letter says of itself may be anything. */
const receivedAt = ({ internalDate }: FetchMessageObject, now: Date): Date => {
  const at = internalDate === undefined ? now : new Date(internalDate);
  return Number.isNaN(at.getTime()) || at > now ? now : at;
};

/** Servers quote logins and addresses in their answers, so only a code is kept. */
function codeOf(error: unknown): string {
  const { code, serverResponseCode, authenticationFailed } = error as Record<string, unknown>;
  if (authenticationFailed === true) return 'AUTHENTICATIONFAILED';
  return String(serverResponseCode ?? code ?? (error instanceof Error ? error.name : 'unknown')).slice(
    0,
    100,
  );
}
