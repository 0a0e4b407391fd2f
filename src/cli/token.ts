import { parseArgs } from 'node:util';
import { type Actor, type Ctx, PUBLIC_ACTOR } from '../kernel/context.ts';
import { systemScope } from '../kernel/db/database.ts';
import { AppError } from '../kernel/errors.ts';
import { message } from '../kernel/messages.ts';
import { addDays, warsawDate } from '../kernel/time.ts';
import { actorsOf } from '../modules/organisations/api.ts';
import {
  createToken as issueToken,
  TOKEN_SCOPES,
  type TokenScope,
} from '../modules/organisations/tokens/api.ts';
import type { Parts } from '../parts.ts';

const USAGE = `splot token create EMAIL --scopes SCOPE,SCOPE [options]

  --scopes SCOPES      what the token opens, divided by commas, or "all": ${TOKEN_SCOPES.join(', ')}
  --name NAME          what the token is for; "command line" otherwise
  --until DATE         the last day it works; 30 days from today otherwise, a year at most
  --institution NAME   for whom, where the account acts for several institutions`;

const DAYS = 30;

/** What cannot be done: said in one sentence, without a trace. */
class Refusal extends Error {}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { scopes: text, name: text, until: text, institution: text },
  });
}

/**
 * `splot token create EMAIL --scopes …`: makes a personal token of a worker and writes it, and nothing else, to
 * standard output. It opens no more than the worker may do.
 * @returns 0 when made; 1 when refused; 2 when the command is not understood
 */
export async function createToken(parts: Parts, args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = read(args);
    const [verb, email] = positionals;
    if (verb !== 'create' || !email || positionals.length > 2 || !values.scopes) throw new Refusal(USAGE);
    const scopes = scopesFrom(values.scopes);
    const actor = await workerOf(parts, email, values.institution);
    const scope = systemScope(parts.clock(), 'splot token create');
    const token = await parts.db.transaction({ ...scope, actor, lang: 'en' }, (ctx: Ctx) =>
      issueToken(ctx, {
        name: values.name ?? 'command line',
        scopes,
        until: values.until ?? addDays(warsawDate(parts.clock()), DAYS),
      }),
    );
    console.log(token);
    console.error(`${actor.name}, ${actor.institutionName}. Keep it well: it is shown this once.`);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) {
      console.error(error.message);
      return error.message === USAGE ? 2 : 1;
    }
    if (error instanceof AppError && error.code === 'invalid') {
      for (const f of error.fields)
        console.error(`${f.field ? `--${f.field}: ` : ''}${message('en', f.message)}`);
      return 1;
    }
    if ((error as { code?: unknown }).code?.toString().startsWith('ERR_PARSE_ARGS')) {
      console.error(USAGE);
      return 2;
    }
    throw error;
  }
}

function scopesFrom(typed: string): TokenScope[] {
  if (typed.trim() === 'all') return [...TOKEN_SCOPES];
  return typed.split(',').map((each) => {
    const scope = TOKEN_SCOPES.find((s) => s === each.trim());
    if (!scope) throw new Refusal(`--scopes: one of ${TOKEN_SCOPES.join(', ')}, or all`);
    return scope;
  });
}

async function workerOf(parts: Parts, email: string, institution: string | undefined): Promise<Actor> {
  const account = await parts.auth.accountByEmail(email);
  const scope = { ...systemScope(parts.clock(), 'splot token create'), actor: PUBLIC_ACTOR };
  const choices = account ? await parts.db.transaction(scope, (ctx) => actorsOf(ctx, account.id)) : [];
  const wanted = institution?.trim().toLowerCase();
  const fits = choices.filter((c) => wanted === undefined || c.institutionName.toLowerCase() === wanted);
  if (choices.length === 0)
    throw new Refusal(`Nobody with the address ${email} works in an institution today.`);
  const [only] = fits;
  if (!only || fits.length > 1)
    throw new Refusal(`--institution: one of ${choices.map((c) => c.institutionName).join(', ')}`);
  return only;
}
