import pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import { addDays, addMonths, type LocalDate, startOfDay } from '../../kernel/time.ts';
import { type DemoCounty, required } from '../county.ts';
import { COSTS, GOALS } from './plan-words.ts';

type Sql = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
interface Line {
  readonly partnership: string;
  /** The first day of its year. */
  readonly from: LocalDate;
  readonly state: 'draft' | 'adopted' | 'closed';
  readonly title: string;
}

/** A year closed with an assessment, the plan of this year under way, and the draft of the next one. */
export async function loadPlans(adminUrl: string, county: DemoCounty, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const run: Sql = async (text, values = []) =>
      (await client.query<Record<string, unknown>>(text, [...values])).rows;
    await run('begin');
    await run(`select set_config('app.now', $1, true)`, [startOfDay(today).toISOString()]);
    const year = Number(today.slice(0, 4));
    const lines: readonly Line[] = [
      {
        partnership: 'powiat',
        from: `${year - 1}-01-01`,
        state: 'closed',
        title: `Plan działania na ${year - 1} rok`,
      },
      {
        partnership: 'powiat',
        from: `${year}-01-01`,
        state: 'adopted',
        title: `Plan działania na ${year} rok`,
      },
      {
        partnership: 'powiat',
        from: `${year + 1}-01-01`,
        state: 'draft',
        title: `Plan działania na ${year + 1} rok`,
      },
      {
        partnership: 'mszana',
        from: `${year}-01-01`,
        state: 'adopted',
        title: `Plan Partnerstwa Mszana na ${year} rok`,
      },
    ];
    for (const line of lines) await writePlan(run, county, line, today);
    await run('commit');
  } finally {
    await client.end();
  }
}

async function writePlan(run: Sql, county: DemoCounty, line: Line, today: LocalDate): Promise<void> {
  const partnership = required(county.partnerships, line.partnership);
  const members = await run('select institution_id from partnerships.member where partnership_id = $1', [
    partnership,
  ]);
  const joined = new Set(members.map((m) => String(m.institution_id)));
  const coordinator = await run(
    `select worker_id, institution_id from partnerships.contact where partnership_id = $1 and role = 'coordinator' limit 1`,
    [partnership],
  );
  const author = String(coordinator[0]?.worker_id);
  const host = String(coordinator[0]?.institution_id);
  /** Where a partner of the words is no member here, the coordinator's own institution does it. */
  const owner = (key: string) => {
    const id = required(county.institutions, key);
    return joined.has(id) ? id : host;
  };
  const id = newId();
  await run(
    `insert into partnerships.action_plan (id, partnership_id, line_id, version, title, summary, starts_on, ends_on, created_by, created_at)
     values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      partnership,
      newId(),
      line.title,
      'Mniej czekania, więcej wspólnych planów i praca, która zostaje. Trzy cele, każdy z miarą.',
      line.from,
      addDays(addMonths(line.from, 12), -1),
      author,
      startOfDay(addDays(line.from, -40)),
    ],
  );
  const day = (months: readonly [number, number]) => ({
    from: addMonths(line.from, months[0] - 1),
    to: addDays(addMonths(line.from, months[1]), -1),
  });
  const tasks = new Map<string, string>();
  const plan = [id, partnership];
  for (const [i, goal] of (line.state === 'draft' ? GOALS.slice(0, 2) : GOALS).entries()) {
    const goalId = newId();
    const when = day(goal.months);
    await run(
      `insert into partnerships.plan_goal (id, plan_id, partnership_id, position, title, description, starts_on, due_on) values ($3, $1, $2, $4, $5, $6, $7, $8)`,
      [...plan, goalId, i + 1, goal.title, goal.description, when.from, when.to],
    );
    for (const m of goal.indicators) {
      const indicator = newId();
      await run(
        `insert into partnerships.plan_indicator (id, plan_id, partnership_id, goal_id, name, definition, unit, direction, baseline, baseline_on, target, computed)
         values ($3, $1, $2, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...plan,
          indicator,
          goalId,
          m.name,
          m.definition,
          m.unit,
          m.direction,
          m.baseline,
          m.baseline === null ? null : line.from,
          m.target,
          m.computed ?? null,
        ],
      );
      const known =
        line.state === 'closed' && m.computed
          ? [[12, m.target - 4, 'obliczone ze spraw'] as const]
          : (m.measured ?? []);
      for (const [month, value, source] of line.state === 'draft' ? [] : known) {
        const on = addDays(addMonths(line.from, month), -1);
        if (on > today) continue;
        await run(
          `insert into partnerships.plan_measurement (id, indicator_id, plan_id, partnership_id, measured_on, value, source, recorded_by, recorded_at)
           values ($3, $4, $1, $2, $5, $6, $7, $8, $9)`,
          [...plan, newId(), indicator, on, value, source, author, startOfDay(on)],
        );
      }
    }
    for (const task of goal.tasks) {
      const taskId = newId();
      tasks.set(task.key, taskId);
      const institution = owner(task.owner);
      const worker = task.worker ? county.workers.get(task.worker) : undefined;
      const told =
        line.state === 'draft'
          ? 'planned'
          : line.state === 'closed' && task.state !== 'given_up'
            ? 'done'
            : task.state;
      const { from, to } = day(task.months);
      await run(
        `insert into partnerships.plan_task (id, plan_id, partnership_id, goal_id, title, institution_id, worker_id, starts_on, due_on, state, done_on, done_note)
         values ($3, $1, $2, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...plan,
          taskId,
          goalId,
          task.title,
          institution,
          worker?.institutionId === institution ? worker.id : null,
          from,
          to,
          told,
          told === 'done' ? (to < today ? to : today) : null,
          told === 'planned' ? '' : (task.note ?? (told === 'done' ? 'Zrobione zgodnie z planem.' : '')),
        ],
      );
    }
  }
  for (const cost of COSTS.filter((c) => c.task === null || tasks.has(c.task))) {
    const costId = newId();
    // A document is one cost, so only the plan of this year names it.
    const document = line.state === 'adopted' && line.partnership === 'powiat' ? cost.document : '';
    await run(
      `insert into partnerships.plan_cost (id, plan_id, partnership_id, task_id, title, document, amount) values ($3, $1, $2, $4, $5, $6, $7)`,
      [
        ...plan,
        costId,
        cost.task === null ? null : tasks.get(cost.task),
        cost.title,
        document,
        Math.round(cost.amount * 100),
      ],
    );
    for (const [source, payer, amount] of cost.shares)
      await run(
        `insert into partnerships.plan_cost_share (id, cost_id, plan_id, partnership_id, source_code, institution_id, amount) values ($3, $4, $1, $2, $5, $6, $7)`,
        [...plan, newId(), costId, source, owner(payer), Math.round(amount * 100)],
      );
  }
  if (line.state === 'draft') return;
  await run(
    `update partnerships.action_plan set state = 'adopted', adopted_on = $2, decision = 'uchwała nr 2 spotkania Partnerstwa', adopted_by = $3 where id = $1`,
    [id, addDays(line.from, -12), author],
  );
  if (line.state === 'closed')
    await run(
      `update partnerships.action_plan set state = 'closed', closed_on = $2, assessment = $3 where id = $1`,
      [
        id,
        addMonths(line.from, 13),
        'Skróciliśmy czas do pierwszej rozmowy, ale nie tak, jak chcieliśmy: zabrakło dyżurów w małych gminach.\nWarsztaty działają i zostają. Śniadania z pracodawcami wymagają kogoś, kto zna ich z imienia.\nNa następny rok: dyżury w trzech gminach i jedna osoba do kontaktu z firmami.',
      ],
    );
}
