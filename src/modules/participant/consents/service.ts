import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { type Consent, consentInForce, consentsOf, withdrawConsent } from '#modules/cases/consents/api.ts';
import { rightsOf } from '../data/service.ts';
import { requireWindow } from '../service.ts';
import * as queries from './queries.ts';
import type { ConsentWords, OwnConsent } from './schema.ts';

const stateOf = (ctx: Ctx, consent: Consent): OwnConsent['state'] =>
  consent.withdrawnAt ? 'withdrawn' : consentInForce(consent, warsawDate(ctx.now)) ? 'given' : 'expired';

/** What the person agreed to: consents in force first. */
export async function ownConsents(ctx: Ctx, caseId: string): Promise<OwnConsent[]> {
  const all = (await consentsOf(ctx, caseId)).map((consent) => ({ consent, state: stateOf(ctx, consent) }));
  return [...all.filter((c) => c.state === 'given'), ...all.filter((c) => c.state !== 'given')];
}

export async function ownConsent(ctx: Ctx, caseId: string, id: string): Promise<OwnConsent> {
  const found = (await ownConsents(ctx, caseId)).find((c) => c.consent.id === id);
  if (!found) throw notFound();
  return found;
}

/** The text of a version: in the reader's language, else in that of the consent, else in Polish. */
export async function wordsOf(ctx: Ctx, consent: Consent): Promise<ConsentWords> {
  const texts = await queries.findTexts(ctx, consent.textVersion);
  const pick = (easy: boolean) =>
    [ctx.lang, consent.lang, 'pl'].flatMap(
      (lang) => texts.find((t) => t.easy === easy && t.lang === lang) ?? [],
    )[0];
  const full = pick(false);
  return { lang: full?.lang ?? 'pl', body: full?.body ?? '', easy: pick(true)?.body ?? null };
}

/** What stays visible after this consent ends: rights that do not rest on it. */
export async function whatRemains(ctx: Ctx, caseId: string, consent: Consent) {
  const rights = (await rightsOf(ctx, caseId)).filter((r) => r.consentId !== consent.id);
  return {
    same: rights.filter((r) => r.institutionName === consent.institutionName),
    others: rights.filter((r) => r.institutionName !== consent.institutionName && r.article !== null),
  };
}

/** The person withdraws; the institution's view closes in this very transaction. */
export async function withdraw(ctx: Ctx, id: string): Promise<void> {
  const w = await requireWindow(ctx);
  await ownConsent(ctx, w.caseId, id);
  await withdrawConsent(ctx, id, 'participant');
}
