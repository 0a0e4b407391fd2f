import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '#kernel/config.ts';
import { openPools, recordPage, replay } from './bare.ts';
import { arrive, client, type Measured, measure } from './load.ts';
import { type Line, machine, sizeTable, speedTable } from './report.ts';
import { openStand, type Stand } from './stand.ts';
import { type PageTask, pageTasks, writeTasks } from './tasks.ts';

/** npm run bench -- --cases 10000,100000 --seconds 10 [--write]: measures on this machine, on databases of its own. */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '5' },
    hands: { type: 'string', default: '4' },
    rate: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '0.5' },
    write: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const hands = Number(values.hands);
const rate = Number(values.rate);
const arriving = Math.round(Number(values.minutes) * 60);
const say = (line: string) => console.error(line);

/** So many hands at once, and the processor time of a request; warming up counts on both sides of the division. */
async function closed(
  s: Stand,
  at: number,
  once: (n: number) => Promise<boolean | null>,
): Promise<{ whole: Measured; cpu: number | null }> {
  let requests = 0;
  const before = s.cpu();
  const whole = await measure(at, seconds, async (n) => {
    const good = await once(n);
    if (good !== null) requests += 1;
    return good;
  });
  const after = s.cpu();
  return { whole, cpu: before === null || after === null ? null : (after - before) / Math.max(1, requests) };
}

async function pageLine(s: Stand, http: ReturnType<typeof client>, task: PageTask): Promise<Line> {
  const cost = await closed(s, hands, async (n) => (await http.get(task.path(n), task.who.cookie)) === 200);
  const recording = await recordPage(s.parts, s.origin, task.path(1), task.who.cookie);
  const pools = openPools(s.base.appUrl);
  const bare = await measure(hands, seconds, () => replay(pools, recording));
  await Promise.all([pools.app.end(), pools.signIn.end()]);
  const statements = recording.reduce((sum, step) => sum + step.sent.length, 0);
  return { name: task.name, budget: task.budget, ...cost, bare, statements };
}

async function measureSize(cases: number): Promise<string> {
  say(`${cases} cases: generating`);
  const s = await openStand(cases);
  const http = client(s.origin);
  try {
    say(`generated in ${Math.round(s.loadSeconds)} s, load of the machine ${loadavg()[0]?.toFixed(1)}`);
    const tasks = await pageTasks(s);
    const lines: Line[] = [];
    for (const task of tasks) {
      const line = await pageLine(s, http, task);
      lines.push(line);
      say(`  ${line.name}: p95 ${line.whole.p95.toFixed(0)} ms, ${line.whole.perSecond.toFixed(0)}/s`);
    }
    for (const task of await writeTasks(s, http)) {
      const cost = await closed(s, hands, task.once);
      const { whole } = cost;
      lines.push({ name: task.name, budget: task.budget, ...cost });
      say(
        `  ${task.name}: p95 ${whole.p95.toFixed(0)} ms, ${whole.perSecond.toFixed(0)}/s, ${whole.errors} errors`,
      );
    }
    const mixed = await closed(s, hands * 4, async (n) => {
      const task = tasks[n % tasks.length];
      return task ? (await http.get(task.path(n), task.who.cookie)) === 200 : false;
    });
    lines.push({ name: `all pages mixed, ${hands * 4} at once`, budget: null, ...mixed });
    // Spread over the forty, so that no second asks for one page alone.
    const day = tasks
      .flatMap((task) => Array.from({ length: task.often }, (_, i) => ({ task, at: (i + 0.5) / task.often })))
      .sort((a, b) => a.at - b.at);
    const load = await arrive(rate, arriving, async (n) => {
      const task = day[n % day.length]?.task;
      return task ? (await http.get(task.path(n), task.who.cookie)) === 200 : false;
    });
    lines.push({
      name: `a day's mix, ${rate} requests a second arriving for ${arriving} s`,
      budget: 250,
      whole: load,
    });
    for (const { name, whole } of lines.slice(-2))
      say(
        `  ${name}: p95 ${whole.p95.toFixed(0)} ms, ${whole.perSecond.toFixed(0)}/s, ${whole.errors} errors`,
      );
    return `### ${cases.toLocaleString('en')} cases\n\n${sizeTable(s)}\n\n${speedTable(lines)}`;
  } finally {
    http.close();
    await s.close();
  }
}

const parts: string[] = [machine(hands, seconds)];
for (const cases of values.cases.split(',')) parts.push(await measureSize(Number(cases)));
const text = parts.join('\n\n');
console.log(text);
if (values.write) {
  const file = join(projectRoot, 'docs/performance.md');
  const before = await readFile(file, 'utf8');
  const marks = /(<!-- measured -->\n)[\s\S]*(<!-- \/measured -->)/;
  await writeFile(
    file,
    before.replace(marks, (_, from: string, to: string) => `${from}\n${text}\n\n${to}`),
  );
}
