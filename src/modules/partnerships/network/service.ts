import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { stems, vector } from '#kernel/words/words.ts';
import { threadOf } from '#modules/organisations/api.ts';
import { mayCoordinate } from '../policy.ts';
import { areaOf, holdToCoordinate, membersOf, note, standingOf, today } from '../service.ts';
import * as queries from './queries.ts';
import {
  type Card,
  type CardForm,
  type CardMember,
  CONTACT_ROWS,
  type ListedCard,
  type NetworkQuery,
  TERM_KINDS,
  type Term,
} from './schema.ts';

/** Words of the network in the reader's language. */
export const terms = async (ctx: Ctx): Promise<Term[]> =>
  (await queries.findTerms(ctx)).map(({ code, kind, namePl, nameEn }) => ({
    code,
    kind: TERM_KINDS.find((one) => one === kind) ?? 'topic',
    name: ctx.lang === 'en' ? nameEn : namePl,
  }));

const chosen = (all: readonly Term[], codes: readonly string[] | null): Term[] =>
  all.filter(({ code }) => codes?.includes(code));

/** A word is found in every form it takes, and by its beginning. */
export const vectorOf = (q: string): string | null => {
  const found = stems(q);
  return found.length === 0 ? null : found.map((stem) => `'${stem.replaceAll("'", "''")}':*`).join(' & ');
};

/** Published cards, one page of them. */
export async function cards(
  ctx: Ctx,
  query: NetworkQuery,
): Promise<{ cards: ListedCard[]; total: number; counties: ReadonlyMap<string, number> }> {
  const all = await terms(ctx);
  const rows = await queries.findCards(ctx, { ...query, vector: vectorOf(query.q) });
  const counts = await queries.countByCounty(ctx, query.region);
  return {
    cards: rows.map(({ total, ...row }) => ({
      ...row,
      county: row.county ?? row.countyCode,
      members: row.members ?? 0,
      terms: chosen(all, row.terms),
    })),
    total: rows[0]?.total ?? 0,
    counties: new Map(counts.map(({ code, n }) => [code, n ?? 0])),
  };
}

export interface CardView {
  readonly card: Card;
  readonly member: boolean;
  readonly coordinates: boolean;
}

/** The card of a partnership. Throws `not_found` for whoever is no member while it is not published. */
export async function cardView(ctx: Ctx, id: string): Promise<CardView> {
  const row = await queries.findCard(ctx, id);
  if (!row) throw notFound();
  const standing = await standingIn(ctx, id);
  if (!standing.member && (row.publishedOn === null || row.state === 'ended')) throw notFound();
  const all = await terms(ctx);
  const members = (await membersOf(ctx, id)).map((m) => ({
    institutionId: m.institutionId,
    name: m.name,
    type: m.type,
    thread: threadOf(m.type),
  }));
  const entities = await queries.findEntities(
    ctx,
    members.map((m) => m.institutionId),
  );
  return {
    ...standing,
    card: {
      ...row,
      county: row.county ?? row.countyCode,
      voivodeship: row.voivodeship ?? '',
      lead: row.lead ?? '',
      specialises: row.specialises ?? '',
      targetNote: row.targetNote ?? '',
      proudOf: row.proudOf ?? '',
      site: row.site ?? '',
      hosts: row.hosts ?? false,
      hostOffer: row.hostOffer ?? '',
      updatedAt: row.updatedAt ?? ctx.now,
      rowVersion: row.rowVersion ?? 0,
      terms: chosen(all, row.terms),
      members: members.map(
        (m): CardMember => ({
          ...m,
          entityId: entities.find((e) => e.institutionId === m.institutionId)?.id ?? null,
        }),
      ),
      area: (await areaOf(ctx, id)).map((gmina) => gmina.name),
      contacts: (await queries.findContacts(ctx, id)).flatMap(({ code, ...contact }) => {
        const term = all.find((one) => one.code === code);
        return term ? [{ ...contact, term }] : [];
      }),
    },
  };
}

