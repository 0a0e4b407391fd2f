import { record } from '#kernel/audit/record.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { addDays, startOfDay } from '#kernel/time.ts';
import { actorOf, dateFrom, today } from '../service.ts';
import { narrowed } from './policy.ts';
import * as queries from './queries.ts';
import { MAX_DAYS, MAX_TOKENS, type Token, type TokenScope } from './schema.ts';
import { text } from './text.pl.ts';

const PREFIX = 'splot_';
const SHAPE = /^splot_[\w-]{43}$/;
export const listTokens = async (ctx: Ctx): Promise<Token[]> =>
  (await queries.findTokens(ctx)).map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes as TokenScope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    usedAt: row.last_used_at,
  }));

/** Makes a token of the actor. Gives the secret, which exists nowhere else: only its hash is kept. */
export async function createToken(
  ctx: Ctx,
  form: { name: string; scopes: readonly TokenScope[]; until: string },
): Promise<string> {
  const day = today(ctx);
  const until = dateFrom(ctx, 'until', form.until);
  if (until < day) throw invalid({ field: 'until', message: 'date.past' });
  if (until > addDays(day, MAX_DAYS)) throw invalid({ field: 'until', message: text[ctx.lang].tooLong });
  const live = (await listTokens(ctx)).filter((t) => t.revokedAt === null && t.expiresAt > ctx.now);
  if (live.some((t) => t.name === form.name)) throw invalid({ field: 'name', message: 'duplicate' });
  if (live.length >= MAX_TOKENS) throw invalid({ field: '', message: text[ctx.lang].tooMany });
  const id = newId();
  const token = PREFIX + newSecret();
  const scopes = [...new Set(form.scopes)];
  await queries.insertToken(ctx, {
    id,
    name: form.name,
    hash: hashOf(token),
    scopes,
    // The last day belongs to it.
    expiresAt: startOfDay(addDays(until, 1)),
  });
  await record(ctx, {
    action: 'token.create',
    objectType: 'api_token',
    objectId: id,
    detail: { scopes: scopes.join(','), until },
  });
  return token;
}

export async function revokeToken(ctx: Ctx, id: string): Promise<void> {
  if ((await queries.revokeToken(ctx, id)) === 0) throw notFound();
  await record(ctx, { action: 'token.revoke', objectType: 'api_token', objectId: id });
}

/**
 * Who a token of the JSON interface stands for at this moment: the worker with what the token's scopes leave of their
 * permissions, and the scopes themselves. Null for a token that is unknown, revoked or expired, or whose worker has
 * left. Works before there is an actor.
 */
export async function actorOfToken(ctx: Ctx, token: string): Promise<Actor | null> {
  if (!SHAPE.test(token)) return null;
  const row = await queries.findActor(ctx, hashOf(token), today(ctx));
  if (!row?.account_id) return null;
  return narrowed(actorOf(row, row.account_id, 1), row.scopes ?? []);
}
