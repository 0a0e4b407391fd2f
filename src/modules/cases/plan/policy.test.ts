import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseState } from '../schema.ts';
import { CASE_STATES } from '../schema.ts';
import { coordinates, mayChange, mayCreate, mayDirect, mayEdit, maySetProgress } from './policy.ts';
import { type Goal, nextOfDraft, PLAN_STATES, type Plan, type PlanItem } from './schema.ts';
import { mayConfirm, mayRecordPaper, type ReadinessFacts, readyToSign, signsFor } from './signing/policy.ts';
import { canonical, contentHash, diffVersions } from './versions/policy.ts';
import {
  type Facts,
  readRule,
  unconfirmed,
  type Warning,
  type WarningRule,
  warningsOf,
} from './warnings/policy.ts';

test('the one filled step of a draft is the one it lacks, and signing only when it can succeed', () => {
  const goal = (items: readonly PlanItem[]): Goal => ({
    id: 'g1',
    lineageId: 'gl1',
    position: 1,
    title: 'Praca',
    measure: 'umowa',
    dueOn: '2026-12-31',
    rowVersion: 1,
    items,
  });
  const empty = { ownObligation: '', nextReviewOn: null, contactEveryDays: null, contactForm: '' };
  const arranged = {
    ownObligation: 'Przychodzę.',
    nextReviewOn: '2026-06-01',
    contactEveryDays: 30,
    contactForm: 'visit',
  };
  expect(nextOfDraft({ ...arranged, goals: [] })).toEqual({ step: 'goal' });
  expect(nextOfDraft({ ...arranged, goals: [goal([])] })).toEqual({ step: 'item', goalId: 'g1' });
  expect(nextOfDraft({ ...empty, goals: [goal([item()])] })).toEqual({ step: 'arrangements' });
  for (const key of ['ownObligation', 'nextReviewOn', 'contactEveryDays', 'contactForm'] as const)
    expect(nextOfDraft({ ...arranged, [key]: empty[key], goals: [goal([item()])] }).step).toBe(
      'arrangements',
    );
  expect(nextOfDraft({ ...arranged, goals: [goal([item()])] })).toEqual({ step: 'prepare' });
});

const item = (over: Partial<PlanItem> = {}): PlanItem => ({
  id: 'i1',
  planId: 'p',
  caseId: 'c',
  goalId: 'g1',
  lineageId: 'l1',
  position: 1,
  serviceCode: 'social_work',
  serviceLabel: 'praca socjalna',
  description: '',
  institutionId: 'ops',
  institutionName: 'OPS',
  institutionType: 'OPS',
  workerId: 'anna',
  workerName: 'Anna',
  startsOn: '2026-03-10',
  dueOn: '2026-06-30',
  financingCode: 'none',
  financingLabel: 'bez kosztów',
  place: '',
  hours: null,
  rowVersion: 1,
  progress: { state: 'planned', reason: '', changedAt: null, rowVersion: 0 },
  ...over,
});
const goal = (items: readonly PlanItem[], over: Partial<Goal> = {}): Goal => ({
  id: 'g1',
  lineageId: 'gl1',
  position: 1,
  title: 'Praca',
  measure: 'umowa',
  dueOn: '2026-12-31',
  rowVersion: 1,
  items,
  ...over,
});
const plan = (goals: readonly Goal[], over: Partial<Plan> = {}): Plan => ({
  id: 'p',
  caseId: 'c',
  version: 1,
  state: 'draft',
  nextReviewOn: '2026-05-20',
  contactEveryDays: 30,
  contactForm: 'visit',
  contactFormLabel: 'wizyta',
  ownObligation: 'Przychodzę.',
  confirmedWarnings: [],
  signedOn: null,
  signingSince: null,
  contentHash: null,
  createdAt: new Date(0),
  rowVersion: 1,
  goals,
  signatures: [],
  ...over,
});

