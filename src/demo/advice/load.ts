import pg from 'pg';
import { addDays, instantAt, type LocalDate } from '../../kernel/time.ts';
import { type DemoCounty, required } from '../county.ts';
import { Loader } from './loader.ts';
import { QUESTIONS } from './questions.ts';

const MANY = 60;
const HALF_A_YEAR = 182;

/** Two desks, who works at them, and sixty questions of the last half year in every state. */
export async function loadAdvice(adminUrl: string, county: DemoCounty, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [instantAt(today, '08:00').toISOString()]);
    const demo = new Loader(client, county, today);
    await demo.desk('rops', {
      institution: required(county.institutions, 'rops'),
      slug: 'punkt-regionalny',
      name: ['Regionalny punkt doradztwa (pokaz)', 'Regional advice desk (demonstration)'],
      lead: [
        'Odpowiadamy urzędom, ośrodkom i organizacjom z całego województwa, a także osobom, które szukają pomocy.',
        'We answer offices, centres and organisations of the whole voivodeship, and people who look for help.',
      ],
      counties: [],
      phone: '12 000 00 10',
      people: { konsultant: 'adviser', radca: 'reviewer', doradca: 'adviser', prowadzaca: 'lead' },
    });
    await demo.desk('owes', {
      institution: required(county.institutions, 'owes'),
      slug: 'ekonomia-spoleczna',
      name: ['Punkt doradztwa OWES (pokaz)', 'Advice desk of the OWES (demonstration)'],
      lead: [
        'Pomagamy grupom inicjatywnym, spółdzielniom i przedsiębiorstwom społecznym.',
        'We help initiative groups, cooperatives and social enterprises.',
      ],
      counties: ['1207', '1210', '1211'],
      phone: '18 000 00 20',
      people: { doradca: 'lead', radca: 'reviewer', konsultant: 'reception' },
    });
    for (let n = 0; n < MANY; n++) {
      const said = QUESTIONS[n % QUESTIONS.length];
      // The oldest first; what is newest still waits.
      const ago = Math.round((HALF_A_YEAR * (MANY - 1 - n)) / (MANY - 1));
      if (said) await demo.question(said, n, addDays(today, -ago));
    }
    await demo.finish();
    await client.query('commit');
  } finally {
    await client.end();
  }
}
