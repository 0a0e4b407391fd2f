import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Purpose } from '#kernel/access.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { stopPdf } from '#kernel/pdf/pdf.ts';
import { readPdfText } from '#kernel/pdf/read-text.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import {
  ALL_CLASSES,
  type MadeCase,
  makeCaseIn,
  makeWorker,
  makeWorld,
  type World,
} from '#test/factories.ts';
import { clausePdf, consentPdf, planPdf } from './api.ts';
import { attendanceCard, sessionRegister } from './attendance/service.ts';
import { certificate } from './certificate/service.ts';
import { clause } from './clause/service.ts';
import { closingSummary } from './closing/service.ts';
import { consentForm, recordedConsent } from './consent/service.ts';
import { diagnosisSummary } from './diagnosis/service.ts';
import { referralLetter } from './letter/service.ts';
import { reviewMinutes } from './minutes/service.ts';
import { monthRegister } from './month/service.ts';
import { planDocument } from './plan/service.ts';
import { fileName } from './printing/service.ts';
import { allowed, documentsOf } from './service.ts';

let t: TestDatabase;
let admin: pg.Client;
let w: World;
let c: MadeCase;
/** One row given as column → value, past triggers and row-level security. */
async function put(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  await admin.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}
const ids = {
  toPup: newId(),
  toNgo: newId(),
  consent: newId(),
  diagnosis: newId(),
  plan: newId(),
  group: newId(),
  session: newId(),
};
const SECRET = 'choroba-tylko-dla-OPS';
const PESEL = '44051401359';
const HASH = 'a1b2c3d4'.repeat(8);

const person = {
  disclosed: true,
  givenName: 'Jan',
  familyName: 'Wymyślony',
  label: null,
  identifier: { kind: 'pesel', value: PESEL },
  birthDate: '1844-05-14',
  sex: 'm',
  locality: 'Stara Wieś',
  phone: '+48 600 000 000',
  email: '',
  lang: 'pl',
};
const packet = (recipient: string, who: object) => ({
  version: 1,
  number: '2026/0147',
  kind: 'opening',
  sender: {
    institution: 'OPS',
    type: 'OPS',
    worker: 'Anna Próbna',
    phone: '+48 18 337 00 00',
    email: 'anna@example.org',
    sign: 'OPS.5101.12.2026',
  },
  recipient: { institution: recipient, type: 'PUP' },
  needs: ['long_term_unemployment', 'debts'],
  urgent: true,
  reason: 'Osoba szuka pracy od trzech lat. Chce zacząć od szkolenia i spłaty długów.',
  gmina: '1207-limanowa-m',
  gminaName: 'Limanowa (miasto)',
  informed: { on: '2026-02-27', form: 'oral' },
  person: who,
});

async function referral(id: string, to: { id: string; name: string }, who: object): Promise<void> {
  await put('cases.referral', {
    id,
    case_id: c.id,
    partnership_id: w.partnershipId,
    kind: id === ids.toPup ? 'opening' : 'service',
    sender_institution_id: w.ops.id,
    sender_worker_id: w.socialWorker.subjectId,
    recipient_institution_id: to.id,
    state: 'sent',
    needs: ['long_term_unemployment', 'debts'],
    packet: packet(to.name, who),
    packet_hash: HASH,
    sent_at: '2026-03-02T09:12:00Z',
    due_on: '2026-03-11',
  });
}

async function part(domain: string, dataClass: string, institution: string, note: string): Promise<void> {
  await put('cases.diagnosis_part', {
    id: newId(),
    diagnosis_id: ids.diagnosis,
    case_id: c.id,
    domain,
    data_class: dataClass,
    institution_id: institution,
    scale: 2,
    note,
    filled_at: '2026-02-10T10:00:00Z',
  });
}

const goals = [newId(), newId()];
const lineages = [newId(), newId(), newId(), newId()];
async function item(
  i: number,
  goal: number,
  service: string,
  actor: Actor,
  more: object = {},
): Promise<void> {
  await put('cases.plan_item', {
    id: newId(),
    plan_id: ids.plan,
    goal_id: goals[goal],
    case_id: c.id,
    lineage_id: lineages[i],
    position: i,
    service_code: service,
    institution_id: actor.institutionId,
    worker_id: actor.subjectId,
    starts_on: '2026-02-16',
    due_on: '2026-08-31',
    financing_code: 'labour_fund',
    ...more,
  });
  await put('cases.item_progress', {
    lineage_id: lineages[i],
    case_id: c.id,
    state: 'in_progress',
    changed_at: '2026-02-20T10:00:00Z',
  });
}

