import type { Ctx } from '#kernel/context.ts';
import { LANGS, type Lang } from '#kernel/i18n.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { consentsOf, recipientsOf } from '../../consents/api.ts';
import { outcomeOf } from '../../outcome/api.ts';
import { versions } from '../../plan/api.ts';
import { referralsOf } from '../../referral/api.ts';
import { reviewsOf } from '../../review/api.ts';
import type { SharedCase } from '../../schema.ts';
import { today } from '../../service.ts';
import { attendanceOf } from '../../sessions/api.ts';
import { monthName } from '../attendance/service.ts';
import { text as attendanceText } from '../attendance/text.pl.ts';
import { findClause, findGiven, findLangs } from '../consent/queries.ts';
import * as queries from '../queries.ts';
import type { DocumentKind, Entry, Refusal, Variant } from '../schema.ts';
import { type Text, text } from '../text.pl.ts';

const MONTHS = 6;

export interface Desk {
  readonly ctx: Ctx;
  readonly c: SharedCase;
  readonly t: Text;
  readonly base: string;
  readonly langs: readonly { what: string | null; lang: string | null; easy: boolean | null }[];
}

export const deskOf = async (ctx: Ctx, c: SharedCase): Promise<Desk> => ({
  ctx,
  c,
  t: text[ctx.lang],
  base: `/cases/${c.id}/documents`,
  langs: await findLangs(ctx, today(ctx)),
});

type Find = (desk: Desk) => Promise<Entry[]>;

/** Other languages than that of the reader, each as an address of its own. */
const inLangs = (d: Desk, href: string, langs: readonly Lang[]): Variant[] =>
  langs
    .filter((lang) => lang !== d.ctx.lang)
    .map((lang) => ({ href: `${href}?lang=${lang}`, label: d.t.langs[lang] }));

const written = (d: Desk, what: string, easy: boolean): Lang[] =>
  LANGS.filter((lang) => d.langs.some((l) => l.what === what && l.lang === lang && l.easy === easy));

const referrals: Find = async (d) =>
  (await referralsOf(d.ctx, d.c.id))
    .filter((r) => r.sentAt !== null)
    .map((r) => ({
      name: d.t.entry.sentTo(r.recipient.name, formatDate(warsawDate(r.sentAt ?? d.ctx.now), d.ctx.lang)),
      href: `/referrals/${r.id}/letter`,
      variants: inLangs(d, `/referrals/${r.id}/letter`, ['pl', 'en']),
    }));

const clauses: Find = async (d) => {
  const given = await findGiven(d.ctx, d.c.id, null);
  const row = await findClause(d.ctx, given?.version ?? null, d.ctx.lang, today(d.ctx));
  if (!row) return [];
  const href = `${d.base}/clause`;
  const name = given
    ? d.t.entry.clauseGiven(row.version, formatDate(given.given_on, d.ctx.lang))
    : d.t.entry.clause(row.version);
  const variants = [
    ...inLangs(d, href, written(d, 'clause', false)),
    { href: `${href}?easy=yes`, label: d.t.large },
  ];
  return [{ name, href, variants }];
};

const consents: Find = async (d) => {
  const blanks = (await recipientsOf(d.ctx, d.c)).map((r) => {
    const href = `${d.base}/consent-form/${r.institutionId}`;
    return {
      name: d.t.entry.blankConsent(r.name),
      href,
      variants: [
        ...inLangs(d, href, written(d, 'consent', false)),
        { href: `${href}?easy=yes`, label: d.t.easy },
      ],
    };
  });
  const recorded = (await consentsOf(d.ctx, d.c.id)).map((one) => {
    const date = formatDate(one.givenOn, d.ctx.lang);
    const words = one.withdrawnAt ? d.t.entry.withdrawn : d.t.entry.consent;
    return { name: words(one.institutionName, date), href: `${d.base}/consent/${one.id}`, variants: [] };
  });
  return [...recorded, ...blanks];
};

const diagnoses: Find = async (d) =>
  (await queries.findDiagnoses(d.ctx, d.c.id)).map((row) => {
    const href = `${d.base}/diagnosis/${row.number}`;
    const name = row.approved_at
      ? d.t.entry.diagnosisApproved(row.number, formatDate(warsawDate(row.approved_at), d.ctx.lang))
      : d.t.entry.diagnosis(row.number);
    return { name, href, variants: inLangs(d, href, ['pl', 'en']) };
  });

const plans: Find = async (d) =>
  (await versions(d.ctx, d.c.id))
    .filter((v) => v.state !== 'abandoned')
    .map((v) => {
      const href = `${d.base}/plan/${v.id}`;
      const name =
        v.state === 'signed' && v.signedOn
          ? d.t.entry.planSigned(v.version, formatDate(v.signedOn, d.ctx.lang))
          : d.t.entry.plan(v.version, d.t.planStates[v.state]);
      return {
        name,
        href,
        variants: [...inLangs(d, href, LANGS), { href: `${href}?easy=yes`, label: d.t.easy }],
      };
    });

const months: Find = async (d) => {
  const held = (await attendanceOf(d.ctx, d.c.id)).filter((a) => a.startsAt <= d.ctx.now);
  const found = [...new Set(held.map((a) => a.date.slice(0, 7)))].sort().reverse().slice(0, MONTHS);
  return found.map((month) => ({
    name: monthName(attendanceText[d.ctx.lang], month),
    href: `${d.base}/attendance?month=${month}`,
    variants: [],
  }));
};

const reviews: Find = async (d) =>
  (await reviewsOf(d.ctx, d.c.id)).map((r) => {
    const href = `${d.base}/review/${r.number}`;
    return {
      name: d.t.entry.review(r.number, formatDate(r.heldOn, d.ctx.lang)),
      href,
      variants: inLangs(d, href, ['pl', 'en']),
    };
  });

const closing: Find = async (d) => {
  const href = `${d.base}/closing`;
  return (await outcomeOf(d.ctx, d.c.id))
    ? [{ name: d.t.entry.closing, href, variants: inLangs(d, href, ['pl', 'en']) }]
    : [];
};

const certificates: Find = async (d) => {
  const href = `${d.base}/certificate`;
  return [{ name: d.t.entry.certificate, href, variants: inLangs(d, href, LANGS) }];
};

/** How each kind is found, and what is said when there is none. */
export const FINDERS: Readonly<Partial<Record<DocumentKind, readonly [Find, Refusal]>>> = {
  referral: [referrals, 'not_sent'],
  clause: [clauses, 'no_clause'],
  consent: [consents, 'no_recipients'],
  diagnosis: [diagnoses, 'no_diagnosis'],
  plan: [plans, 'no_plan'],
  attendance: [months, 'no_sessions'],
  review: [reviews, 'no_reviews'],
  closing: [closing, 'no_outcome'],
  certificate: [certificates, 'not_begun'],
};
