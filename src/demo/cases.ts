import { addDays, type LocalDate } from '../kernel/time.ts';
import { type Cast, later } from './cast.ts';
import { type DemoCounty, required } from './county.ts';
import { type DemoPartnership, INSTITUTIONS, PARTNERSHIPS } from './institutions.ts';
import { inventPerson, LOCALITIES } from './people.ts';
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
  'active',
  'active',
  'suspended',
  'closing',
  'follow_up',
  'follow_up',
  'follow_up',
  'archived',
  'active',
  'referred',
];

/** How long ago the referral was, in days, so that the stage is reached by today. */
const AGO: Readonly<Record<Stage, readonly [number, number]>> = {
  draft: [0, 1],
  referred: [1, 14],
  rejected: [20, 120],
  withdrawn: [20, 120],
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

/** Writes the 140 cases, or the first `limit`. Reports how many are done. Four run at once: each is a chain of transactions of its own. */
export async function loadCases(
  cast: Cast,
  county: DemoCounty,
  today: LocalDate,
  report: (done: number, of: number) => void,
  limit = Number.POSITIVE_INFINITY,
): Promise<void> {
  const plots = PARTNERSHIPS.flatMap((p, i) =>
    Array.from({ length: p.cases }, (_, n) => ({ partnership: p, index: i * 100 + n })),
  );
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let n = next++; n < Math.min(plots.length, limit); n = next++) {
      const plot = plots[n];
      if (!plot) return;
      await playOne(cast, county, plot.partnership, n, today);
      report(++done, plots.length);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

async function playOne(
  cast: Cast,
  county: DemoCounty,
  partnership: DemoPartnership,
  n: number,
  today: LocalDate,
): Promise<void> {
  const luck = chance(7_919 * (n + 1));
  const stage = ROUND[n % ROUND.length] ?? 'active';
  const [least, most] = AGO[stage];
  const gminas = partnership.area.filter((gmina) => LOCALITIES[gmina]);
  const wanted = addDays(today, -luck.int(least, most));
  const start = later(wanted.localeCompare(ACT_IN_FORCE) < 0 ? ACT_IN_FORCE : wanted, 0, today);
  await play({
    cast,
    roles: rolesOf(county, partnership, n, luck),
    person: inventPerson(n + 1, luck.pick(gminas), today, luck),
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
