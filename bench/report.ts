import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Measured } from './load.ts';
import type { Stand } from './stand.ts';

export interface Line {
  readonly name: string;
  readonly budget: number | null;
  readonly whole: Measured;
  /** The same statements over the same driver, without the rest. */
  readonly bare?: Measured;
  readonly statements?: number;
  /** Milliseconds of processor time of the server and the database for one request, whatever else the machine did. */
  readonly cpu?: number | null;
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/** What it was measured on and how, in a sentence each. */
export const machine = (hands: number, seconds: number): string =>
  [
    `Measured ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC on ${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'},`,
    `${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node}, the embedded PostgreSQL with its ordinary settings;`,
    `the database, the server (one process) and the load generator share the machine, whose load was ${loadavg()[0]?.toFixed(1)} when the measurement began.`,
    `${hands} requests at once where nothing else is said, ${seconds} seconds for each line after one of warming up.`,
  ].join('\n');

export function sizeTable(s: Stand): string {
  const tables = s.tables.map((t) => `${t.name} ${Math.round(t.rows).toLocaleString('en')}`).join(', ');
  return [
    `${s.scale.counties + 1} counties; the large office holds ${s.scale.big.toLocaleString('en')} of the cases, its caseworker 60.`,
    `Database ${Math.round(s.bytes / 2 ** 20)} MB, generated in ${Math.round(s.loadSeconds)} s. Rows: ${tables}.`,
  ].join('\n');
}

export function speedTable(lines: readonly Line[]): string {
  const head =
    '| What | p50 ms | p95 ms | p99 ms | requests/s | CPU ms | statements | bare SQL/s | ratio | budget p95 | kept |';
  const rows = lines.map(({ name, budget, whole, bare, statements, cpu }) => {
    const ratio = bare ? `${Math.round((100 * whole.perSecond) / bare.perSecond)} %` : '';
    const kept = budget === null ? '' : whole.p95 <= budget ? 'yes' : '**no**';
    const failed = whole.errors > 0 ? ` (${whole.errors} errors)` : '';
    return `| ${[
      ...[
        name + failed,
        ms(whole.p50),
        ms(whole.p95),
        ms(whole.p99),
        whole.perSecond.toFixed(0),
        cpu ? ms(cpu) : '',
      ],
      ...[statements ?? '', bare ? bare.perSecond.toFixed(0) : '', ratio, budget ?? '', kept],
    ].join(' | ')} |`;
  });
  return [head, '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|', ...rows].join('\n');
}