async function sign(signer: string, name: string, actor: Actor | null, way = 'electronic'): Promise<void> {
  await put('cases.plan_signature', {
    id: newId(),
    plan_id: ids.plan,
    case_id: c.id,
    signer,
    institution_id: actor?.institutionId ?? null,
    worker_id: actor?.subjectId ?? null,
    name,
    way,
    signed_at: '2026-02-12T11:30:00Z',
    content_hash: HASH,
  });
}

async function planRows(): Promise<void> {
  await put('cases.plan', {
    id: ids.plan,
    case_id: c.id,
    version: 2,
    state: 'signed',
    next_review_on: '2026-05-20',
    contact_every_days: 30,
    contact_form: 'visit',
    own_obligation: 'Przychodzę na zajęcia i dzwonię, gdy nie mogę. Spłacam po 100 zł miesięcznie.',
    confirmed_warnings: [`status_loss:${lineages[3]}`],
    signed_on: '2026-02-12',
    content_hash: HASH,
    created_at: '2026-02-11T09:00:00Z',
  });
  const titles = ['Stała praca przy utrzymaniu zieleni', 'Spłata długów bez nowych pożyczek'];
  for (const [i, title] of titles.entries())
    await put('cases.goal', {
      id: goals[i],
      plan_id: ids.plan,
      case_id: c.id,
      lineage_id: newId(),
      position: i,
      title,
      measure: i === 0 ? 'umowa o pracę na co najmniej 3 miesiące' : 'ugoda z bankiem i trzy raty w terminie',
      due_on: '2026-09-30',
    });
  await item(0, 0, 'training', w.adviser, {
    place: 'Limanowa, ul. Długa 5',
    hours: 120,
    description: 'kosiarki i podkaszarki',
  });
  await item(1, 0, 'job_coach', w.specialist, { financing_code: 'commissioned_task' });
  await item(2, 1, 'addiction_therapy', w.socialWorker, { financing_code: 'nfz' });
  await item(3, 1, 'kis_place', w.specialist, { financing_code: 'esf_plus', place: 'KIS', hours: 40.5 });
  await sign('person', 'Jan Wymyślony', null, 'paper');
  await sign('coordinator', 'Anna Próbna', w.socialWorker);
  for (const actor of [w.socialWorker, w.adviser, w.specialist]) await sign('institution', actor.name, actor);
  await put('cases.linked_instrument', {
    id: newId(),
    case_id: c.id,
    kind: 'ipd',
    number: 'IPD/33/2026',
    institution_id: w.pup.id,
    signed_on: '2026-02-05',
    started_on: '2026-02-10',
    state: 'in_progress',
  });
}

async function sessionRows(): Promise<void> {
  await put('cases.activity_group', {
    id: ids.group,
    institution_id: w.ngo.id,
    name: 'Grupa wtorkowa',
    place: 'Świetlica',
    worker_id: w.specialist.subjectId,
  });
  await put('cases.group_member', {
    id: newId(),
    group_id: ids.group,
    case_id: c.id,
    lineage_id: lineages[3],
    joined_on: '2026-02-01',
  });
  const marks = ['present', 'absent', 'present', null];
  for (const [i, mark] of marks.entries()) {
    const id = i === 0 ? ids.session : newId();
    await put('cases.session', {
      id,
      institution_id: w.ngo.id,
      worker_id: w.specialist.subjectId,
      group_id: ids.group,
      service_code: 'kis_place',
      title: 'Warsztat ogrodniczy',
      starts_at: `2026-03-${String(3 + 7 * i).padStart(2, '0')}T09:00:00Z`,
      hours: 2.5,
      place: 'Świetlica',
    });
    await put('cases.attendance', {
      id: newId(),
      session_id: id,
      case_id: c.id,
      lineage_id: lineages[3],
      mark,
      minutes: mark === 'present' ? 150 : null,
    });
  }
}

async function endRows(): Promise<void> {
  const review = newId();
  await put('cases.review', {
    id: review,
    case_id: c.id,
    plan_id: ids.plan,
    number: 1,
    held_on: '2026-03-03',
    kind: 'scheduled',
    trigger_code: 'scheduled',
    present: 'Jan Wymyślony, Anna Próbna (OPS)',
    decision: 'continue',
    minutes: 'Szkolenie idzie dobrze. Dojazd pokrywa urząd pracy.',
    next_review_on: '2026-05-20',
    recorded_by: w.socialWorker.subjectId,
    recorded_at: '2026-03-03T12:00:00Z',
  });
  await put('cases.review_item', {
    review_id: review,
    case_id: c.id,
    lineage_id: lineages[1],
    result: 'not_done',
    reason: 'trener był chory',
  });
  await put('cases.outcome', {
    case_id: c.id,
    code: 'EMP_OPEN',
    left_on: '2026-03-04',
    evidence_code: 'contract_seen',
    employment_started_on: '2026-03-02',
    employment_hours: 'full',
    planned_months: 12,
    progress_codes: ['b', 'c'],
    informed_on: '2026-03-04',
    recorded_by: w.socialWorker.subjectId,
    recorded_at: '2026-03-04T08:00:00Z',
  });
  for (const [stage, due] of [
    ['F0', '2026-04-01'],
    ['F3', '2026-06-04'],
    ['F6', '2026-09-04'],
    ['F12', '2027-03-04'],
  ])
    await put('cases.follow_up', { id: newId(), case_id: c.id, stage, opens_on: '2026-03-04', due_on: due });
}

