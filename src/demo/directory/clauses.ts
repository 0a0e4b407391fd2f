import { newId } from '../../kernel/ids.ts';
import { addMonths, instantAt, type LocalDate } from '../../kernel/time.ts';

/** Clauses somebody used, for the register; buyers and results are invented. */

interface DemoClause {
  readonly buyer: string;
  readonly county: string;
  readonly subject: string;
  readonly cpv: string;
  readonly band: string;
  readonly rule: string;
  readonly group: string | null;
  readonly kind: 'percent' | 'persons' | null;
  readonly amount: number | null;
  /** Months from today and how long. */
  readonly from: number;
  readonly months: number;
  readonly contractor: string;
  readonly employed: number | null;
  readonly control: string;
  readonly note: string;
}
const clause = (
  [buyer, county, subject, cpv, band]: readonly [string, string, string, string, string],
  [rule, group, kind, amount]: readonly [string, string | null, 'percent' | 'persons' | null, number | null],
  [from, months]: readonly [number, number],
  [contractor, employed, control, note]: readonly [string, number | null, string, string],
): DemoClause => ({
  ...{ buyer, county, subject, cpv, band, rule, group, kind, amount },
  ...{ from, months, contractor, employed, control, note },
});
const CLAUSES: readonly DemoClause[] = [
  clause(
    ['Gmina Jodłowa Dolina', '1207', 'Utrzymanie zieleni w gminie', '77310000', 'to_50'],
    ['ues_26', 'unemployed', null, null],
    [-20, 9],
    ['', 4, 'kept', 'Odbiory bez uwag.'],
  ),
  clause(
    ['Szkoła Podstawowa w Lipowej', '1207', 'Obiady dla uczniów', '55524000', 'to_170'],
    ['ues_26', 'disabled', null, null],
    [-14, 10],
    ['', 3, 'kept', ''],
  ),
  clause(
    ['Miasto Brzezina', '1210', 'Sprzątanie urzędu', '90919200', 'to_500'],
    ['pzp_94', 'disabled', 'percent', 30],
    [-18, 24],
    ['', 9, 'kept', 'Udział sprawdzany co kwartał.'],
  ),
  clause(
    ['Zarząd Dróg w Kalinowie', '1261', 'Remont chodników', '45233000', 'over_500'],
    ['pzp_96', 'unemployed', 'persons', 4],
    [-10, 8],
    ['Drogmix (zmyślona)', 2, 'partly', 'Dwie osoby zatrudnione po wezwaniu, naliczono karę.'],
  ),
  clause(
    ['Szpital w Dębinie', '1465', 'Pranie bielizny', '98310000', 'over_500'],
    ['pzp_95', null, null, null],
    [-24, 36],
    ['Czysta Biel (zmyślona)', 17, 'kept', ''],
  ),
  clause(
    ['Biblioteka w Olszance', '0661', 'Strona internetowa', '72413000', 'to_50'],
    ['pzp_100', null, null, null],
    [-7, 6],
    ['Sieć i Spółka (zmyślona)', null, 'kept', 'Audyt dostępności przed odbiorem.'],
  ),
  clause(
    ['Powiat Brzozowy', '3061', 'Posiłki dla domu pomocy', '55320000', 'over_500'],
    ['pzp_242', 'under30_over50', 'persons', 3],
    [-15, 12],
    ['Dobra Kuchnia (zmyślona)', 3, 'kept', ''],
  ),
  clause(
    ['Miasto Wierzbowo', '0264', 'Usługi asystenckie', '85311200', 'over_500'],
    ['pzp_361', null, null, null],
    [-12, 24],
    ['Fundacja Most Dnia (zmyślona)', 12, 'planned', ''],
  ),
  clause(
    ['Gmina Sosnówka', '1815', 'Odśnieżanie', '90620000', 'to_130'],
    ['ues_26', 'homeless', null, null],
    [-12, 5],
    ['', 5, 'kept', ''],
  ),
  clause(
    ['Urząd w Jarzębinie', '2261', 'Archiwizacja i skanowanie', '79995100', 'to_130'],
    ['pzp_96', 'disabled', 'persons', 2],
    [-5, 12],
    ['Papierowy Ład (zmyślona)', 0, 'broken', 'Wykonawca nikogo nie zatrudnił; umowę rozwiązano.'],
  ),
  clause(
    ['Gmina Klonów', '1211', 'Dowóz dzieci do szkoły', '60130000', 'to_500'],
    ['pzp_95', null, null, null],
    [-4, 10],
    ['Przewozy Klon (zmyślona)', 6, 'planned', ''],
  ),
  clause(
    ['Centrum Kultury w Bukowie', '1262', 'Obsługa festynu', '79952100', 'to_50'],
    ['ues_26', 'mental', null, null],
    [-3, 1],
    ['', 2, 'none', 'Wydarzenie jednodniowe.'],
  ),
];

export type Run = (text: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

export async function addClauses(run: Run, today: LocalDate): Promise<void> {
  for (const [index, one] of CLAUSES.entries()) await addClause(run, one, index, today);
}

async function addClause(run: Run, c: DemoClause, index: number, today: LocalDate): Promise<void> {
  const from = addMonths(today, c.from);
  const [entity] =
    c.contractor === ''
      ? await run(
          `select entity_id as id from directory.listing where state = 'active' and reserved order by entity_id offset $1 limit 1`,
          [index],
        )
      : [];
  await run(
    `insert into directory.social_clause (id, buyer, county_code, subject, cpv, value_band, rule_code, required_group, required_kind, required_amount,
       starts_on, ends_on, entity_id, contractor, employed, control, control_note, is_demo, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, true, $18, $18)`,
    [
      newId(),
      `${c.buyer} (zmyślony)`,
      c.county,
      c.subject,
      c.cpv,
      c.band,
      c.rule,
      c.group,
      c.kind,
      c.amount,
      from,
      addMonths(from, c.months),
      entity?.id ?? null,
      c.contractor,
      c.employed,
      c.control,
      c.note,
      instantAt(from, '10:00'),
    ],
  );
}
