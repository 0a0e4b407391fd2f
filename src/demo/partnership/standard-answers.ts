import { newId } from '../../kernel/ids.ts';
import { addDays, addMonths, type LocalDate } from '../../kernel/time.ts';
import type { Chance } from '../random.ts';

export type Sql = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

const EVIDENCE: Readonly<Record<string, readonly string[]>> = {
  met: [
    'Porozumienie i załączniki w teczce partnerstwa.',
    'Dziesięć losowych spraw sprawdzonych w styczniu.',
    'Zestawienie z systemu za cały rok.',
  ],
  partly: [
    'Działa w mieście, w gminach jeszcze nie wszędzie.',
    'Robimy to, ale nie zapisujemy daty.',
    'Dwie sprawy na dziesięć bez śladu.',
  ],
  not: ['Brakuje osoby, która by to prowadziła.', 'Nie mieliśmy jeszcze tej rozmowy z partnerami.'],
  none: ['Nie prowadzimy takich spraw.'],
};

export interface Made {
  readonly id: string;
  readonly partnership: string | undefined;
  readonly members: readonly string[];
  readonly codes: readonly string[];
}

/** One institution's sheet, handed in: the better, the more requirements are met. */
export async function answerSheet(
  run: Sql,
  luck: Chance,
  round: Made,
  institution: string,
  good: number,
  on: LocalDate,
): Promise<void> {
  for (const code of round.codes) {
    const level = luck.yes(good) ? 'met' : luck.pick(['partly', 'partly', 'not', 'none']);
    await run(
      `insert into partnerships.standard_answer (round_id, partnership_id, institution_id, code, level, evidence, answered_on) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        round.id,
        round.partnership,
        institution,
        code,
        level,
        luck.yes(0.4) ? luck.pick(EVIDENCE[level] ?? ['']) : '',
        on,
      ],
    );
  }
  await run(
    `update partnerships.standard_sheet set handed_in_on = $3 where round_id = $1 and institution_id = $2`,
    [round.id, institution, on],
  );
}

const TASKS = [
  {
    code: '4.2',
    what: 'Przypomnienie w kalendarzu koordynatora co 21 dni',
    days: -60,
    state: 'done',
    note: 'Działa od marca.',
  },
  {
    code: '2.4',
    what: 'Wspólna lista „dokąd zamiast tego” dla odmów',
    days: 30,
    state: 'doing',
    note: 'Spisane 14 adresów.',
  },
  { code: '6.4', what: 'Przegląd klauzul społecznych w umowach gmin', days: -20, state: 'open', note: '' },
  {
    code: '7.3',
    what: 'Anonimowa ankieta osób po zakończeniu',
    days: 75,
    state: 'doing',
    note: 'Zaczęta jako ewaluacja.',
  },
] as const;

/** What was concluded a year ago, and how far the improvements are. */
export async function conclude(run: Sql, luck: Chance, round: Made, today: LocalDate): Promise<void> {
  await run(`update partnerships.standard_round set state = 'concluding', disclosed_on = $2 where id = $1`, [
    round.id,
    addMonths(today, -12),
  ]);
  const weak = ['2.4', '4.2', '6.4', '7.3'];
  for (const code of round.codes)
    await run(
      `insert into partnerships.standard_conclusion (round_id, partnership_id, code, level, note) values ($1, $2, $3, $4, $5)`,
      [
        round.id,
        round.partnership,
        code,
        weak.includes(code) ? luck.pick(['partly', 'not']) : luck.yes(0.8) ? 'met' : 'partly',
        weak.includes(code) ? 'Do planu poprawy.' : '',
      ],
    );
  await run(
    `update partnerships.standard_round set state = 'concluded', concluded_on = $2, summary = $3 where id = $1`,
    [
      round.id,
      addMonths(today, -11),
      'Skierowania i prawa osób są mocną stroną. Najpierw poprawiamy kontakt w trakcie planu i to, co słyszy osoba, której odmówiono.',
    ],
  );
  for (const [i, task] of TASKS.entries())
    await run(
      `insert into partnerships.standard_task (id, round_id, partnership_id, code, what, institution_id, due_on, state, note, changed_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        round.id,
        round.partnership,
        task.code,
        task.what,
        round.members[i % round.members.length],
        addDays(today, task.days),
        task.state,
        task.note,
        addDays(today, -15),
      ],
    );
}
