import pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import { addDays, type LocalDate } from '../../kernel/time.ts';
import {
  agreementOf,
  answer,
  clausesOf,
  editClause,
  remarksOf,
  say,
  startDraft,
  writeCeiling,
} from '../../modules/partnerships/agreements/api.ts';
import {
  answerInvitation,
  changeArea,
  createPartnership,
  invitationsOf,
  invite,
  noteAnswer,
} from '../../modules/partnerships/initiative/api.ts';
import type { Cast } from '../cast.ts';
import { type DemoCounty, required } from '../county.ts';
import { gminas } from '../institutions.ts';

const SYSTEM = 'podmiot prowadzący system (pokaz)';
const HOST = { openCases: async () => 0, siteUrl: 'https://splot.example' };

/** Who coordinates each partnership that works, and which clauses it worded in the second way. */
const WORKING = [
  { key: 'powiat', coordinator: 'koordynator', second: ['target_group', 'purpose'] },
  { key: 'mszana', coordinator: 'droga', second: ['annex_roles'] },
  { key: 'miasto', coordinator: 'razem', second: ['target_group', 'exchange_rules', 'help_rules'] },
] as const;

/** The agreements in force get their text from the clauses; one more partnership is still negotiating its own. */
export async function loadAgreements(
  adminUrl: string,
  cast: Cast,
  county: DemoCounty,
  today: LocalDate,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const p of WORKING) {
      const id = required(county.partnerships, p.key);
      await client.query(
        `insert into partnerships.agreement_clause (id, partnership_id, agreement_id, clause_code, variant_code, section, position, title, body)
         select gen_random_uuid(), a.partnership_id, a.id, c.code, v.code, c.section, c.position, c.title_pl, replace(v.body_pl, '[nazwa]', $3)
         from partnerships.agreement a, partnerships.clause c join partnerships.clause_variant v on v.clause_code = c.code
         where a.partnership_id = $1 and a.version = 1 and c.need <> 'package'
           and v.position = case when c.code = any($2::text[]) then 2 else 1 end`,
        [id, p.second, SYSTEM],
      );
      const signed = await cast.act(p.coordinator, today, 'P5', async (ctx) =>
        clausesOf(ctx, await agreementOf(ctx, id, 1)),
      );
      for (const clause of signed)
        await client.query('update partnerships.agreement_clause set final_text = $2 where id = $1', [
          clause.id,
          clause.text,
        ]);
    }
    await negotiate(client, cast, county, today);
  } finally {
    await client.end();
  }
}

const INVITED = ['laskowa', 'pup', 'cis'] as const;

/** Offices and an organisation that have just met: one answer on paper, one waits, the draft is argued over. */
async function negotiate(client: pg.Client, cast: Cast, county: DemoCounty, today: LocalDate): Promise<void> {
  const on = (days: number) => addDays(today, -days);
  const institution = (key: string) => required(county.institutions, key);
  const coordinate = 'koordynator';
  const id = await cast.act(coordinate, on(48), 'P5', async (ctx) => {
    const made = await createPartnership(ctx, { name: 'Partnerstwo Doliny Łososiny', county: '1207' });
    const area = gminas('laskowa', 'jodlownik');
    await changeArea(ctx, made, { name: 'Partnerstwo Doliny Łososiny', area });
    const word =
      'W naszych gminach osoba bez pracy chodzi do trzech drzwi i wszędzie opowiada od nowa. Spróbujmy mieć jeden plan. Zapraszamy na pierwszą rozmowę.';
    await invite(ctx, HOST, made, { institution: INVITED.map(institution), word });
    return made;
  });
  await cast.act('roman', on(41), 'P5', (ctx) =>
    answerInvitation(ctx, HOST, id, { answer: 'accepted', word: 'Chętnie. Zaczniemy od jednej grupy.' }),
  );
  await cast.act(coordinate, on(36), 'P5', async (ctx) => {
    const asked = (await invitationsOf(ctx, id)).find((v) => v.institutionId === institution('laskowa'));
    const word = 'Pismo kierowniczki ośrodka, przyniesione na spotkanie.';
    if (asked) await noteAnswer(ctx, id, asked.id, { answer: 'accepted', word });
  });
  await client.query(
    `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'contact', $5)`,
    [newId(), id, institution('laskowa'), required(county.workers, 'laskowa').id, on(36)],
  );
  const clause = await cast.act(coordinate, on(25), 'P5', async (ctx) => {
    const from = addDays(today, 30);
    await startDraft(ctx, id, { from, to: null, changeNote: '', language: 'pl' });
    await writeCeiling(ctx, id, 1, {
      ceiling_OPS: ['D1', 'D2', 'D3', 'D5', 'D6'],
      ceiling_PUP: ['D1', 'D2', 'D4', 'D5', 'D6'],
      ceiling_NGO: ['D1', 'D5', 'D6'],
    });
    const found = new Map((await clausesOf(ctx, await agreementOf(ctx, id, 1))).map((c) => [c.code, c]));
    const roles = found.get('annex_roles');
    if (roles)
      await editClause(
        ctx,
        { id, version: 1, clause: roles.id },
        { title: roles.title, body: roles.body.replace('[nazwa]', SYSTEM) },
      );
    return (code: string) => {
      const one = found.get(code);
      if (!one) throw new Error(`the dictionary has no clause "${code}"`);
      return { at: { id, version: 1, clause: one.id }, body: one.body };
    };
  });
  const [referral, standard, dispute] = [clause('referral'), clause('standard'), clause('dispute')];
  const propose = (of: typeof referral, from: string, to: string, body: string) => ({
    body,
    newText: of.body.replace(from, to),
  });
  await cast.act('roman', on(18), 'P5', async (ctx) => {
    await say(
      ctx,
      standard.at,
      propose(
        standard,
        'co najmniej raz na 3 miesiące',
        'co najmniej raz na 2 miesiące',
        'Trzy miesiące to za długo przy krótkich szkoleniach.',
      ),
    );
    await say(ctx, dispute.at, {
      newText: null,
      body: 'Czy mediatorem może być ktoś spoza województwa?',
    });
  });
  await cast.act(coordinate, on(12), 'P5', async (ctx) => {
    const agreement = await agreementOf(ctx, id, 1);
    for (const remark of await remarksOf(ctx, agreement, null))
      await answer(
        ctx,
        { id, version: 1, clause: remark.clauseId, remark: remark.id },
        remark.kind === 'proposal'
          ? { decision: 'accepted', reason: 'Zgoda, potwierdził to ośrodek.' }
          : { decision: 'declined', reason: 'Może, tekst tego nie wyklucza. Nie trzeba zmiany.' },
      );
  });
  await cast.act('laskowa', on(6), 'P5', async (ctx) => {
    await say(
      ctx,
      referral.at,
      propose(
        referral,
        '7 dni roboczych',
        '10 dni roboczych',
        'W małym ośrodku jedna osoba odpowiada na wszystko, w urlopie nie zdążymy.',
      ),
    );
    await say(ctx, clause('financing').at, {
      newText: null,
      body: 'Kto płaci za dojazdy z Laskowej? Dopiszmy to w planie działania albo tutaj.',
    });
  });
  await cast.act('roman', on(4), 'P5', (ctx) =>
    say(ctx, clause('coordination').at, { newText: null, body: 'Spotkania prosimy przed południem.' }),
  );
}
