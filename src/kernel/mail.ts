import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Ctx } from './context.ts';
import { sql } from './db/tx.ts';
import { newId } from './ids.ts';
import { enqueue, type Job } from './jobs.ts';
import { log } from './log.ts';

export interface Message {
  readonly to: string;
  /** Says that something waits, never for whom or about whom. */
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** Where one POST leaves the list, for letters somebody asked to get (RFC 8058). */
  readonly leaveUrl?: string;
  /** Message-ID, with its angle brackets, of the letter this one answers. */
  readonly inReplyTo?: string;
}

/** Hands a message over; throws when it was not accepted. */
export type Deliver = (message: Message & { readonly id: string }) => Promise<void>;

const address = z.email().max(254);
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
/** Eleven figures in a row may be a PESEL; links with ids are taken out before looking. */
const IDENTIFIER = /\d{11}/;
const MAX_ATTEMPTS = 12;
const MAX_SUBJECT = 200;
const MAX_BODY = 20_000;

/** Whether a text may not go by mail because it holds what may be a PESEL. */
export const mayHoldIdentifier = (text: string): boolean => IDENTIFIER.test(text.replace(UUID, ''));

/**
 * Writes a message to send; it leaves only after the transaction has committed, as `<id@splot>` with the id given back. Throws when the address is none, when
 * the subject has more than one line, or when the subject or the body holds eleven figures in a row.
 */
export async function sendMail(ctx: Ctx, message: Message): Promise<string> {
  const { to, subject, body } = message;
  if (!address.safeParse(to).success) throw new Error('mail: the address is not valid');
  if (subject.length === 0 || subject.length > MAX_SUBJECT || /\p{Cc}/u.test(subject))
    throw new Error('mail: the subject must be one line');
  if (body.length > MAX_BODY) throw new Error('mail: the body is too long');
  for (const text of [subject, body])
    if (mayHoldIdentifier(text)) throw new Error('mail: a text holds what may be an identifier');
  const id = newId();
  await ctx.tx.run(sql`
    insert into kernel.mail (id, to_address, subject, body, created_at, leave_url, in_reply_to)
    values (${id}, ${to}, ${subject}, ${body}, ${ctx.now}, ${message.leaveUrl ?? null}, ${message.inReplyTo ?? null})`);
  await enqueue(ctx, 'mail.deliver', { id });
  return id;
}

/** The system forgets messages to these addresses, as far as row-level security lets it: only those of the erased. */
export const forgetMail = (ctx: Ctx, addresses: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`delete from kernel.mail where to_address = any(${addresses}::text[])`);

/** The same for these letters, as far as row-level security lets them go. */
export const forgetMailOf = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`delete from kernel.mail where id = any(${ids}::uuid[])`);

export interface StoredMail extends Message {
  readonly id: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly attempts: number;
  /** A code, for example `ECONNREFUSED` or `550`; null when nothing went wrong. */
  readonly problem: string | null;
}

/** The newest messages, for the development page and for tests. For the system actor only; others see no row. */
export async function listMail(ctx: Ctx, limit = 100): Promise<StoredMail[]> {
  const rows = await ctx.tx.many<MailRow>(sql`
    select id, to_address, subject, body, created_at, sent_at, attempts, problem
      from kernel.mail order by created_at desc, id desc limit ${limit}`);
  return rows.map((row) => ({
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    body: row.body,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    attempts: row.attempts,
    problem: row.problem,
  }));
}

/** Messages written since then that a server refused for good (5xx). For the system actor only; others see no row. */
export async function refusedMail(ctx: Ctx, since: Date): Promise<{ to: string; createdAt: Date }[]> {
  const rows = await ctx.tx.many<{ to_address: string; created_at: Date }>(sql`
    select to_address, created_at from kernel.mail where created_at >= ${since} and sent_at is null and problem ~ '^5[0-9]{2}$'`);
  return rows.map((row) => ({ to: row.to_address, createdAt: row.created_at }));
}

interface MailRow {
  id: string;
  to_address: string;
  subject: string;
  body: string;
  created_at: Date;
  sent_at: Date | null;
  attempts: number;
  problem: string | null;
}

/**
 * The job that delivers. Without SMTP_URL messages stay in the database. A message that was not accepted is tried again
 * after 1, 2, 4 … minutes, at most 12 hours, twelve times in all; what went wrong stands beside it. After ninety days a
 * message is forgotten: it holds an address, and often a secret link.
 */
export function mailJobs(
  config: { readonly SMTP_URL?: string; readonly MAIL_FROM: string },
  via?: Deliver,
): Job[] {
  const send = via ?? smtp(config);
  return [
    {
      task: 'mail.deliver',
      handle: async (ctx, { id }) => {
        if (send && id !== undefined) await deliver(ctx, id, send);
      },
    },
    {
      task: 'mail.forget',
      cron: '35 2 * * *',
      handle: async (ctx) => {
        await ctx.tx.run(
          sql`delete from kernel.mail where created_at < ${ctx.now}::timestamptz - interval '90 days'`,
        );
      },
    },
  ];
}

async function deliver(ctx: Ctx, id: string, send: Deliver): Promise<void> {
  const mail = await ctx.tx.maybe<{
    to_address: string;
    subject: string;
    body: string;
    attempts: number;
    leave_url: string | null;
    in_reply_to: string | null;
  }>(sql`
    select to_address, subject, body, attempts, leave_url, in_reply_to from kernel.mail where id = ${id} and sent_at is null for update`);
  if (mail === null) return;
  const attempts = mail.attempts + 1;
  try {
    const { to_address: to, subject, body, leave_url, in_reply_to } = mail;
    await send({
      id,
      to,
      subject,
      body,
      leaveUrl: leave_url ?? undefined,
      inReplyTo: in_reply_to ?? undefined,
    });
  } catch (error) {
    // Not thrown on: that would undo the note of what went wrong. The next try is a job of its own.
    const problem = problemCode(error);
    await ctx.tx.run(
      sql`update kernel.mail set attempts = ${attempts}, problem = ${problem} where id = ${id}`,
    );
    log.warn({ mail: id, attempts, problem }, 'mail not accepted');
    if (attempts < MAX_ATTEMPTS)
      await enqueue(ctx, 'mail.deliver', { id }, { runAt: new Date(Date.now() + backoff(attempts)) });
    return;
  }
  await ctx.tx.run(
    sql`update kernel.mail set attempts = ${attempts}, problem = null, sent_at = ${ctx.now} where id = ${id}`,
  );
}

/** Milliseconds until the next try. */
const backoff = (attempts: number): number => Math.min(2 ** (attempts - 1), 720) * 60_000;

/** The answer of a mail server quotes addresses, so only its number or the error's code is kept. */
function problemCode(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === 'number') return String(responseCode);
  return typeof code === 'string' ? code : 'unknown';
}

function smtp(config: { readonly SMTP_URL?: string; readonly MAIL_FROM: string }): Deliver | null {
  if (config.SMTP_URL === undefined) return null;
  const transport = createTransport({
    url: config.SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ id, to, subject, body, leaveUrl, inReplyTo }) => {
    // The same id on every try lets the receiver drop a message accepted just before a crash here.
    await transport.sendMail({
      from: config.MAIL_FROM,
      to: { name: '', address: to },
      subject,
      text: body,
      messageId: `<${id}@splot>`,
      ...(inReplyTo && { inReplyTo, references: inReplyTo }),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(leaveUrl && {
          'List-Unsubscribe': `<${leaveUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
  };
}
