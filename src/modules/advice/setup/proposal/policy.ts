import type { Candidate, Expertise, Proposal, Reason, Wanted } from './schema.ts';

/** How near what somebody knows is to the question: steps up the tree, and whether the county is named. */
interface Match {
  readonly steps: number;
  readonly expertise: Expertise | null;
  readonly county: boolean;
}
const NONE: Match = { steps: Number.POSITIVE_INFINITY, expertise: null, county: false };

function matchOf(candidate: Candidate, wanted: Wanted): Match {
  const matches = candidate.expertise.flatMap((expertise): Match[] => {
    const { topicId } = expertise;
    const steps = topicId === null ? wanted.topics.length : wanted.topics.indexOf(topicId);
    const named = wanted.countyCode !== null && expertise.counties.includes(wanted.countyCode);
    const elsewhere = expertise.counties.length > 0 && wanted.countyCode !== null && !named;
    return steps < 0 || elsewhere ? [] : [{ steps, expertise, county: named }];
  });
  return matches.sort(nearer)[0] ?? NONE;
}

const nearer = (a: Match, b: Match): number =>
  (a.steps === b.steps ? 0 : a.steps - b.steps) || Number(b.county) - Number(a.county);

const byName = (a: Candidate, b: Candidate): number =>
  a.name.localeCompare(b.name, 'pl') || (a.workerId < b.workerId ? -1 : 1);

interface Ranked {
  readonly candidate: Candidate;
  readonly match: Match;
  readonly for: Candidate | null;
}

/**
 * Who could answer, best first, each with the reasons. Whoever is absent is never proposed: their stand-in takes their
 * place when they work at the desk and are there themselves. Order: topic, county, own knowledge before that of whom one
 * stands in for, on duty now, fewest questions, name.
 */
export function propose(candidates: readonly Candidate[], wanted: Wanted): Proposal[] {
  const present = candidates.filter(({ away }) => away === null);
  return present
    .map((candidate) => best(candidate, candidates, wanted))
    .sort(
      (a, b) =>
        nearer(a.match, b.match) ||
        Number(a.for !== null) - Number(b.for !== null) ||
        Number(b.candidate.onDuty) - Number(a.candidate.onDuty) ||
        a.candidate.open - b.candidate.open ||
        byName(a.candidate, b.candidate),
    )
    .map((ranked) => told(ranked, wanted));
}

function best(candidate: Candidate, all: readonly Candidate[], wanted: Wanted): Ranked {
  const own: Ranked = { candidate, match: matchOf(candidate, wanted), for: null };
  const others = all
    .filter(({ away }) => away?.standInId === candidate.workerId)
    .sort(byName)
    .map((absent): Ranked => ({ candidate, match: matchOf(absent, wanted), for: absent }));
  return [own, ...others].sort((a, b) => nearer(a.match, b.match))[0] ?? own;
}

function told({ candidate, match, for: absent }: Ranked, wanted: Wanted): Proposal {
  const { expertise } = match;
  const reasons: Reason[] = [];
  if (expertise) {
    const { topicId } = expertise;
    reasons.push(
      topicId === null
        ? { kind: 'any_topic' }
        : { kind: match.steps === 0 ? 'topic' : 'wider_topic', topicId },
    );
    if (wanted.countyCode !== null) reasons.push({ kind: match.county ? 'county' : 'any_county' });
  } else if (wanted.topics.length > 0) reasons.push({ kind: 'no_topic' });
  if (absent?.away) reasons.push({ kind: 'stand_in', name: absent.name, until: absent.away.until });
  if (candidate.onDuty) reasons.push({ kind: 'duty' });
  reasons.push({ kind: 'open', count: candidate.open });
  const { workerId, name, institution } = candidate;
  return { workerId, name, institution, expert: expertise !== null, reasons };
}
