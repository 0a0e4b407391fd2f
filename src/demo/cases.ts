import { addDays, type LocalDate } from '../kernel/time.ts';
import type { PersonInput } from '../modules/cases/person/api.ts';
import { type Cast, later } from './cast.ts';
import { type DemoCounty, required } from './county.ts';
import { INSTITUTIONS } from './institutions.ts';
import { type DemoPartnership, PARTNERSHIPS } from './partnerships.ts';
import { inHousehold, inventPerson, LOCALITIES, unidentified } from './people.ts';
import { type Chance, chance } from './random.ts';
import { play, type Roles, type Stage } from './story.ts';

/** How many cases end at each stage, of every 28; five rounds make the 140 of the county. */
const ROUND: readonly Stage[] = [
  'referred',
  'referred',
  'rejected',
  'withdrawn',
  'intake',
  'intake',
  'diagnosis',
  'diagnosis',
  'diagnosis',
  'planning',
  'planning',
  'agreed',
  'active',
  'active',
  'active',
  'active',
  'active',
  'active',
  'erased',
  'active',
  'suspended',
  'closing',
  'follow_up',
  'follow_up',
  'follow_up',
  'archived',
  'draft',
  'referred',
];

/** How long ago the referral was, in days, so that the stage is reached by today. */
const AGO: Readonly<Record<Stage, readonly [number, number]>> = {
  draft: [0, 1],
  referred: [1, 14],
  erased: [215, 300],
  rejected: [30, 120],
  withdrawn: [30, 120],
  intake: [10, 22],
  diagnosis: [18, 45],
  planning: [40, 70],
  agreed: [40, 60],
  active: [70, 330],
  suspended: [130, 300],
  closing: [170, 260],
  follow_up: [170, 330],
  archived: [495, 525],
};
/** The act on which the labour office rests (RPSZ) is in force since 1 June 2025; no demonstration case is older. */
const ACT_IN_FORCE = '2025-06-02';

const NEEDS = [
  'long_term_unemployment',
  'no_qualifications',
  'debts',
  'homelessness',
  'single_parenthood',
  'disability',
  'addiction_therapy',
  'poverty',
  'prison_release',
];

/** The partnership of each case, in the order in which they are played. */
const CASES = PARTNERSHIPS.flatMap((p) => Array.from({ length: p.cases }, () => p));
function partnershipOf(n: number): DemoPartnership {
  const found = CASES[n];
  if (!found) throw new Error(`the demonstration has no case ${n}`);
  return found;
}

/** Writes the 140 cases, or the first `limit`. Reports how many are done. Four run at once: each is a chain of transactions of its own. */
export async function loadCases(
  cast: Cast,
  county: DemoCounty,
  today: LocalDate,
  report: (done: number, of: number) => void,
  limit = Number.POSITIVE_INFINITY,
): Promise<void> {
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let n = next++; n < Math.min(CASES.length, limit); n = next++) {
      await playOne(cast, county, partnershipOf(n), n, today);
      report(++done, CASES.length);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

/** Who came before: somebody not accepted, or who resigned, and now has a second case. By place in the round. */
const CAME_BEFORE: Readonly<Record<number, number>> = { 4: 29, 27: 25 };
/** Not identified yet; and members of the household of the person before, by place in the round. */
const UNKNOWN = 28;
const HOUSEHOLD: readonly number[] = [9, 15, 24];

interface Plot {
  readonly partnership: DemoPartnership;
  readonly stage: Stage;
  readonly start: LocalDate;
  readonly person: PersonInput;
  readonly luck: Chance;
}

/** What the n-th case begins with; asked again, the same. */
function plotOf(partnership: DemoPartnership, n: number, today: LocalDate): Plot {
  const luck = chance(7_919 * (n + 1));
  const stage = ROUND[n % ROUND.length] ?? 'active';
  const [least, most] = AGO[stage];
  const wanted = addDays(today, -luck.int(least, most));
  const start = later(wanted.localeCompare(ACT_IN_FORCE) < 0 ? ACT_IN_FORCE : wanted, 0, today);
  const gminas = partnership.area.filter((gmina) => LOCALITIES[gmina]);
  return { partnership, stage, start, person: inventPerson(n + 1, luck.pick(gminas), today, luck), luck };
}

function personOf(plot: Plot, n: number, today: LocalDate): PersonInput {
  const place = n % ROUND.length;
  const before = n - (CAME_BEFORE[place] ?? n + 1);
  if (before >= 0 && partnershipOf(before) === plot.partnership)
    return plotOf(plot.partnership, before, today).person;
  if (n > 0 && n % (2 * UNKNOWN) === UNKNOWN) return unidentified(plot.person);
  if (HOUSEHOLD.includes(place) && partnershipOf(n - 1) === plot.partnership)
    return inHousehold(plot.person, plotOf(plot.partnership, n - 1, today).person);
  return plot.person;
}

async function playOne(
  cast: Cast,
  county: DemoCounty,
  partnership: DemoPartnership,
  n: number,
  today: LocalDate,
): Promise<void> {
  const plot = plotOf(partnership, n, today);
  const { luck, stage, start } = plot;
  await play({
    cast,
    roles: rolesOf(county, partnership, n, luck),
    person: personOf(plot, n, today),
    needs: [NEEDS[0] ?? '', luck.pick(NEEDS.slice(1))],
    stage,
    start,
    today,
    luck,
  });
}

const WELFARE: Readonly<Record<string, readonly string[]>> = {
  powiat: ['anna', 'anna', 'piotr', 'anna', 'lukowica', 'laskowa', 'dobra', 'tymbark'],
  mszana: ['mszana', 'mszana', 'cus'],
  miasto: ['miasto'],
};
const THIRDS: Readonly<Record<string, readonly (readonly [string, string] | null)[]>> = {
  powiat: [['katarzyna', 'most'], ['marcin', 'cis'], ['marcin', 'cis'], null],
  mszana: [['droga', 'droga'], ['kis', 'kis'], null],
  miasto: [['razem', 'razem'], ['marcin', 'cis'], null],
};

function rolesOf(county: DemoCounty, p: DemoPartnership, n: number, luck: Chance): Roles {
  const third = luck.pick(THIRDS[p.key] ?? [null]);
  return {
    partnershipId: required(county.partnerships, p.key),
    welfare: (WELFARE[p.key] ?? ['anna'])[n % (WELFARE[p.key]?.length ?? 1)] ?? 'anna',
    labour: n % 3 === 0 ? 'ewa' : 'tomasz',
    third: third?.[0] ?? null,
    labourInstitution: required(county.institutions, 'pup'),
    thirdInstitution: third ? required(county.institutions, third[1]) : null,
    thirdType: third ? (INSTITUTIONS.find((i) => i.key === third[1])?.type ?? null) : null,
    welfareLeads: n % 4 !== 3,
  };
}
