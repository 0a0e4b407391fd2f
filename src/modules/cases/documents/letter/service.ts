import type { DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatDate, formatDateTime, warsawDate } from '#kernel/time.ts';
import { loadReferral, type Packet, type Referral } from '../../referral/api.ts';
import { terms } from '../../service.ts';
import {
  dateline,
  grouped,
  inLang,
  issue,
  numberPart,
  officesOf,
  officialLang,
} from '../printing/service.ts';
import { findOpenClasses } from '../queries.ts';
import type { Block } from '../schema.ts';
import * as queries from './queries.ts';
import { type Text, text } from './text.pl.ts';

type Pair = readonly [string, string | null];

/**
 * The referral as a letter, from the packet that was sent: a recipient without a statutory basis reads nothing in it
 * that would tell who the person is. Throws `not_found` for a draft and for whoever may not see the referral.
 */
export async function referralLetter(request: Ctx, referralId: string, wanted?: Lang): Promise<Response> {
  const lang = officialLang(request, wanted);
  const ctx = inLang(request, lang);
  const t = text[lang];
  const r = await loadReferral(ctx, referralId);
  const { packet, sentAt } = r;
  if (!packet || !sentAt) throw notFound();
  const offices = await officesOf(ctx, [r.sender.institutionId, r.recipient.institutionId]);
  const sender = offices.get(r.sender.institutionId) ?? null;
  const recipient = offices.get(r.recipient.institutionId);
  const numbers = packet.person.disclosed && packet.person.identifier !== null && (await mayNumbers(ctx, r));
  const classes: DataClass[] = numbers ? ['D1', 'D2'] : ['D1'];
  const { person_id } = await queries.findSubject(ctx, r.id);
  const sent = warsawDate(sentAt);
  return issue(ctx, {
    kind: 'referral',
    objectId: r.id,
    subjects: [{ caseId: r.caseId, personId: person_id }],
    classes,
    name: [lang === 'en' ? 'referral' : 'skierowanie', numberPart(packet.number), sent],
    lang,
    sheet: {
      title: t.title,
      institution: sender ?? { name: packet.sender.institution, lines: [] },
      addressee: [recipient?.name ?? packet.recipient.institution, ...(recipient?.lines.slice(0, 1) ?? [])],
      dated: dateline(sender, sent, lang),
      number: t.sign(packet.number, packet.sender.sign),
      blocks: await body(ctx, t, r, packet, numbers),
    },
  });
}

/**
 * PESEL and document numbers (D2) are for the two sides of the letter; another member of the team needs a grant of its
 * own, and everybody an authorisation.
 */
async function mayNumbers(ctx: Ctx, r: Referral): Promise<boolean> {
  if (!ctx.actor.scope.includes('D2')) return false;
  const side = [r.sender.institutionId, r.recipient.institutionId].includes(ctx.actor.institutionId);
  return side || (await findOpenClasses(ctx, r.caseId)).some((g) => g.data_class === 'D2');
}

async function body(ctx: Ctx, t: Text, r: Referral, packet: Packet, numbers: boolean): Promise<Block[]> {
  const needs = await terms(ctx, 'need');
  const forms = await terms(ctx, 'informed_form');
  const label = (list: typeof needs, code: string) => list.find((term) => term.code === code)?.label ?? code;
  const due = r.dueOn ? formatDate(r.dueOn, ctx.lang) : '';
  return [
    ...(packet.urgent ? [{ kind: 'notice' as const, text: t.urgent }] : []),
    { kind: 'text', text: packet.kind === 'opening' ? t.opening(due) : t.service(due) },
    { kind: 'heading', level: 1, text: t.about },
    { kind: 'facts', pairs: who(ctx, t, packet, numbers) },
    ...(packet.person.disclosed ? [] : [{ kind: 'text' as const, text: t.hidden }]),
    { kind: 'heading', level: 1, text: t.needs },
    { kind: 'bullets', items: packet.needs.map((code) => label(needs, code)) },
    { kind: 'heading', level: 1, text: t.reason },
    { kind: 'text', text: packet.reason },
    { kind: 'heading', level: 1, text: t.informed },
    {
      kind: 'text',
      text: t.informedOn(formatDate(packet.informed.on, ctx.lang), label(forms, packet.informed.form)),
    },
    {
      kind: 'signatures',
      people: [
        {
          role: t.sender,
          name: [packet.sender.worker, t.contact(packet.sender.phone, packet.sender.email)]
            .filter(Boolean)
            .join('\n'),
          signed: r.sentAt && t.sent(formatDateTime(r.sentAt, ctx.lang)),
        },
      ],
    },
    { kind: 'small', text: t.hash(grouped(r.packetHash ?? '')) },
  ];
}

function who(ctx: Ctx, t: Text, packet: Packet, numbers: boolean): Pair[] {
  const p = packet.person;
  if (!p.disclosed)
    return [
      [t.initials, p.initials],
      [t.age, p.ageBand && t.band(p.ageBand)],
      [t.gmina, packet.gminaName],
    ];
  const pairs: Pair[] = [
    p.label === null ? [t.name, `${p.givenName} ${p.familyName}`] : [t.unidentified, p.label],
    [
      p.identifier?.kind === 'document' ? t.document : t.pesel,
      numbers ? (p.identifier?.value ?? null) : p.identifier && t.closed,
    ],
    [t.birth, p.birthDate && formatDate(p.birthDate, ctx.lang)],
    [t.locality, p.locality],
    [t.gmina, packet.gminaName],
    [t.phone, p.phone],
    [t.email, p.email],
    [t.lang, t.langs[p.lang === 'en' || p.lang === 'uk' ? p.lang : 'pl']],
  ];
  return pairs.filter(([, value]) => value);
}