describe('ready to sign (transition 8)', () => {
  const facts = (p: Plan, over: Partial<ReadinessFacts> = {}): ReadinessFacts => ({
    plan: p,
    warnings: [],
    team: [{ institution_id: 'ops', worker_id: 'anna', role: 'coordinator' }],
    collective: new Set(['support_group']),
    today: '2026-03-04',
    reviewBy: '2026-06-04',
    ...over,
  });
  const missing = (p: Plan, over?: Partial<ReadinessFacts>) => readyToSign(facts(p, over)).map((m) => m.what);
  const good = [goal([item()])];

  test('nothing is missing', () => expect(missing(plan(good))).toEqual([]));
  test.each<[string, Plan, string[]]>([
    ['no goal', plan([]), ['goal', 'item']],
    ['a goal without items', plan([goal([])]), ['item']],
    ['no measure', plan([goal([item()], { measure: ' ' })]), ['measure']],
    [
      'a group without place and hours',
      plan([goal([item({ serviceCode: 'support_group' })])]),
      ['place', 'hours'],
    ],
    ['a worker who left the team', plan([goal([item({ workerId: 'jan' })])]), ['worker']],
    ['a worker of another institution', plan([goal([item({ institutionId: 'pup' })])]), ['worker']],
    ['no review', plan(good, { nextReviewOn: null }), ['review']],
    ['a review today', plan(good, { nextReviewOn: '2026-03-04' }), ['review_past']],
    ['a review after three months', plan(good, { nextReviewOn: '2026-06-05' }), ['review_late']],
    ['no contact', plan(good, { contactEveryDays: null, contactForm: '' }), ['contact_days', 'contact_form']],
    ['nothing of the person', plan(good, { ownObligation: '  ' }), ['own_obligation']],
  ])('%s', (_, p, what) => expect(missing(p)).toEqual(what));

  test('a warning to confirm blocks, one confirmed or for information does not', () => {
    const warning = (confirm: string | null, confirmed: boolean): Warning => ({
      key: 'k',
      code: 'k',
      sentence: 's',
      source: 'x',
      about: [],
      confirm,
      notify: null,
      confirmed,
    });
    const of = (w: Warning) => missing(plan(good), { warnings: [w] });
    expect(of(warning('coordinator', false))).toEqual(['warning']);
    expect(of(warning('coordinator', true))).toEqual([]);
    expect(of(warning(null, false))).toEqual([]);
  });
});

describe('warnings', () => {
  const services = new Map<string, Record<string, unknown>>([
    ['cis_place', { instrument: 'ipzs' }],
    ['art_200_group', { exclusive: true }],
    ['internship', { public_form: true }],
    ['coop_grant', { ends_status: true, public_form: true }],
  ]);
  const rule = (code: string, meta: Record<string, unknown>): WarningRule => {
    const read = readRule({ code, label: code, source: 'art.', meta });
    if (!read) throw new Error(code);
    return read;
  };
  const rules = [
    rule('info', { kind: 'goal_without_item' }),
    rule('status_loss', {
      kind: 'instrument',
      instruments: ['ipzs', 'social_contract'],
      confirm: 'coordinator',
      notify: 'PUP',
    }),
    rule('status_end', { kind: 'flag', flag: 'ends_status', confirm: 'coordinator' }),
    rule('double', { kind: 'same_cost', confirm: 'coordinator' }),
    rule('exclusive', { kind: 'exclusive', confirm: 'PUP' }),
    rule('benefit', { kind: 'service', services: ['cis_place'], confirm: 'PUP' }),
    rule('too_long', { kind: 'plan_length', months: 24, confirm: 'coordinator' }),
    rule('cis_long', { kind: 'length', services: ['cis_place'], months: 12 }),
    rule('after_goal', { kind: 'item_after_goal' }),
    rule('absent', { kind: 'worker_absent' }),
    rule('past', { kind: 'item_in_past' }),
    rule('instrument', { kind: 'instrument_missing' }),
  ];
  const facts = (p: Plan, over: Partial<Facts> = {}): Facts => ({
    plan: p,
    today: '2026-03-04',
    services,
    publicMoney: new Set(['labour_fund', 'esf_plus']),
    instruments: [],
    absences: [],
    ...over,
  });
  const codes = (p: Plan, over?: Partial<Facts>) => warningsOf(rules, facts(p, over)).map((w) => w.code);
  const of = (...items: PlanItem[]) => plan([goal(items)]);

  test('an ordinary plan has none', () => expect(codes(of(item()))).toEqual([]));
  test('the trap: a place in a CIS, or a contract to be signed', () => {
    const cis = of(item({ serviceCode: 'cis_place' }));
    expect(codes(cis)).toEqual(['status_loss', 'benefit', 'instrument']);
    expect(codes(cis, { instruments: [{ id: 'n', kind: 'ipzs', state: 'draft' }] })).toEqual([
      'status_loss',
      'benefit',
    ]);
    const contract = (state: string) =>
      codes(of(item()), { instruments: [{ id: 'n', kind: 'social_contract', state }] });
    expect(contract('draft')).toEqual(['status_loss']);
    expect(contract('closed')).toEqual([]);
  });
  test('confirmed for one item, it comes back for another', () => {
    const one = item({ serviceCode: 'coop_grant' });
    const [w] = warningsOf(rules, facts(of(one)));
    const confirmed = { confirmedWarnings: [w?.key ?? ''] };
    expect(unconfirmed(warningsOf(rules, facts(plan([goal([one])], confirmed))))).toEqual([]);
    const two = item({ id: 'i2', lineageId: 'l2', serviceCode: 'coop_grant' });
    expect(
      unconfirmed(warningsOf(rules, facts(plan([goal([one, two])], confirmed)))).map((x) => x.key),
    ).toEqual(['status_end:l2']);
  });
  test('the same cost: same service, same time, two public sources', () => {
    const a = item({ serviceCode: 'internship', financingCode: 'labour_fund' });
    const b = (over: Partial<PlanItem>) =>
      item({ id: 'i2', lineageId: 'l2', serviceCode: 'internship', financingCode: 'esf_plus', ...over });
    expect(codes(of(a, b({})))).toEqual(['double']);
    expect(codes(of(a, b({ financingCode: 'none' })))).toEqual([]);
    expect(codes(of(a, b({ financingCode: 'labour_fund' })))).toEqual([]);
    expect(codes(of(a, b({ startsOn: '2026-07-01', dueOn: '2026-08-01' })))).toEqual([]);
  });
  test('a service of art. 200 with another form of help at the same time', () => {
    const a = item({ serviceCode: 'art_200_group' });
    const b = item({ id: 'i2', lineageId: 'l2', serviceCode: 'internship' });
    expect(codes(of(a, b))).toEqual(['exclusive']);
    expect(codes(of(b, a))).toEqual(['exclusive']);
    expect(codes(of(a, { ...b, startsOn: '2026-07-01', dueOn: '2026-08-01' }))).toEqual([]);
  });
  test('lengths, goals, absences, the past', () => {
    expect(codes(plan([goal([item({ dueOn: '2028-03-10' })], { dueOn: '2028-12-31' })]))).toEqual([]);
    expect(codes(plan([goal([item({ dueOn: '2028-03-11' })], { dueOn: '2028-12-31' })]))).toEqual([
      'too_long',
    ]);
    expect(codes(of(item({ dueOn: '2027-01-01' })))).toEqual(['after_goal']);
    expect(codes(plan([goal([item()]), goal([], { id: 'g2', lineageId: 'gl2' })]))).toEqual(['info']);
    expect(
      codes(of(item()), { absences: [{ workerId: 'anna', from: '2026-03-01', to: '2026-03-10' }] }),
    ).toEqual(['absent']);
    expect(
      codes(of(item()), { absences: [{ workerId: 'anna', from: '2026-03-11', to: '2026-03-12' }] }),
    ).toEqual([]);
    expect(codes(of(item({ startsOn: '2026-03-01' })))).toEqual(['past']);
  });
  test('a rule nobody knows is left out, not obeyed', () =>
    expect(readRule({ code: 'x', label: '', source: '', meta: { kind: 'unheard_of' } })).toBeNull());
});

