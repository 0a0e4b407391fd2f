import type { Decision } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, type FieldError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { STATUTORY_TYPES } from '#modules/organisations/api.ts';
import { gminasById } from '#modules/territory/api.ts';
import type { SharedCase } from '../schema.ts';
import { holdCase, loadCase, recordChange, recordView, today } from '../service.ts';
import { mayCompare, mayEditPerson, maySearch, SEARCHES_PER_HOUR } from './policy.ts';
import * as queries from './queries.ts';
import {
  type Candidate,
  type Person,
  type PersonForm,
  type PersonInput,
  type PersonLang,
  type PersonQuery,
  type PersonSex,
  personValues,
  readPerson,
} from './schema.ts';
import { text } from './text.pl.ts';

async function fromRow(ctx: Ctx, row: queries.PersonRow): Promise<Person> {
  const [first] = await queries.findIdentifiers(ctx, row.id);
  return {
    id: row.id,
    partnershipId: row.partnership_id,
    givenName: row.given_name,
    familyName: row.family_name,
    label: row.unidentified_label,
    identifier: first ? { kind: first.kind === 'pesel' ? 'pesel' : 'document', value: first.value } : null,
    birthDate: row.birth_date,
    sex: row.sex as PersonSex | null,
    gminaId: row.gmina_id,
    locality: row.locality,
    postalCode: row.postal_code,
    street: row.street,
    phone: row.phone,
    email: row.email,
    lang: row.preferred_lang as PersonLang,
    rowVersion: row.row_version,
  };
}

/** The person, if one of their cases is visible to the actor; otherwise `not_found`. Leaves no access record itself. */
export async function loadPerson(ctx: Ctx, id: string): Promise<Person> {
  const row = await queries.findPerson(ctx, id);
  if (!row) throw notFound();
  return fromRow(ctx, row);
}

/** Throws `too_many` when the actor has searched for people sixty times within the hour. */
export async function limitSearches(ctx: Ctx): Promise<void> {
  const { made } = await queries.countSearches(ctx);
  if ((made ?? 0) >= SEARCHES_PER_HOUR) throw new AppError('too_many', { reason: 'person_search' });
}
export const noteSearch = queries.noteSearch;

/**
 * Who this may be: by exact identifier or by a name, also misspelt. Each search is recorded without the name; more than
 * sixty an hour throws `too_many`. `counted: false` for a list that is imported as a whole.
 */
export async function searchPerson(
  ctx: Ctx,
  query: PersonQuery,
  options: { readonly counted?: boolean } = {},
): Promise<Candidate[]> {
  if (!maySearch(ctx.actor).allowed) throw notFound();
  if (query.identifier === '' && query.name.length < 3) return [];
  if (options.counted !== false) {
    await limitSearches(ctx);
    await noteSearch(ctx);
  }
  const rows = await queries.findCandidates(ctx, query);
  const known = rows.flatMap((row) => (row.visible && row.person_id ? [row.person_id] : []));
  const facts = new Map(
    (known.length > 0 ? await queries.findKnownFacts(ctx, known, query.identifier) : []).map((f) => [
      f.id,
      f,
    ]),
  );
  const found = rows.map((row) => ({
    personId: row.person_id ?? '',
    visible: row.visible === true,
    name: row.label,
    birthDate: row.birth_date,
    locality: row.locality,
    openCaseId: row.open_case_id,
    lastCaseId: facts.get(row.person_id ?? '')?.case_id ?? null,
    sameIdentifier: facts.get(row.person_id ?? '')?.same === true,
    exact: row.score === 1,
    score: row.score ?? 0,
  }));
  await record(ctx, {
    action: 'person.search',
    objectType: 'person',
    classes: ['D1'],
    detail: {
      by: query.identifier ? 'identifier' : 'name',
      found: found.filter((c) => c.visible).length,
    },
  });
  return found;
}

/** Whether the actor compares records of people. */
export const compareDecision = (ctx: Ctx): Decision => mayCompare(ctx.actor);

/** From here on only the birth date may be missing: the whole name is the same. */
const SAME_NAME = 0.985;

/**
 * Who in the partnership may be the same person written twice: the same name, and the birth date where both have one.
 * A person not identified yet is like nobody.
 */
export async function sameAs(ctx: Ctx, person: Person): Promise<Candidate[]> {
  const name = `${person.familyName} ${person.givenName}`.trim();
  if (name === '') return [];
  const query = { partnershipId: person.partnershipId, identifier: '', name, birthDate: person.birthDate };
  const found = await searchPerson(ctx, query, { counted: false });
  return found.filter((c) => c.personId !== person.id && c.score >= SAME_NAME);
}

/**
 * Registers the person, or joins the one already known under this identifier when the name agrees. Throws `invalid` on
 * an identifier that belongs to somebody of another name.
 */
export async function registerPerson(
  ctx: Ctx,
  partnershipId: string,
  input: PersonInput,
): Promise<{ personId: string; known: boolean }> {
  const { identifier } = input;
  if (identifier) {
    const same = await queries.findSamePerson(ctx, partnershipId, identifier, input);
    if (same?.person_id) return { personId: same.person_id, known: true };
    if (same?.taken) throw invalid(takenBy(ctx, input));
  }
  const personId = newId();
  await queries.insertPerson(ctx, personId, partnershipId, input);
  if (identifier) await queries.insertIdentifier(ctx, personId, partnershipId, identifier);
  return { personId, known: false };
}

