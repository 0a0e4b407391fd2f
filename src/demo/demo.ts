import pg from 'pg';
import type { Base } from '../boot.ts';
import { ensureAuditPartitions } from '../kernel/audit/seal.ts';
import { systemScope } from '../kernel/db/database.ts';
import { addMonths, warsawDate } from '../kernel/time.ts';
import { functionWords } from '../modules/organisations/api.ts';
import type { Parts } from '../parts.ts';
import { loadArticles } from './advice/articles.ts';
import { loadCards } from './advice/cards.ts';
import { loadAdvice } from './advice/load.ts';
import { loadAdviceSetup } from './advice/setup.ts';
import { loadCases } from './cases.ts';
import { assemble } from './cast.ts';
import { loadCounty } from './county.ts';
import { loadDirectory } from './directory/load.ts';
import { loadEvents } from './events/load.ts';
import { loadExchange } from './exchange/load.ts';
import { INSTITUTIONS } from './institutions.ts';
import { loadAdopters } from './library/adopters.ts';
import { loadConsultation } from './library/consultation.ts';
import { loadLibrary } from './library/load.ts';
import { loadMargins } from './margins.ts';
import { loadParticipants } from './participants.ts';
import { loadAgreements } from './partnership/agreements.ts';
import { loadEvaluation } from './partnership/evaluation.ts';
import { loadMeetings } from './partnership/meetings.ts';
import { loadNetwork } from './partnership/network.ts';
import { loadPlans } from './partnership/plan.ts';
import { loadSelection } from './partnership/selection.ts';
import { loadStandard } from './partnership/standard.ts';
import { chance } from './random.ts';
import { DEMO_PASSWORD, emailOf, PARTICIPANTS, WORKERS } from './workers.ts';

/** Whether the database holds nobody yet, so that the demonstration may be loaded. */
export async function isEmpty(base: Base): Promise<boolean> {
  const client = new pg.Client({ connectionString: base.adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from organisations.institution limit 1');
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

/** Empties every table of the modules and of sign-in; configuration of law, territory and the access record's seals stay. */
export async function resetDemo(base: Base): Promise<void> {
  const client = new pg.Client({ connectionString: base.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and not c.relispartition
         and (n.nspname in ('organisations', 'participant', 'newsletter', 'auth') or (n.nspname = 'kernel' and c.relname <> 'migration')
           or (n.nspname = 'partnerships' and c.relname not in ('transition', 'meeting_rule', 'network_term', 'health_rule', 'standard_measure', 'evaluation_question', 'budget_source', 'clause', 'clause_variant', 'clause_class'))
           or (n.nspname = 'library' and c.relname <> 'theme')
           or (n.nspname in ('events', 'exchange') and c.relname <> 'rule')
           or (n.nspname = 'advice' and c.relname not in ('topic', 'caller_category', 'crisis_phrase', 'transition', 'legal_fact', 'advice_type', 'card_rule'))
           or (n.nspname = 'directory' and c.relname not in ('taxonomy', 'term', 'term_link', 'source', 'freshness_rule',
             'enquiry_rule', 'procurement_threshold', 'procurement_rule', 'procurement_note', 'clause_text'))
           or (n.nspname = 'cases' and c.relname not in ('legal_basis', 'timer', 'term', 'transition', 'information_clause', 'consent_text')))`,
    );
    // What one desk decided goes with it; what stands for all desks does not.
    for (const kept of ['rule', 'answer_time'])
      await client.query(`create temp table ${kept} as select * from advice.${kept} where desk_id is null`);
    await client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
    for (const kept of ['rule', 'answer_time'])
      await client.query(`insert into advice.${kept} select * from pg_temp.${kept}`);
  } finally {
    await client.end();
  }
}

/** Loads the demonstration county; everything in it lies relative to today. */
export async function loadDemo(
  base: Pick<Base, 'adminUrl'>,
  parts: Parts,
  report: (done: number, of: number) => void = () => {},
  limit?: number,
): Promise<void> {
  const today = warsawDate(parts.clock());
  await parts.db.transaction(systemScope(parts.clock(), 'demo'), (ctx) =>
    ensureAuditPartitions(ctx, addMonths(today, -26), addMonths(today, 3)),
  );
  const county = await loadCounty(base.adminUrl, parts.auth, today);
  await loadDirectory(base.adminUrl, parts, county.institutions, today, limit === undefined ? 400 : 80);
  await loadEvents(base.adminUrl, county.institutions, today);
  const documents = await loadLibrary(parts);
  await loadAdopters(parts, documents, today);
  await loadExchange(base.adminUrl, county, documents, today);
  const cast = await assemble(parts, county, chance(1));
  await loadConsultation(parts, cast, documents, today);
  await loadCases(cast, county, today, report, limit);
  await loadMargins(base.adminUrl, parts, cast, county, today, limit === undefined);
  await loadParticipants(base.adminUrl, parts, cast, today);
  await loadAgreements(base.adminUrl, cast, county, today);
  await loadAdvice(base.adminUrl, county, today);
  await loadAdviceSetup(base.adminUrl, county, today);
  await loadCards(base.adminUrl, county, today);
  await loadArticles(base.adminUrl, parts, county, today);
  await loadMeetings(base.adminUrl, county, today);
  await loadNetwork(base.adminUrl, county, today);
  await loadPlans(base.adminUrl, county, today);
  await loadSelection(base.adminUrl, county, today);
  await loadStandard(base.adminUrl, parts, county, today);
  await loadEvaluation(base.adminUrl, county, today);
}

/** The accounts to try, for the terminal. */
export function demoAccounts(): string {
  const lines = WORKERS.filter((w) => w.shown).map((w) => {
    const institution = INSTITUTIONS.find((i) => i.key === w.institution)?.short ?? '';
    return `  ${emailOf(w).padEnd(30)} ${w.given} ${w.family}, ${functionWords(w.functions, 'en')}, ${institution}`;
  });
  lines.push(...PARTICIPANTS.map((p) => `  ${p.email.padEnd(30)} ${p.about}`));
  return `Demonstration accounts (password ${DEMO_PASSWORD}); every person and institution is invented:\n${lines.join('\n')}`;
}