describe('who may', () => {
  const hand = (
    over: Partial<{ subjectId: string; institutionId: string; wide: boolean; permissions: string[] }> = {},
  ) => ({
    subjectId: over.subjectId ?? 'anna',
    institutionId: over.institutionId ?? 'ops',
    institutionType: 'OPS',
    wide: over.wide ?? false,
    permissions: new Set(over.permissions ?? ['plan.write', 'plan.sign', 'session.mark']),
  });
  const caseIn = (state: CaseState) => ({ state, coordinatorId: 'anna', leadInstitutionId: 'ops' });
  const team = [
    { institution_id: 'ops', worker_id: 'anna', role: 'coordinator', institution_type: 'OPS' },
    { institution_id: 'pup', worker_id: 'tomasz', role: 'caseworker', institution_type: 'PUP' },
    { institution_id: 'ops', worker_id: 'ewa', role: 'stand_in', institution_type: 'OPS' },
  ];

  test('each operation in its own state only', () => {
    for (const state of CASE_STATES) {
      const c = caseIn(state);
      expect(mayCreate(hand(), c).allowed).toBe(state === 'planning');
      expect(mayDirect(hand(), c, team).allowed).toBe(state === 'planning');
      expect(mayChange(hand(), c, team).allowed).toBe(state === 'active');
      for (const s of PLAN_STATES)
        expect(mayEdit(hand(), c, { state: s }).allowed).toBe(state === 'planning' && s === 'draft');
      expect(maySetProgress(hand(), c, team, { institutionId: 'ops' }).allowed).toBe(
        ['planning', 'agreed', 'active', 'suspended', 'closing'].includes(state),
      );
      expect(
        signsFor(hand(), c, team, {
          state: 'signing',
          missing: [{ signer: 'coordinator', institutionId: 'ops' }],
        }),
      ).toEqual(state === 'planning' ? ['coordinator'] : []);
    }
  });
  test('the coordinator, who stands in, the head of the leading institution; nobody else', () => {
    const c = caseIn('planning');
    expect(coordinates(hand(), c, team)).toBe(true);
    expect(coordinates(hand({ subjectId: 'ewa' }), c, team)).toBe(true);
    expect(coordinates(hand({ subjectId: 'head', wide: true }), c, team)).toBe(true);
    expect(coordinates(hand({ subjectId: 'other' }), c, team)).toBe(false);
    expect(coordinates(hand({ subjectId: 'x', institutionId: 'pup', wide: true }), c, team)).toBe(false);
  });
  test('signing: for the own institution when it is missing, assigned or head, with the permission', () => {
    const c = caseIn('planning');
    const s = { state: 'signing', missing: [{ signer: 'institution', institutionId: 'pup' }] };
    const pup = (over: Parameters<typeof hand>[0] = {}) =>
      hand({ subjectId: 'tomasz', institutionId: 'pup', ...over });
    expect(signsFor(pup(), c, team, s)).toEqual(['institution']);
    expect(signsFor(pup({ subjectId: 'head', wide: true }), c, team, s)).toEqual(['institution']);
    expect(signsFor(pup({ subjectId: 'other' }), c, team, s)).toEqual([]);
    expect(signsFor(pup({ permissions: ['plan.write'] }), c, team, s)).toEqual([]);
    expect(signsFor(hand(), c, team, s)).toEqual([]);
    expect(signsFor(pup(), c, team, { ...s, state: 'draft' })).toEqual([]);
    expect(mayRecordPaper(hand(), c, team, s)).toEqual({ allowed: false, reason: 'already_signed' });
  });
  test('a warning is confirmed by whom it names', () => {
    const c = caseIn('planning');
    const pup = { ...hand({ subjectId: 'tomasz', institutionId: 'pup' }), institutionType: 'PUP' };
    expect(mayConfirm(hand(), c, team, { confirm: 'coordinator' }).allowed).toBe(true);
    expect(mayConfirm(pup, c, team, { confirm: 'coordinator' }).allowed).toBe(false);
    expect(mayConfirm(pup, c, team, { confirm: 'PUP' }).allowed).toBe(true);
    expect(mayConfirm(hand(), c, team, { confirm: 'PUP' }).allowed).toBe(false);
    // No such institution in the team: the coordinator confirms.
    expect(mayConfirm(hand(), c, team, { confirm: 'CIS' }).allowed).toBe(true);
    expect(mayConfirm(hand(), c, team, { confirm: null }).allowed).toBe(false);
  });
});