/** How whoever reads stands to a partnership: nobody but a worker may be asked of its contacts. */
async function standingIn(ctx: Ctx, id: string): Promise<{ member: boolean; coordinates: boolean }> {
  if (ctx.actor.kind !== 'worker') return { member: false, coordinates: false };
  const standing = await standingOf(ctx, id);
  return { member: standing.member, coordinates: mayCoordinate(ctx.actor, standing).allowed };
}

/** For the form: throws `not_found` for whoever does not coordinate the partnership. */
export async function cardToEdit(ctx: Ctx, id: string): Promise<{ card: Card; terms: readonly Term[] }> {
  const view = await cardView(ctx, id);
  if (!view.coordinates) throw notFound();
  return { card: view.card, terms: await terms(ctx) };
}

/** Saves the card, and publishes it when asked. Throws `stale` when somebody else was faster. */
export async function saveCard(ctx: Ctx, id: string, form: CardForm): Promise<void> {
  const partnership = await holdToCoordinate(ctx, id);
  const row = await queries.lockCard(ctx, id);
  if (form._version !== undefined && form._version !== (row?.rowVersion ?? 0)) throw stale({});
  const publish = form.publish === 'yes';
  if (publish && form.lead === '') throw invalid({ field: 'lead', message: 'required' });
  const known = await queries.findTerms(ctx);
  const asked = TERM_KINDS.flatMap((kind) => form[kind]);
  const codes = known.filter(({ code }) => asked.includes(code));
  await queries.putCard(ctx, {
    id,
    lead: form.lead,
    specialises: form.specialises,
    targetNote: form.targetNote,
    proudOf: form.proudOf,
    site: form.site,
    hosts: form.hosts === 'yes',
    hostOffer: form.hostOffer,
    publishedOn: publish ? today(ctx) : null,
    words: vector(
      {
        A: `${partnership.name} ${partnership.county}`,
        B: `${form.lead} ${codes.map((term) => `${term.namePl} ${term.nameEn}`).join(' ')}`,
        C: `${form.specialises} ${form.targetNote} ${form.proudOf} ${form.hostOffer}`,
      },
      [],
    ),
  });
  await queries.putTerms(
    ctx,
    id,
    codes.map(({ code }) => code),
  );
  await saveContacts(ctx, id, form);
  await note(ctx, 'card', id, { publish });
}

async function saveContacts(ctx: Ctx, id: string, form: CardForm): Promise<void> {
  const members = (await membersOf(ctx, id)).map((m) => m.institutionId);
  const topics = (await queries.findTerms(ctx)).filter((t) => t.kind === 'topic').map((t) => t.code);
  await queries.clearContacts(ctx, id);
  for (const n of CONTACT_ROWS) {
    const [code, institutionId, role] = [form[`topic${n}`], form[`institution${n}`], form[`role${n}`]];
    if (!code && !institutionId && !role) continue;
    if (!code || !topics.includes(code)) throw invalid({ field: `topic${n}`, message: 'choice' });
    if (!institutionId || !members.includes(institutionId))
      throw invalid({ field: `institution${n}`, message: 'choice' });
    if (!role) throw invalid({ field: `role${n}`, message: 'required' });
    await queries.addContact(ctx, { id, code, institutionId, role });
  }
}

/** Takes the card out of the network; its words stay. */
export async function hideCard(ctx: Ctx, id: string): Promise<void> {
  await holdToCoordinate(ctx, id);
  await queries.hide(ctx, id);
  await note(ctx, 'card_hidden', id);
}

/** Partnerships for which the worker speaks. */
export const coordinated = async (ctx: Ctx): Promise<{ id: string; name: string; published: boolean }[]> =>
  ctx.actor.kind !== 'worker' || !ctx.actor.permissions.has('partnership.manage')
    ? []
    : (await queries.findCoordinated(ctx)).map((row) => ({ ...row, published: row.published === true }));
