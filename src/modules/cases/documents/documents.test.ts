import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Purpose } from '#kernel/access.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { stopPdf } from '#kernel/pdf/pdf.ts';
import { readPdfText } from '#kernel/pdf/read-text.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import {
  ALL_CLASSES,
  type MadeCase,
  makeAccount,
  makeCaseIn,
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

let t: TestApp;
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
  t = await testApp();
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

describe('what a document tells, and to whom', () => {
  test('the referral letter is what was sent: with the identity for a labour office', async () => {
    const p = await take('letter', w.adviser, 'P1', (ctx) => referralLetter(ctx, ids.toPup));
    has(
      p,
      'Powiatowy Urząd Pracy w Limanowej',
      '2026/0147',
      'Znak sprawy OPS.5101.12.2026',
      'Jan Wymyślony',
      PESEL,
    );
    has(
      p,
      'długotrwałe bezrobocie',
      'zadłużenie',
      'Chce zacząć od szkolenia',
      'Sprawa pilna',
      '11.03.2026',
      HASH,
    );
    has(p, 'Poinformowano ją 27.02.2026, ustnie, podczas rozmowy', 'Limanowa, 02.03.2026');
  });

  test('for a recipient without a statutory basis it says nothing of who it is', async () => {
    for (const actor of [w.socialWorker, w.specialist]) {
      const p = await take('letter-hidden', actor, 'P1', (ctx) => referralLetter(ctx, ids.toNgo));
      has(p, 'J. W.', '35–44 lat', 'Limanowa (miasto)', 'po przyjęciu skierowania');
      const said = `${plain(p.text)}${p.source}`;
      for (const secret of [PESEL, 'Wymyślony', 'Wymyslony', '1844', 'StaraWieś,', '600000000'])
        expect(said, secret).not.toContain(secret);
    }
  });

  test('a partner of the team without a basis for numbers reads the letter to another without them', async () => {
    const p = await take('letter-ngo', w.specialist, 'P1', (ctx) => referralLetter(ctx, ids.toPup));
    has(p, 'nie pokazano: potrzebna osobna podstawa');
    expect(p.text).not.toContain(PESEL);
    const narrow = { ...w.adviser, scope: ['D1', 'D5'] };
    const q = await take('letter-narrow', narrow, 'P1', (ctx) => referralLetter(ctx, ids.toPup));
    expect(q.text).not.toContain(PESEL);
  });

  test('the diagnosis leaves out what is closed to the reader, and says so', async () => {
    const ops = await take('diagnosis', w.socialWorker, 'P2', (ctx) => diagnosisSummary(ctx, c.id, 1));
    has(ops, SECRET, 'Mieszka u siostry', 'Dziesięć lat w tartaku', 'Praca bez dźwigania ponad 10 kg');
    const pup = await take('diagnosis-pup', w.adviser, 'P2', (ctx) => diagnosisSummary(ctx, c.id, 1));
    has(
      pup,
      'Dziesięć lat w tartaku',
      'Części, których tu nie pokazano',
      'drowie i niepełnosprawność',
      'ieszkanie',
    );
    expect(plain(pup.text)).not.toContain(SECRET);
    expect(pup.text).not.toContain('siostry');
    await expect(
      take('none', w.specialist, 'P2', (ctx) => diagnosisSummary(ctx, c.id, 1)),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the access record of a print names the classes that were shown', async () => {
    await take('diagnosis-pup', w.adviser, 'P2', (ctx) => diagnosisSummary(ctx, c.id, 1));
    const { rows } = await admin.query(
      `select classes, purpose, detail from audit.entry where action = 'print' and object_type = 'diagnosis' and worker_id = $1 order by at desc, id desc limit 1`,
      [w.adviser.subjectId],
    );
    expect(rows[0]).toMatchObject({ classes: ['D1', 'D5', 'D4'], purpose: 'P2', detail: { version: '1' } });
  });

  test('the plan holds goals, items, warnings with their source, every signature and the hash', async () => {
    const p = await take('plan', w.socialWorker, 'P3', (ctx) => planDocument(ctx, ids.plan));
    has(
      p,
      'Wersja 2',
      'Stała praca przy utrzymaniu zieleni',
      'umowa o pracę na co najmniej 3 miesiące',
      'kosiarki',
    );
    has(p, 'Fundusz Pracy', '120 godz.', '40,5 godz.', 'Spłacam po 100 zł miesięcznie', 'IPD/33/2026', HASH);
    has(p, 'odbiera status osoby bezrobotnej', 'RPSZ art. 65 ust. 1 pkt 6', 'Dotyczy: udział w KIS');
    has(p, 'Podpisano na papierze', 'Podpisano elektronicznie w Splocie');
    expect(p.text).not.toContain('Data i podpis');
    expect(p.headers.get('content-disposition')).toContain('splot-plan-2026-0147-w2.pdf');
  });

  test('a plan that waits for signatures leaves a line for each that is missing', async () => {
    const open = await makeCaseIn(t.adminUrl, w, 'planning');
    const plan = newId();
    await put('cases.plan', {
      id: plan,
      case_id: open.id,
      version: 1,
      state: 'signing',
      content_hash: HASH,
      signing_since: '2026-03-03T09:00:00Z',
      own_obligation: 'Dzwonię.',
      created_at: '2026-03-03T09:00:00Z',
    });
    const p = await take('plan-open', w.socialWorker, 'P3', (ctx) => planDocument(ctx, plan));
    has(p, 'Wersja do podpisu', 'Koordynator sprawy');
    expect(p.text.split('Data i podpis').length - 1).toBe(2);
  });

  test('the certificate names no diagnosis, no outcome and no service that tells of health', async () => {
    const p = await take('certificate', w.socialWorker, 'P3', (ctx) => certificate(ctx, c.id));
    has(p, 'Zaświadcza się, że Jan Wymyślony', 'szkolenie', 'udział w KIS', 'Partnerstwo Próbne');
    for (const word of ['uzależnień', 'tartak', 'zatrudnienie', 'długów']) expect(p.text).not.toContain(word);
  });

  test('lists, cards and minutes say what was marked and decided', async () => {
    has(
      await take('card', w.socialWorker, 'P3', (ctx) => attendanceCard(ctx, c.id, '2026-03')),
      'Obecności: 2 z 3. Razem godzin obecności: 5.',
      'nieobecność bez',
    );
    has(
      await take('month', w.specialist, 'P3', (ctx) => monthRegister(ctx, ids.group, '2026-03')),
      'Grupa wtorkowa',
      'marzec 2026',
      '03.03',
      'Wymyślony Jan',
    );
    const review = await take('review', w.adviser, 'P4', (ctx) => reviewMinutes(ctx, c.id, 1));
    has(
      review,
      'Plan trwa dalej',
      'trener był chory',
      'Następny przegląd: 20.05.2026',
      'Szkolenie idzie dobrze',
    );
    const closing = await take('closing', w.adviser, 'P4', (ctx) => closingSummary(ctx, c.id));
    has(
      closing,
      'zatrudnienie – umowa o pracę',
      '2 z 3, 5 godz.',
      'po 12 miesiącach',
      '04.03.2027',
      'pełny etat',
    );
    await expect(
      take('none', w.socialWorker, 'P3', (ctx) => sessionRegister(ctx, ids.session)),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a consent that was withdrawn says so; a blank one has boxes and lines', async () => {
    const id = newId();
    await put('cases.consent', {
      id,
      case_id: c.id,
      institution_id: w.ngo.id,
      classes: ['D1'],
      text_version: '1.0',
      lang: 'uk',
      given_on: '2026-03-01',
      way: 'oral',
      valid_to: '2027-03-01',
      withdrawn_at: '2026-03-03T12:00:00Z',
      withdrawn_by: 'participant',
    });
    has(
      await take('consent-uk', w.socialWorker, 'P3', (ctx) => recordedConsent(ctx, c.id, id)),
      'Цю згоду відкликано 03.03.2026, 13:00',
      'Згода не охоплює',
      'Сторінка 1 з 1',
    );
    has(
      await take(
        'form',
        w.socialWorker,
        'P3',
        (ctx) => consentForm(ctx, c.id, w.ngo.id, { lang: 'en' }),
        'pl',
      ),
      'Consent to disclosure of data',
      'Data i podpis'.replace('Data i podpis', 'Date and signature'),
    );
    await expect(
      take('none', w.socialWorker, 'P3', (ctx) => consentForm(ctx, c.id, w.pup.id)),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the person takes their own', () => {
  test('plan, clause and consent, in their language, with an access record of their own', async () => {
    const plan = await take('own-plan', c.participant, 'P3', (ctx) => planPdf(ctx, ids.plan), 'uk');
    has(plan, 'План спільної справи', 'Stała praca przy utrzymaniu zieleni', 'Сторінка 1 з');
    has(
      await take('own-easy', c.participant, 'P3', (ctx) => planPdf(ctx, ids.plan, { easy: true })),
      'Twój plan',
    );
    const info = await take('own-clause', c.participant, 'P3', (ctx) => clausePdf(ctx, c.id), 'uk');
    has(info, 'Інформація про обробку даних', 'Stowarzyszenie „Zielona Dolina”', 'Надано 02.03.2026, усно');
    has(
      await take('own-consent', c.participant, 'P3', (ctx) => consentPdf(ctx, c.id, ids.consent)),
      'Zgoda obejmuje',
    );
    const { rows } = await admin.query(
      `select distinct object_type from audit.entry where action = 'print' and actor_kind = 'participant' and subject_id = $1 order by 1`,
      [c.personId],
    );
    expect(rows.map((r) => r.object_type)).toEqual(['clause', 'consent', 'plan']);
  });

  test('and nobody else’s', async () => {
    const stranger = { ...c.participant, subjectId: newId() };
    for (const work of [
      (ctx: Ctx) => planPdf(ctx, ids.plan),
      (ctx: Ctx) => clausePdf(ctx, c.id),
      (ctx: Ctx) => consentPdf(ctx, c.id, ids.consent),
    ])
      await expect(take('none', stranger, 'P3', work)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what people typed', () => {
  const hostile = `#panic("x") *b* $x$ \u202Eodwrotnie\u202C <script> ${'z'.repeat(5000)} koniec`;
  test('is printed as typed and the pages stand', async () => {
    const odd = await makeCaseIn(t.adminUrl, w, 'planning');
    const [plan, goal] = [newId(), newId()];
    await put('cases.plan', {
      id: plan,
      case_id: odd.id,
      version: 1,
      state: 'draft',
      own_obligation: hostile,
      created_at: '2026-03-03T09:00:00Z',
    });
    await put('cases.goal', {
      id: goal,
      plan_id: plan,
      case_id: odd.id,
      lineage_id: newId(),
      position: 1,
      title: hostile,
      measure: hostile,
      due_on: '2026-09-30',
    });
    await put('cases.plan_item', {
      id: newId(),
      plan_id: plan,
      goal_id: goal,
      case_id: odd.id,
      lineage_id: newId(),
      position: 1,
      service_code: 'training',
      description: hostile,
      institution_id: w.pup.id,
      worker_id: w.adviser.subjectId,
      starts_on: '2026-03-05',
      due_on: '2026-04-05',
      financing_code: 'none',
      place: hostile,
    });
    await admin.query(`update cases.person set family_name = $2 where id = $1`, [
      odd.personId,
      hostile.slice(0, 300),
    ]);
    const p = await take('hostile', w.socialWorker, 'P3', (ctx) => planDocument(ctx, plan));
    const typed = plain('#panic("x") *b* $x$ odwrotnie <script> zzzzzzzzzzzzzzzzzzzz');
    expect(plain(p.text).split(typed).length - 1).toBe(7);
    expect(p.text.split('z'.repeat(20)).length).toBeGreaterThan(4 * 250);
    expect(p.text.split('koniec').length - 1).toBe(5);
    expect(p.pages.length).toBeLessThan(12);
    for (const [i, one] of p.pages.entries()) expect(one).toContain(`Strona ${i + 1} z ${p.pages.length}`);
  });

  test('never stands in the name of the file', () => {
    expect(fileName(['plan', '2026/0147', 'w2'])).toBe('splot-plan-2026-0147-w2.pdf');
    expect(fileName(['Łódź "\r\n', '../x'])).toBe('splot-lodz-x.pdf');
  });
});

describe('the list of documents', () => {
  test('offers what can be taken, and says why the rest cannot', async () => {
    const { offers } = await t.ctxAs(w.socialWorker, (ctx) => documentsOf(ctx, c.id), { purpose: 'P3' });
    const of = (kind: string) => offers.find((o) => o.kind === kind);
    expect(offers.filter((o) => o.refused !== null)).toEqual([]);
    expect(of('referral')?.entries).toHaveLength(2);
    expect(of('plan')?.entries[0]).toMatchObject({
      name: 'wersja 2, podpisana 12.02.2026',
      href: `/cases/${c.id}/documents/plan/${ids.plan}`,
    });
    const partner = await t.ctxAs(w.specialist, (ctx) => documentsOf(ctx, c.id), { purpose: 'P3' });
    const why = Object.fromEntries(partner.offers.map((o) => [o.kind, o.refused]));
    expect(why).toMatchObject({
      plan: 'own_items_only',
      diagnosis: 'no_basis',
      closing: 'no_basis',
      certificate: 'not_directing',
      attendance: null,
    });
    const early = await makeCaseIn(t.adminUrl, w, 'intake');
    const first = await t.ctxAs(w.socialWorker, (ctx) => documentsOf(ctx, early.id), { purpose: 'P3' });
    expect(Object.fromEntries(first.offers.map((o) => [o.kind, o.refused]))).toMatchObject({
      referral: 'not_sent',
      clause: null,
      diagnosis: 'no_diagnosis',
      plan: 'no_plan',
      review: 'no_reviews',
      closing: 'no_outcome',
      certificate: 'not_begun',
    });
  });

  test('only whoever directs the case issues the certificate', async () => {
    const ask = (actor: Actor) =>
      t.ctxAs(actor, (ctx) => allowed(ctx, c.id, 'certificate'), { purpose: 'P3' });
    await ask(w.socialWorker);
    await ask(w.opsHead);
    await expect(ask(w.adviser)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('through the browser', () => {
  let social: Browser;
  let labour: Browser;
  beforeAll(async () => {
    social = await t.as(await makeAccount(t, w.socialWorker));
    labour = await t.as(await makeAccount(t, w.adviser));
  });

  test('every address on the list answers with a PDF, in Polish and English', async () => {
    for (const lang of ['pl', 'en']) {
      const list = await social.get(`/cases/${c.id}/documents?lang=${lang}`);
      expect(list.status).toBe(200);
      const links = [...list.text.matchAll(/<a [^>]*href="([^"]*)"[^>]*data-no-prefetch/g)].map(
        (m) => m[1] ?? '',
      );
      const documents = links.filter((href) => /\/documents\/|\/letter/.test(href));
      expect(documents.length).toBeGreaterThan(15);
      for (const href of lang === 'pl' ? documents : []) {
        const answer = await social.get(href.replaceAll('&amp;', '&'));
        expect([href, answer.status, answer.headers.get('content-type')]).toEqual([
          href,
          200,
          'application/pdf',
        ]);
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
    }
  });

  test('an address of somebody else’s, or of nothing, is a missing page', async () => {
    const other = await makeCaseIn(t.adminUrl, w, 'active', { team: [w.socialWorker] });
    const missing = [
      `/cases/${other.id}/documents`,
      `/cases/${other.id}/documents/clause`,
      `/cases/${c.id}/documents/plan/${newId()}`,
      `/cases/${c.id}/documents/certificate`,
      `/cases/${c.id}/documents/diagnosis/9`,
      `/referrals/${newId()}/letter`,
      `/sessions/${ids.session}/register`,
    ];
    for (const path of missing) expect([path, (await labour.get(path)).status]).toEqual([path, 404]);
    // A plan of one case under the address of another.
    expect((await social.get(`/cases/${other.id}/documents/plan/${ids.plan}`)).status).toBe(404);
    expect((await t.visitor.get(`/cases/${c.id}/documents/plan/${ids.plan}`)).status).not.toBe(200);
  });
});