const words = fc.string({ maxLength: 8 });
const anyPlan = fc
  .uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 })
  .chain((goals) =>
    fc.tuple(
      ...goals.map((g) =>
        fc
          .record({
            title: words,
            measure: words,
            items: fc.array(
              fc.record({ description: words, hours: fc.option(fc.integer({ min: 1, max: 9 })) }),
              { maxLength: 3 },
            ),
          })
          .map((x) =>
            goal(
              x.items.map((i, n) => item({ id: `i${g}${n}`, lineageId: `l${g}${n}`, goalId: `g${g}`, ...i })),
              { id: `g${g}`, lineageId: `gl${g}`, title: x.title, measure: x.measure },
            ),
          ),
      ),
    ),
  )
  .map((goals) => plan(goals));

describe('property: the difference of two versions', () => {
  test('a version does not differ from itself, in whatever order it is read', () =>
    fc.assert(
      fc.property(anyPlan, (p) => {
        const turned = {
          ...p,
          goals: [...p.goals].reverse().map((g) => ({ ...g, items: [...g.items].reverse() })),
        };
        expect(diffVersions(p, turned)).toEqual([]);
        expect(contentHash(p)).toBe(contentHash(turned));
      }),
    ));
  test('it is empty exactly when what is signed is the same; added and removed change places', () =>
    fc.assert(
      fc.property(anyPlan, anyPlan, (a, b) => {
        const there = diffVersions(a, b);
        const back = diffVersions(b, a);
        expect(there.length === 0).toBe(canonical(a) === canonical(b));
        const of = (changes: typeof there, kind: string) =>
          changes
            .filter((c) => c.kind === kind)
            .map((c) => c.lineageId)
            .sort();
        expect(of(there, 'added')).toEqual(of(back, 'removed'));
        expect(of(there, 'changed')).toEqual(of(back, 'changed'));
        for (const c of there)
          for (const f of c.fields)
            expect(back.find((x) => x.lineageId === c.lineageId && x.of === c.of)?.fields).toContainEqual({
              field: f.field,
              before: f.after,
              after: f.before,
            });
      }),
    ));
});
