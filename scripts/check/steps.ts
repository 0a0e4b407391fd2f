import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/config.ts';

export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** A run of vitest, whose tests count in the total. */
  readonly tests?: boolean;
}

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
}

/** Runs one step, prints its line, and its output when it failed or warned. Never throws. */
export async function runStep(step: Step, env: NodeJS.ProcessEnv): Promise<StepResult> {
  const dir = mkdtempSync(join(tmpdir(), 'splot-check-'));
  const report = join(dir, 'report.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests'];
  const args = step.tests ? [...step.args, ...reporters] : step.args;
  const started = performance.now();
  const { code, output } = await run(step.command, args, env);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const totals = step.tests ? readReport(report) : { passed: 0, failed: 0 };
  rmSync(dir, { recursive: true, force: true });
  const ok = code === 0;
  // A run that broke before it could report has failed as a whole.
  const failed = step.tests && !ok && totals.failed === 0 ? 1 : totals.failed;
  const counted = step.tests ? `  ${totals.passed} passed, ${failed} failed` : '';
  console.log(`${ok ? '✓' : '✗'} ${step.name.padEnd(10)} ${seconds.padStart(6)} s${counted}`);
  if (!ok) console.log(output.trimEnd().replace(/^/gm, '    '));
  return { name: step.name, ok, passed: totals.passed, failed };
}

export function readTotals(results: readonly StepResult[]): { passed: number; failed: number } {
  const sum = (key: 'passed' | 'failed') => results.reduce((total, r) => total + r[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

function readReport(file: string): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    // A test file that cannot even be loaded has no tests to count, and has failed all the same.
    const failed = Math.max(report.numFailedTests ?? 0, report.success ? 0 : 1);
    return { passed: report.numPassedTests ?? 0, failed };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const path = `${join(projectRoot, 'node_modules/.bin')}:${env.PATH ?? ''}`;
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...env, PATH: path, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const gather = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
