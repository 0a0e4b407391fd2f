import type { z } from 'zod';
import { DATA_CLASSES } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { whoSees } from '../../access/api.ts';
import { loadPerson } from '../../person/api.ts';
import type { CaseState, WaitCode } from '../../schema.ts';
import { caseHead, loadCase, recordView, shortName, team, terms, today } from '../../service.ts';
import { caseHistory } from '../../summary/api.ts';
import * as queries from './queries.ts';
import {
  type access,
  type CasesQuery,
  type caseDetail,
  type casePage,
  type event,
  type grant,
  PAGE,
  type personOfCase,
  type term,
} from './schema.ts';

/** A page of the actor's cases, recorded as seen. */
export async function pageOfCases(ctx: Ctx, q: CasesQuery): Promise<z.input<typeof casePage>> {
  const rows = await queries.findCases(ctx, q, today(ctx), PAGE + 1);
  const shown = rows.slice(0, PAGE);
  await record(ctx, {
    action: 'view',
    objectType: 'case_list',
    classes: ['D1'],
    detail: { rows: shown.length },
  });
  return {
    cases: shown.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state as CaseState,
      person: shortName(row.given_name, row.family_name, row.unidentified_label),
      waitsFor: row.waits_for as WaitCode,
      waitsUntil: row.waits_until,
      waitsInstitution:
        row.institution_name && row.institution_type
          ? { name: row.institution_name, type: row.institution_type }
          : null,
      waitsWorker: row.worker_name,
      rowVersion: row.row_version,
    })),
    nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The head of a case: where it stands, what it waits for, who works on it. */
export async function caseOf(ctx: Ctx, id: string): Promise<z.input<typeof caseDetail>> {
  const c = await loadCase(ctx, id);
  const [head, members] = await Promise.all([
    caseHead(ctx, c),
    team(ctx, id),
    recordView(ctx, c, 'case', ['D1']),
  ]);
  const institutions = new Map(members.map((m) => [m.institution_id ?? '', m]));
  return {
    ...c,
    stateSince: c.stateSince.toISOString(),
    openedAt: c.openedAt.toISOString(),
    person: head.person,
    coordinator: head.coordinator,
    waits: {
      ...c.waits,
      institution: head.waitsInstitution,
      worker: head.waitsWorker,
      forMe: head.waitsForMe,
    },
    team: [...institutions].map(([institutionId, m]) => ({
      institutionId,
      institution: m.institution_name ?? '',
      type: m.institution_type ?? '',
      role: m.participation ?? '',
      workers: members.flatMap((w) =>
        w.institution_id === institutionId && w.worker_id
          ? [{ id: w.worker_id, name: w.worker_name ?? '', role: w.role ?? '' }]
          : [],
      ),
    })),
  };
}

const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** Everything that happened, newest first; codes, dates and ids, never content. */
export async function timelineOf(ctx: Ctx, id: string): Promise<z.input<typeof event>[]> {
  const { events } = await caseHistory(ctx, id);
  return events.map((e) => ({
    at: e.at.toISOString(),
    kind: e.kind,
    institution: e.institution,
    worker: e.worker,
    data: Object.fromEntries(
      Object.entries(e.data).flatMap(([key, value]) => (isPlain(value) ? [[key, value]] : [])),
    ),
  }));
}

/** The person of a case with their identity; recorded as seen. */
export async function personOf(ctx: Ctx, caseId: string): Promise<z.input<typeof personOfCase>> {
  const c = await loadCase(ctx, caseId);
  const p = await loadPerson(ctx, c.personId);
  await recordView(ctx, c, 'person', p.identifier ? ['D1', 'D2'] : ['D1'], p.id);
  return { ...p, unidentifiedLabel: p.label, language: p.lang };
}

type Line = Awaited<ReturnType<typeof whoSees>>['current'][number];
const grantOf = (g: Line): z.input<typeof grant> => ({
  id: g.id,
  institutionId: g.institutionId,
  institution: g.institutionName,
  dataClass: DATA_CLASSES.find((c) => c === g.dataClass) ?? 'D1',
  canWrite: g.canWrite,
  basis: g.basisCode,
  article: g.article,
  origin: g.origin,
  validFrom: g.validFrom.toISOString(),
  validTo: g.validTo?.toISOString() ?? null,
  endedReason: g.endedReason,
});

/** Who sees what of the case and on what basis. */
export async function accessOf(ctx: Ctx, caseId: string): Promise<z.input<typeof access>> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'access', ['D1']);
  const { current, ended } = await whoSees(ctx, c.id);
  return { current: current.map(grantOf), ended: ended.map(grantOf) };
}

/** A dictionary in force today; `not_found` when there is none of this name. */
export async function dictionary(ctx: Ctx, name: string): Promise<z.input<typeof term>[]> {
  const found = await terms(ctx, name);
  if (found.length === 0) throw notFound();
  return found.map((t) => ({ code: t.code, label: t.label, meta: { ...t.meta } }));
}
