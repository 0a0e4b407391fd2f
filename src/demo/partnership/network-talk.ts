import { newId } from '../../kernel/ids.ts';
import { addDays, type LocalDate, startOfDay } from '../../kernel/time.ts';
import { type DemoCounty, required } from '../county.ts';

export type Sql = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

export async function writeVisits(
  run: Sql,
  county: DemoCounty,
  ids: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<void> {
  const visit = (
    guest: string,
    host: string,
    topic: string,
    wish: string,
    state: string,
    days: number,
    more: readonly [answer: string, guestLearnt: string, hostLearnt: string] = ['', '', ''],
  ) =>
    run(
      `insert into partnerships.peer_visit (id, guest_id, host_id, topic, wish, state, day, answer, guest_learnt, host_learnt, asked_by, asked_at)
       select $1, g, h, $4, $5, $6, $7, $8, $9, $10, $11, $12 from (values ($2::uuid, $3::uuid)) v (g, h) where g is not null and h is not null`,
      [
        ...[newId(), ids.get(guest), ids.get(host), topic, wish, state, addDays(today, days), ...more],
        ...[
          guest === 'powiat' ? required(county.workers, 'koordynator').id : null,
          startOfDay(addDays(today, -40)),
        ],
      ],
    );
  await visit(
    'powiat',
    '1205',
    'social_economy',
    'Chcemy zobaczyć, jak zlecacie usługi spółdzielniom.',
    'held',
    -20,
    [
      'Zapraszamy, pokażemy dwie spółdzielnie.',
      'Zlecenie można podzielić na części, wtedy startują małe spółdzielnie. Weźmiemy wzór umowy.',
      'Goście pytali o jakość: dopiszemy ją do umów.',
    ],
  );
  await visit('powiat', '1218', 'participants', 'Jak działa rada uczestników?', 'accepted', 12, [
    'Przyjedźcie na posiedzenie rady.',
    '',
    '',
  ]);
  await visit(
    '1217',
    'powiat',
    'agreement',
    'Dopiero zaczynamy. Jak ułożyliście porozumienie piętnastu instytucji?',
    'requested',
    21,
  );
  await visit('miasto', 'mszana', 'employers', 'Jak przekonaliście tartak?', 'proposed', 18, [
    'W tym tygodniu nie damy rady, proponujemy inny dzień.',
    '',
    '',
  ]);
}

export async function writeAnnouncements(
  run: Sql,
  county: DemoCounty,
  ids: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<void> {
  const list = [
    [
      'powiat',
      'offer',
      'Oddamy wzór wspólnej diagnozy',
      'Dwie strony, sprawdzone na stu spotkaniach. Chętnie opowiemy, jak z niego korzystać.',
      'public',
      'shown',
      90,
    ],
    [
      '1261',
      'wanted',
      'Szukamy partnerstwa do wspólnego szkolenia',
      'Szkolimy zespół z pracy z osobami zadłużonymi. Mamy dziesięć wolnych miejsc.',
      'network',
      'shown',
      40,
    ],
    [
      '1205',
      'news',
      'Czwarta spółdzielnia w powiecie',
      'Ruszyła pralnia, w której pracuje siedem osób z naszego partnerstwa.',
      'public',
      'shown',
      60,
    ],
    [
      'mszana',
      'wanted',
      'Kto ma sprawdzony sposób na dojazdy?',
      'Szukamy przewoźnika albo pomysłu na dojazdy dla małych grup.',
      'public',
      'waiting',
      50,
    ],
  ] as const;
  for (const [key, kind, title, body, audience, state, days] of list)
    await run(
      `insert into partnerships.announcement (id, partnership_id, kind, title, body, audience, state, ends_on, written_by, written_at)
       select $1, p, $3, $4, $5, $6, $7, $8, $9, $10 from (values ($2::uuid)) v (p) where p is not null`,
      [
        ...[newId(), ids.get(key), kind, title, body, audience, state, addDays(today, days)],
        ...[required(county.workers, 'koordynator').id, startOfDay(addDays(today, -5))],
      ],
    );
}

export async function writeCalls(
  run: Sql,
  county: DemoCounty,
  ids: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<void> {
  const rops = county.institutions.get('rops');
  if (!rops) return;
  const list = [
    [
      'Nabór na superwizję zespołów partnerstw',
      'Opłacimy superwizję zespołów, które prowadzą wspólne sprawy.',
      'Partnerstwo działa co najmniej rok.\nZespół spotyka się przynajmniej raz w miesiącu.',
      'Supervision for the teams of partnerships',
      'We pay for the supervision of teams that run shared cases.',
      'The partnership has worked for at least a year.\nThe team meets at least once a month.',
      -10,
      25,
      'published',
      20_000_000,
    ],
    [
      'Usługi społeczne w małych gminach',
      'Pieniądze na usługi, których w gminie nie ma.',
      'Gminy do 10 tysięcy mieszkańców.\nUsługę prowadzi podmiot ekonomii społecznej.',
      'Social services in small municipalities',
      'Money for services that the municipality does not have.',
      'Municipalities of up to 10 thousand inhabitants.\nThe service is run by an entity of the social economy.',
      20,
      60,
      'published',
      150_000_000,
    ],
    [
      'Wizyty partnerskie',
      'Zwrot kosztów wizyt między partnerstwami.',
      'Wizyta jest umówiona w sieci, a po niej obie strony zapisały, czego się nauczyły.',
      'Peer visits',
      'We refund the costs of visits between partnerships.',
      'The visit is agreed in the network, and afterwards both sides wrote down what they learnt.',
      -120,
      -30,
      'published',
      5_000_000,
    ],
    [
      'Szkolenia z ochrony danych',
      'Szkic: ustalamy kryteria.',
      'Do uzupełnienia.',
      '',
      '',
      '',
      60,
      90,
      'draft',
      null,
    ],
  ] as const;
  for (const [title, lead, criteria, titleEn, leadEn, criteriaEn, from, to, state, amount] of list) {
    const id = newId();
    await run(
      `insert into partnerships.regional_call (id, institution_id, voivodeship_code, title, lead, criteria, who, amount, link, opens_on, closes_on, state,
         published_at, written_by, updated_at, title_en, lead_en, criteria_en, who_en)
       values ($1, $2, '12', $3, $4, $5, 'partnerstwa z województwa', $6, 'https://nabory.example.org/', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[id, rops, title, lead, criteria, amount, addDays(today, from), addDays(today, to), state],
        ...[state === 'draft' ? null : startOfDay(addDays(today, Math.min(from, -2)))],
        ...[required(county.workers, 'rops').id, startOfDay(addDays(today, -2)), titleEn, leadEn, criteriaEn],
        titleEn && 'partnerships of the voivodeship',
      ],
    );
    if (state === 'published')
      for (const key of ['powiat', '1205', '1218'].slice(0, from < 0 ? 3 : 1))
        await run(
          `insert into partnerships.call_interest (call_id, partnership_id, note, marked_at)
           select $1, p, 'Jesteśmy zainteresowani.', $3 from (values ($2::uuid)) v (p) where p is not null`,
          [id, ids.get(key), startOfDay(addDays(today, -1))],
        );
  }
}
