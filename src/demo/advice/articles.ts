import pg from 'pg';
import { systemScope } from '../../kernel/db/database.ts';
import { newId } from '../../kernel/ids.ts';
import { addDays, addMonths, instantAt, type LocalDate, warsawDate } from '../../kernel/time.ts';
import { putDocument } from '../../modules/library/api.ts';
import type { Parts } from '../../parts.ts';
import { type DemoCounty, required } from '../county.ts';

interface Written {
  readonly desk: string;
  readonly topic: string;
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly theme: string;
  readonly act: string;
  readonly articles: string;
}

/** Five answers that became articles. */
const ARTICLES: readonly Written[] = [
  {
    desk: 'ekonomia-spoleczna',
    topic: 'cooperative',
    slug: 'ile-osob-zaklada-spoldzielnie-socjalna',
    title: 'Ile osób zakłada spółdzielnię socjalną',
    lead: 'Wystarczą trzy osoby. Liczy się też, kim są.',
    body: '## Pytanie\n\nIle osób trzeba, żeby założyć spółdzielnię socjalną, gdy część grupy jest bezrobotna?\n\n## Odpowiedź\n\nSpółdzielnię socjalną mogą założyć trzy osoby fizyczne albo dwie osoby prawne.\n\n- Sprawdźcie, ile osób w grupie jest zagrożonych wykluczeniem: od tego zależy wsparcie.\n- Osoba, która pracuje na część etatu, może być członkiem.\n- Zanim pójdziecie do sądu, pokażcie statut doradcy.',
    theme: 'cooperatives',
    act: 'uss',
    articles: 'art. 5',
  },
  {
    desk: 'ekonomia-spoleczna',
    topic: 'enterprise_status',
    slug: 'od-kiedy-liczy-sie-rok-dzialalnosci',
    title: 'Od kiedy liczy się rok działalności przy statusie przedsiębiorstwa społecznego',
    lead: 'Od dnia, w którym działalność faktycznie się zaczęła.',
    body: '## Pytanie\n\nOd kiedy liczyć czas działalności, gdy stowarzyszenie chce dostać status przedsiębiorstwa społecznego?\n\n## Odpowiedź\n\nOd dnia faktycznego rozpoczęcia działalności. Do wniosku dołącza się dokument, z którego ten dzień wynika, na przykład pierwszą umowę albo fakturę.',
    theme: 'enterprises',
    act: 'ues',
    articles: 'art. 3–6',
  },
  {
    desk: 'ekonomia-spoleczna',
    topic: 'de_minimis',
    slug: 'jak-sprawdzic-wykorzystana-pomoc-de-minimis',
    title: 'Jak sprawdzić, ile pomocy de minimis już wykorzystano',
    lead: 'Sumuje się zaświadczenia z trzech lat wstecz, licząc od dnia nowej pomocy.',
    body: '## Pytanie\n\nJak sprawdzić, ile pomocy de minimis dostaliśmy w ciągu trzech lat?\n\n## Odpowiedź\n\n1. Zbierzcie zaświadczenia o pomocy de minimis, także za bezpłatne doradztwo.\n2. Dodajcie pomoc podmiotów powiązanych.\n3. Porównajcie z bazą SUDOP.\n\nLiczy się dzień przyznania pomocy, nie dzień wypłaty.',
    theme: 'money',
    act: 'de_minimis',
    articles: 'art. 3',
  },
  {
    desk: 'punkt-regionalny',
    topic: 'social_employment',
    slug: 'jak-dlugo-mozna-byc-w-cis',
    title: 'Jak długo można uczestniczyć w zajęciach CIS',
    lead: 'Miesiąc próby i do jedenastu miesięcy zajęć.',
    body: '## Pytanie\n\nJak długo uczestnik może być w CIS po okresie próbnym?\n\n## Odpowiedź\n\nOkres próbny trwa miesiąc. Po nim zajęcia mogą trwać do 11 miesięcy. W uzasadnionych przypadkach kierownik centrum może je przedłużyć.',
    theme: 'reintegration',
    act: 'uzs',
    articles: 'art. 15',
  },
  {
    desk: 'punkt-regionalny',
    topic: 'status',
    slug: 'status-bezrobotnego-a-zajecia-w-kis',
    title: 'Status osoby bezrobotnej a zajęcia w KIS',
    lead: 'Zajęcia w KIS nie są zatrudnieniem, ale urząd pracy musi o nich wiedzieć.',
    body: '## Pytanie\n\nCzy osoba bezrobotna straci status, gdy zacznie zajęcia w klubie integracji społecznej?\n\n## Odpowiedź\n\nNie traci go przez sam udział. Zgłoś zajęcia w urzędzie pracy przed pierwszym dniem: urząd ustali z Tobą terminy wizyt.',
    theme: 'work',
    act: 'rpsz',
    articles: '',
  },
];

/** Puts the articles before readers, and notes at the desks which question each came from. */
export async function loadArticles(
  adminUrl: string,
  parts: Parts,
  county: DemoCounty,
  today: LocalDate,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const [i, written] of ARTICLES.entries()) {
      const publishedAt = instantAt(addDays(today, -20 - 9 * i), '10:00');
      const on = warsawDate(publishedAt);
      const { title, lead, body } = written;
      const legalStateOn = addDays(on, -5);
      const reviewBy = addMonths(on, i === 4 ? 1 : 12);
      const documentId = await parts.db.transaction(systemScope(parts.clock(), 'demo'), (ctx) =>
        putDocument(ctx, {
          kind: 'advice',
          slug: written.slug,
          parentId: null,
          position: 0,
          comments: 'after',
          tags: ['z porad'],
          themes: [written.theme],
          acts: { [written.act]: written.articles },
          publishedAt,
          versions: [{ lang: 'pl', title, lead, body, facts: {}, legalStateOn, reviewBy }],
        }),
      );
      await client.query(`select set_config('app.now', $1, false)`, [publishedAt.toISOString()]);
      const author = required(
        county.workers,
        written.desk === 'punkt-regionalny' ? 'konsultant' : 'doradca',
      ).id;
      await client.query(
        `insert into advice.article (id, desk_id, question_id, topic_code, title, lead, body, legal_state_on, review_by, theme, acts, state, document_id, authors,
           created_by, created_at, updated_at, handed_at)
         select $1, d.id, (select q.id from advice.question q where q.desk_id = d.id and q.topic_code = $3 and q.answered_at is not null
             and not exists (select from advice.article a where a.question_id = q.id) order by q.asked_at limit 1),
           $3, $4, $5, $6, $7, $8, $9, $10, 'handed', $11, array[$12]::uuid[], $12, $13, $13, $13
         from advice.desk d where d.slug = $2`,
        [
          ...[newId(), written.desk, written.topic, title, lead, body, legalStateOn, reviewBy, written.theme],
          ...[`${written.act}: ${written.articles}`, documentId, author, publishedAt],
        ],
      );
      await client.query(
        'insert into library.contributor (document_id, worker_id, approves, added_at) values ($1, $2, false, $3)',
        [documentId, author, publishedAt],
      );
    }
  } finally {
    await client.end();
  }
}
