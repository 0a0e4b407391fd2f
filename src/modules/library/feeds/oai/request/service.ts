import type { Ctx } from '#kernel/context.ts';
import {
  type Arguments,
  HARVESTED,
  type Harvest,
  isInstant,
  isVerb,
  OaiFault,
  PREFIX,
  seconds,
  type Token,
  tokenSchema,
  VERBS,
  type Verb,
} from '../schema.ts';

/** The verb and what it is given; a fault when the protocol does not allow them. */
export function readArguments(sent: URLSearchParams): [Verb, Arguments] {
  const verbs = sent.getAll('verb');
  const [verb] = verbs;
  if (verbs.length !== 1 || !isVerb(verb))
    throw new OaiFault('badVerb', 'One of the six verbs is needed, once.');
  const takes: readonly string[] = VERBS[verb].takes;
  const given: Record<string, string> = {};
  for (const [name, value] of sent) {
    if (name === 'verb') continue;
    if (!takes.includes(name)) throw new OaiFault('badArgument', `${verb} takes no such argument.`);
    if (name in given) throw new OaiFault('badArgument', `${name} is given more than once.`);
    given[name] = value;
  }
  if (given.resumptionToken !== undefined) {
    if (Object.keys(given).length > 1) throw new OaiFault('badArgument', 'resumptionToken stands alone.');
  } else
    for (const name of VERBS[verb].needs)
      if (!given[name]) throw new OaiFault('badArgument', `${verb} needs ${name}.`);
  return [verb, given];
}

export function demandPrefix(prefix: string | undefined): void {
  if (prefix !== PREFIX) throw new OaiFault('cannotDisseminateFormat', `Only ${PREFIX} is given.`);
}

/** The question that goes on, from a token of ours. */
export function readToken(ctx: Ctx, verb: Verb, written: string): Token {
  let json: unknown = null;
  try {
    json = JSON.parse(Buffer.from(written, 'base64url').toString());
  } catch {
    // Not ours: refused below.
  }
  const { data } = tokenSchema.safeParse(json);
  if (!data || data.verb !== verb || data.expires * 1000 < ctx.now.getTime())
    throw new OaiFault('badResumptionToken', 'The token is not one of ours or is too old.');
  return data;
}

/** What a list is narrowed to, from its arguments. */
export function readHarvest(given: Arguments): Harvest {
  demandPrefix(given.metadataPrefix);
  const { from, until, set } = given;
  if (from !== undefined && until !== undefined && from.length !== until.length)
    throw new OaiFault('badArgument', 'from and until must have the same granularity.');
  const begins = from === undefined ? null : startOf(from);
  const ends = until === undefined ? null : endOf(until);
  if (begins !== null && ends !== null && begins >= ends)
    throw new OaiFault('badArgument', 'from is after until.');
  const kind = HARVESTED.find((each) => set === `kind-${each}`) ?? null;
  const theme = /^theme-([a-z0-9_]{1,40})$/.exec(set ?? '')?.[1] ?? null;
  if (set !== undefined && kind === null && theme === null)
    throw new OaiFault('noRecordsMatch', 'There is no such set.');
  return { from: begins, until: ends, kind, theme };
}

function startOf(typed: string): string {
  const instant = /^\d{4}-\d\d-\d\d$/.test(typed) ? `${typed}T00:00:00Z` : typed;
  if (!isInstant(instant)) throw new OaiFault('badArgument', 'A date is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.');
  return instant;
}

/** `until` is within: the day or the second it names ends only after it. Null when that is after the end of calendars. */
function endOf(typed: string): string | null {
  const start = new Date(startOf(typed)).getTime();
  const end = seconds(new Date(start + (typed.length === 10 ? 24 * 3600 * 1000 : 1000)));
  return isInstant(end) ? end : null;
}
