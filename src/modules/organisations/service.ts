import type { DataClass } from '#kernel/access.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import type { Lang } from '#kernel/i18n.ts';
import { type LocalDate, warsawDate } from '#kernel/time.ts';
import type { NavItem } from '#ui/view.tsx';
import { authorisationStatus, overseesAll, permissionsOf, sectionsOf } from './policy.ts';
import * as queries from './queries.ts';
import type {
  Institution,
  InstitutionType,
  InstitutionView,
  LegalEntity,
  LegalForm,
  Place,
  WorkerFunction,
  WorkerLine,
} from './schema.ts';
import { text } from './text.pl.ts';

/** Everyone this account may act as today, in the order of institution names; empty for a participant. */
export async function actorsOf(ctx: Ctx, accountId: string): Promise<Actor[]> {
  const rows = await queries.findActing(ctx, accountId, warsawDate(ctx.now));
  return rows.map((row) => actorOf(row, accountId, rows.length));
}

export function actorOf(row: queries.ActingRow, accountId: string, choices: number): Actor {
  const functions = (row.functions ?? []) as WorkerFunction[];
  const scope = (row.scope ?? []) as DataClass[];
  return {
    kind: 'worker',
    accountId,
    subjectId: row.worker_id ?? '',
    institutionId: row.institution_id ?? '',
    institutionName: row.institution_name ?? '',
    institutionType: row.institution_type ?? '',
    name: row.name ?? '',
    functions,
    scope,
    permissions: permissionsOf(functions, scope),
    wide: overseesAll(functions, scope),
    choices,
  };
}

/** The functions of the actor in words, for the header. */
export function functionLabel(actor: Actor, lang: Lang): string {
  const t = text[lang];
  if (actor.kind === 'participant') return t.participant;
  return functionWords(actor.functions, lang) || t.noFunction;
}

/** Codes of functions as words in one line. */
export function functionWords(functions: readonly string[], lang: Lang): string {
  const labels: Readonly<Record<string, string>> = text[lang].functions;
  return functions.map((f) => labels[f] ?? f).join(', ');
}

/** The main navigation of the actor; the section of the address is current. */
export function navigation(actor: Actor, path: string, lang: Lang): NavItem[] {
  const labels = text[lang].nav;
  const sections = sectionsOf(actor);
  const current = sections
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return sections.map(({ key, href }) => ({ href, label: labels[key], current: href === current?.href }));
}

/** Today in Warsaw, at the clock of the request. */
export const today = (ctx: Ctx): LocalDate => warsawDate(ctx.now);

/** A date as typed in a form. Throws `invalid` beside its field when it is none. */
export function dateFrom(ctx: Ctx, field: string, typed: string): LocalDate {
  if (typed.trim() === '') throw invalid({ field, message: 'required' });
  const date = parseDate(typed, { today: today(ctx) });
  if (date === null) throw invalid({ field, message: 'date.invalid' });
  return date;
}

/** As `dateFrom`; nothing typed is null. */
export const optionalDate = (ctx: Ctx, field: string, typed: string): LocalDate | null =>
  typed.trim() === '' ? null : dateFrom(ctx, field, typed);

export function workerLine(row: queries.WorkerRow, day: LocalDate): WorkerLine {
  return {
    id: row.id,
    name: `${row.given_name} ${row.family_name}`,
    email: row.email,
    phone: row.phone,
    functions: (row.functions ?? []) as WorkerFunction[],
    joined: row.account_id !== null,
    invitedAt: row.invited_at,
    employedTo: row.employed_to,
    authorisation: authorisationStatus(
      row.authorised_from && row.authorised_to ? { from: row.authorised_from, to: row.authorised_to } : null,
      day,
    ),
    absence: row.absent_to && row.stand_in ? { until: row.absent_to, standIn: row.stand_in } : null,
  };
}

export function institutionOf(row: queries.InstitutionRow): {
  institution: Institution;
  entity: LegalEntity;
} {
  return {
    institution: {
      id: row.id,
      type: row.type as InstitutionType,
      name: row.name,
      shortName: row.short_name,
      countyCode: row.county_code,
      gminaId: row.gmina_id,
      address: row.address,
      phone: row.phone,
      email: row.email,
      activeFrom: row.active_from,
      activeTo: row.active_to,
      rowVersion: row.row_version,
    },
    entity: {
      id: row.legal_entity_id,
      name: row.entity_name,
      legalForm: row.legal_form as LegalForm,
      nip: row.nip,
      regon: row.regon,
      krs: row.krs,
      rowVersion: row.entity_version,
    },
  };
}

/**
 * Names of gminas to be read side by side. A town and the gmina around it often share the name: then the kind is said.
 * The id stands in where the territory does not know the name.
 */
export function gminaNames(gminas: readonly queries.GminaRow[], lang: Lang): Place[] {
  const kinds: Readonly<Record<string, string>> = text[lang].gminaKinds;
  return gminas.map(({ id, name, kind }) => {
    const twins = name !== null && gminas.some((other) => other.id !== id && other.name === name);
    return { id, name: twins ? `${name} (${kinds[kind ?? ''] ?? kind})` : (name ?? id) };
  });
}

/** Gminas an institution is competent for. */
export const areaOf = async (ctx: Ctx, institutionId: string): Promise<Place[]> =>
  gminaNames(await queries.findArea(ctx, institutionId), ctx.lang);

/** The actor's own institution, as its page shows it. */
export async function ownInstitution(ctx: Ctx): Promise<InstitutionView> {
  const id = ctx.actor.institutionId;
  const row = await queries.findInstitution(ctx, id);
  if (!row) throw notFound();
  const day = today(ctx);
  const workers = await queries.findWorkers(ctx, id, day);
  const left = (w: queries.WorkerRow) => w.employed_to !== null && w.employed_to < day;
  return {
    ...institutionOf(row),
    units: await queries.findUnits(ctx, row.legal_entity_id, id),
    area: await areaOf(ctx, id),
    workers: workers.filter((w) => !left(w)).map((w) => workerLine(w, day)),
    former: workers.filter(left).map((w) => workerLine(w, day)),
    manages: ctx.actor.permissions.has('institution.manage'),
  };
}

/** A worker of the actor's institution. Throws `not_found` for any other. */
export async function ownWorker(ctx: Ctx, id: string): Promise<WorkerLine> {
  const day = today(ctx);
  const [row] = await queries.findWorkers(ctx, ctx.actor.institutionId, day, id);
  if (!row) throw notFound();
  return workerLine(row, day);
}

/** The classes of data in words, by their code; a code that is none has none. */
export const classWords = (lang: Lang): Readonly<Record<DataClass, string> & Record<string, string>> =>
  text[lang].classes;

/** The types of institutions in words, by their code. */
export const typeWords = (lang: Lang): Readonly<Record<string, string>> => text[lang].types;

/** Whether the invented institutions of the demonstration are in this database. */
export const isDemonstration = async (ctx: Ctx): Promise<boolean> =>
  (await queries.findDemo(ctx)).found === true;