const takenBy = (ctx: Ctx, input: PersonInput): FieldError => ({
  field: input.identifier?.kind ?? 'pesel',
  message: text[ctx.lang].identifierTaken,
});

const canEdit = (ctx: Ctx, c: SharedCase): boolean =>
  mayEditPerson(
    ctx.actor,
    STATUTORY_TYPES.some((type) => type === ctx.actor.institutionType),
    c.state,
  ).allowed;

/** The person of a case with their identity, for the page of the person; recorded as seen. */
export async function viewPerson(
  ctx: Ctx,
  caseId: string,
): Promise<{ c: SharedCase; person: Person; mayEdit: boolean }> {
  const c = await loadCase(ctx, caseId);
  const person = await loadPerson(ctx, c.personId);
  await recordView(ctx, c, 'person', person.identifier ? ['D1', 'D2'] : ['D1'], person.id);
  return { c, person, mayEdit: canEdit(ctx, c) };
}

/**
 * Corrects identity data of the person of a case. Throws `stale` with the row as it is now when somebody changed it
 * meanwhile. An empty identifier leaves the one that is there.
 */
export async function editPerson(
  ctx: Ctx,
  caseId: string,
  form: PersonForm & { _version: number },
): Promise<void> {
  const c = await holdCase(ctx, caseId);
  if (!canEdit(ctx, c)) throw notFound();
  const row = await queries.lockPerson(ctx, c.personId);
  if (!row) throw notFound();
  const before = await fromRow(ctx, row);
  if (row.row_version !== form._version) throw stale({ ...personValues(before), _version: row.row_version });
  const { person, errors } = readPerson(form, today(ctx));
  if (errors.length > 0) throw invalid(...errors);
  if (person.gminaId !== before.gminaId) await checkGmina(ctx, c.partnershipId, person.gminaId);
  const { identifier } = person;
  if (identifier && identifier.value !== before.identifier?.value) {
    const same = await queries.findSamePerson(ctx, c.partnershipId, identifier, person);
    if (same && same.person_id !== c.personId) throw invalid(takenBy(ctx, person));
    const [held] = await queries.findIdentifiers(ctx, c.personId);
    if (held) await queries.updateIdentifier(ctx, held.id, identifier);
    else await queries.insertIdentifier(ctx, c.personId, c.partnershipId, identifier);
  }
  await queries.updatePerson(ctx, c.personId, person);
  const old = personValues(before);
  const changed = Object.entries(personValues({ ...person, identifier: identifier ?? before.identifier }))
    .filter(([field, value]) => value !== old[field])
    .map(([field]) => field);
  const identified = before.label !== null && person.label === null;
  await recordChange(ctx, c, identified ? 'person.identified' : 'person.changed', 'person', c.personId, {
    fields: changed.join(' '),
  });
}

async function checkGmina(ctx: Ctx, partnershipId: string, gminaId: string | null): Promise<void> {
  if (gminaId === null) return;
  const gminas = await areaGminas(ctx, partnershipId);
  if (!gminas.some((g) => g.id === gminaId)) throw invalid({ field: 'gmina', message: 'choice' });
}

/** Asks whoever runs the case of a hidden person to get in touch. Tells nothing, also not whether there was a case. */
export async function askHandover(ctx: Ctx, personId: string): Promise<void> {
  if (!maySearch(ctx.actor).allowed) throw notFound();
  const { case_id } = await queries.askHandover(ctx, personId);
  await record(ctx, { action: 'handover.asked', objectType: 'person', subjectId: personId });
  if (case_id) await enqueue(ctx, 'cases.handover', { case: case_id, institution: ctx.actor.institutionId });
}

/** Gminas of the partnership's area. A town and the gmina around it often share the name: then the kind is said. */
export async function areaGminas(ctx: Ctx, partnershipId: string): Promise<{ id: string; name: string }[]> {
  const rows = await queries.findAreaGminas(ctx, partnershipId);
  const ids = rows.map((row) => row.gmina_id ?? '');
  const known = await gminasById(ctx, ids);
  const t = text[ctx.lang];
  return ids.map((id) => {
    const gmina = known.find((g) => g.id === id);
    if (!gmina) return { id, name: id };
    const twins = known.filter((g) => g.name === gmina.name).length > 1;
    return { id, name: twins ? `${gmina.name} (${gmina.kind === 'urban' ? t.town : t.rural})` : gmina.name };
  });
}

export interface Duplicate {
  readonly one: DuplicateSide;
  readonly other: DuplicateSide;
}
export interface DuplicateSide {
  readonly personId: string;
  readonly caseId: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  readonly locality: string;
}

/** People of the actor's own cases who may be one person written twice. */
export async function listDuplicates(ctx: Ctx): Promise<Duplicate[]> {
  const rows = await queries.findDuplicates(ctx);
  await record(ctx, {
    action: 'view',
    objectType: 'person_duplicates',
    classes: ['D1'],
    detail: { pairs: rows.length },
  });
  return rows.map((r) => ({
    one: {
      personId: r.one_id,
      caseId: r.one_case,
      name: r.one_name ?? '',
      birthDate: r.one_birth,
      locality: r.one_locality,
    },
    other: {
      personId: r.other_id,
      caseId: r.other_case,
      name: r.other_name ?? '',
      birthDate: r.other_birth,
      locality: r.other_locality,
    },
  }));
}
