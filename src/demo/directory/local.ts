import type { LocalDate } from '../../kernel/time.ts';
import { addDays } from '../../kernel/time.ts';
import type { DemoInstitution } from '../institutions.ts';
import type { Chance } from '../random.ts';
import { type Invented, inventRecord, type Town } from './generate.ts';

/** Types of institutions that belong in a base of the social economy; offices do not. */
const LISTED = ['NGO', 'CIS', 'KIS', 'WTZ', 'ZAZ', 'SPS', 'PS', 'OWES'];

/**
 * The record of an institution that works in the demonstration county: its workers keep it, and its support takes
 * referrals. Null for offices and employers.
 */
export function recordOfInstitution(
  c: Chance,
  institution: DemoInstitution,
  institutionId: string,
  towns: readonly Town[],
  today: LocalDate,
): Omit<Invented, 'founder'> | null {
  if (!LISTED.includes(institution.type)) return null;
  const town = towns.find(({ gminaId }) => gminaId === institution.seat) ?? c.pick(towns);
  const type = institution.type === 'PS' ? 'SPS' : institution.type;
  const { record, from } = inventRecord(
    c,
    type,
    institution.name,
    town,
    today,
    null,
    900_000 + c.int(0, 99_999),
  );
  const confirmed = { on: addDays(today, -c.int(3, 80)), by: 'entity' } as const;
  return {
    from: { ...from, source: 'self', sourceOn: confirmed.on, confirmed, institutionId, isDemo: true },
    record: {
      ...record,
      shortName: institution.short,
      email: `${institution.key}@splot.example`,
      state: 'active',
      stateSince: null,
      supports: record.supports.map((support) => ({ ...support, takesReferrals: true })),
    },
  };
}