beforeAll(async () => {
  t = await testDatabase();
  admin = new pg.Client({ connectionString: t.adminUrl });
  await admin.connect();
  await admin.query("set session_replication_role = 'replica'");
  w = await makeWorld(t.adminUrl);
  const named: [string, string, string][] = [
    [w.ops.id, 'Miejski Ośrodek Pomocy Społecznej w Limanowej', 'ul. Józefa Marka 9, 34-600 Limanowa'],
    [w.pup.id, 'Powiatowy Urząd Pracy w Limanowej', 'ul. Piłsudskiego 50, 34-600 Limanowa'],
    [w.ngo.id, 'Stowarzyszenie „Zielona Dolina”', 'Stara Wieś 12, 34-600 Limanowa'],
  ];
  for (const [id, name, address] of named)
    await admin.query(
      `update organisations.institution set name = $2, short_name = $2, address = $3, phone = '+48 18 337 00 00', email = 'biuro@example.org' where id = $1`,
      [id, name, address],
    );
  const all = [...ALL_CLASSES];
  c = await makeCaseIn(t.adminUrl, w, 'closing', {
    classes: { OPS: all, PUP: ['D1', 'D2', 'D4', 'D5', 'D6'], NGO: ['D1', 'D6'] },
  });
  await admin.query(`update cases.shared_case set number = '2026/0147' where id = $1`, [c.id]);
  await admin.query(
    `update cases.person set given_name = 'Jan', family_name = 'Wymyślony', birth_date = '1844-05-14' where id = $1`,
    [c.personId],
  );
  await referral(ids.toPup, w.pup, person);
  await referral(ids.toNgo, w.ngo, { disclosed: false, initials: 'J. W.', ageBand: '35–44' });
  await put('cases.clause_given', {
    id: newId(),
    case_id: c.id,
    version: '1.0',
    given_on: '2026-03-02',
    form: 'oral',
    institution_id: w.ops.id,
    worker_id: w.socialWorker.subjectId,
  });
  await put('cases.consent', {
    id: ids.consent,
    case_id: c.id,
    institution_id: w.ngo.id,
    classes: ['D1', 'D6'],
    text_version: '1.0',
    lang: 'pl',
    given_on: '2026-03-02',
    way: 'paper',
    valid_to: '2027-03-01',
  });
  await put('cases.diagnosis', {
    id: ids.diagnosis,
    case_id: c.id,
    number: 1,
    state: 'approved',
    own_view: 'Chcę pracować na powietrzu.',
    strengths: 'Zna się na ogrodach.',
    conclusion: 'Zacząć od szkolenia i ugody z bankiem.',
    meeting_on: '2026-02-10',
    present: 'Jan, Anna, Ewa',
    approved_at: '2026-02-11T09:00:00Z',
    created_at: '2026-01-20T09:00:00Z',
  });
  await part('housing', 'D3', w.ops.id, 'Mieszka u siostry.');
  await part('work_history', 'D4', w.pup.id, 'Dziesięć lat w tartaku.');
  await part('health_disability', 'D7', w.ops.id, SECRET);
  await put('cases.functional_conclusion', {
    id: newId(),
    diagnosis_id: ids.diagnosis,
    case_id: c.id,
    domain: 'work',
    body: 'Praca bez dźwigania ponad 10 kg.',
  });
  for (const actor of [w.socialWorker, w.adviser])
    await put('cases.diagnosis_approval', {
      diagnosis_id: ids.diagnosis,
      case_id: c.id,
      institution_id: actor.institutionId,
      worker_id: actor.subjectId,
      at: '2026-02-11T09:00:00Z',
      content_version: 1,
    });
  await planRows();
  await sessionRows();
  await endRows();
});
afterAll(async () => {
  await stopPdf();
  await admin.end();
  await t.drop();
});

