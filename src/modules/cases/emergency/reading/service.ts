import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { CaseState, Term } from '../../schema.ts';
import { terms } from '../../service.ts';
import type { Emergency } from '../schema.ts';
import { classesShown, recordEmergency } from '../service.ts';
import * as queries from './queries.ts';
import type { EmergencyView } from './schema.ts';

/**
 * What the case holds of classes D1–D5, read under the role that can only read, and only while the emergency is open:
 * the database decides at the instant of the request. Throws `not_found` when it shows nothing.
 */
export async function readEmergency(ctx: Ctx, e: Emergency): Promise<EmergencyView> {
  await recordEmergency(ctx, e, 'view', classesShown(ctx));
  const services = await terms(ctx, 'service');
  const domains = await terms(ctx, 'domain');
  await queries.stepIn(ctx);
  const view = await readCase(ctx, e.caseId, { services, domains });
  await queries.stepOut(ctx);
  if (!view) throw notFound();
  return view;
}

const labelIn = (list: readonly Term[], code: string) => list.find((t) => t.code === code)?.label ?? code;

async function readCase(
  ctx: Ctx,
  caseId: string,
  words: { services: readonly Term[]; domains: readonly Term[] },
): Promise<EmergencyView | null> {
  const c = await queries.findState(ctx, caseId);
  const p = c && (await queries.findPerson(ctx, c.person_id));
  if (!c || !p) return null;
  const diagnosis = await queries.findDiagnosis(ctx, caseId);
  const plan = await queries.findPlan(ctx, caseId);
  const parts = await queries.findParts(ctx, caseId);
  const items = plan ? await queries.findItems(ctx, plan.id) : [];
  return {
    state: c.state as CaseState,
    person: {
      name: p.unidentified_label ?? `${p.given_name} ${p.family_name}`,
      birthDate: p.birth_date,
      address: [p.street, [p.postal_code, p.locality].filter(Boolean).join(' ')].filter(Boolean).join(', '),
      phone: p.phone,
      email: p.email,
      identifiers: (await queries.findIdentifiers(ctx, c.person_id)).map((i) => i.value),
    },
    diagnosis: diagnosis && {
      ownView: diagnosis.own_view,
      strengths: diagnosis.strengths,
      conclusion: diagnosis.conclusion,
      forWork: (await queries.findForWork(ctx, diagnosis.id)).map((f) => f.body).join('\n'),
    },
    parts: parts.map((part) => ({
      domain: labelIn(words.domains, part.domain),
      institution: part.institution_name,
      note: part.note,
    })),
    ownObligation: plan?.own_obligation ?? '',
    items: items.map((i) => ({
      goal: i.goal,
      service: labelIn(words.services, i.service_code),
      description: i.description,
      institution: i.institution_name,
      startsOn: i.starts_on,
      dueOn: i.due_on,
    })),
    notes: (await queries.findNotes(ctx, caseId)).map((n) => ({
      at: n.at,
      body: n.body,
      institution: n.institution_name,
    })),
  };
}