/** Without spaces and break points: lines end where they must. */
const plain = (text: string) => text.replace(/[\s\u200b]+/g, '');
interface Printed {
  readonly text: string;
  readonly pages: string[];
  readonly source: string;
  readonly headers: Headers;
}
/** Takes a document as the actor; with SPLOT_PRINT=folder it is also kept there, to be looked at. */
async function take(
  name: string,
  actor: Actor,
  purpose: Purpose,
  work: (ctx: Ctx) => Promise<Response>,
  lang: 'pl' | 'en' | 'uk' = 'pl',
): Promise<Printed> {
  const response = await t.ctxAs(actor, work, { purpose, lang });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (process.env.SPLOT_PRINT) writeFileSync(`${process.env.SPLOT_PRINT}/${name}.pdf`, bytes);
  const pages = readPdfText(bytes);
  const source = Buffer.from(bytes).toString('latin1');
  return { text: pages.join('\n'), pages, source, headers: response.headers };
}
const has = (p: Printed, ...texts: string[]) => {
  for (const text of texts) expect(plain(p.text), text).toContain(plain(text));
};

describe('every document renders, says whose it is and which page', () => {
  const print = {
    letter: () => take('letter', w.socialWorker, 'P1', (ctx) => referralLetter(ctx, ids.toPup)),
    'letter-hidden': () => take('letter-hidden', w.specialist, 'P1', (ctx) => referralLetter(ctx, ids.toNgo)),
    clause: () => take('clause', w.socialWorker, 'P3', (ctx) => clause(ctx, c.id)),
    consent: () => take('consent', w.socialWorker, 'P3', (ctx) => recordedConsent(ctx, c.id, ids.consent)),
    form: () => take('form', w.socialWorker, 'P3', (ctx) => consentForm(ctx, c.id, w.ngo.id)),
    easy: () => take('easy', w.socialWorker, 'P3', (ctx) => consentForm(ctx, c.id, w.ngo.id, { easy: true })),
    diagnosis: () => take('diagnosis', w.socialWorker, 'P2', (ctx) => diagnosisSummary(ctx, c.id, 1)),
    plan: () => take('plan', w.socialWorker, 'P3', (ctx) => planDocument(ctx, ids.plan)),
    'plan-easy': () =>
      take('plan-easy', w.socialWorker, 'P3', (ctx) => planDocument(ctx, ids.plan, { easy: true })),
    card: () => take('card', w.socialWorker, 'P3', (ctx) => attendanceCard(ctx, c.id, '2026-03')),
    session: () =>
      take('session', w.specialist, 'P3', (ctx) => sessionRegister(ctx, ids.session, { blank: true })),
    'session-filled': () =>
      take('session-filled', w.specialist, 'P3', (ctx) => sessionRegister(ctx, ids.session)),
    month: () => take('month', w.specialist, 'P3', (ctx) => monthRegister(ctx, ids.group, '2026-03')),
    'month-blank': () =>
      take('month-blank', w.specialist, 'P3', (ctx) =>
        monthRegister(ctx, ids.group, '2026-03', { blank: true }),
      ),
    review: () => take('review', w.socialWorker, 'P4', (ctx) => reviewMinutes(ctx, c.id, 1)),
    closing: () => take('closing', w.socialWorker, 'P4', (ctx) => closingSummary(ctx, c.id)),
    certificate: () => take('certificate', w.socialWorker, 'P3', (ctx) => certificate(ctx, c.id)),
  } as const;

  test.each(Object.entries(print))('%s', async (name, run) => {
    const p = await run();
    const institution = ['session', 'session-filled', 'month', 'month-blank'].includes(name)
      ? 'Stowarzyszenie „Zielona Dolina”'
      : 'Miejski Ośrodek Pomocy Społecznej w Limanowej';
    has(p, institution);
    for (const [i, page] of p.pages.entries()) expect(page).toContain(`Strona ${i + 1} z ${p.pages.length}`);
    expect(p.source).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(p.source).toMatch(/\/Lang \(pl\)/);
    expect(p.headers.get('cache-control')).toBe('no-store');
    expect(p.headers.get('content-disposition')).toMatch(/^attachment; filename="splot-[a-z0-9-]+\.pdf"$/);
    expect(p.headers.get('content-disposition')).not.toMatch(/wymyslony|jan/);
  });

  test.each(Object.entries(print))('%s leaves an access record of a print', async (_, run) => {
    const printed = async () => {
      const { rows } = await admin.query(
        `select count(*)::int as n from audit.entry where action = 'print' and subject_id = $1`,
        [c.personId],
      );
      return (rows[0] as { n: number }).n;
    };
    const before = await printed();
    await run();
    expect(await printed()).toBe(before + 1);
  });
});
