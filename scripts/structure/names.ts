import { placeOf } from './place.ts';
import type { Finding, SourceFile } from './source.ts';

const ALLOWED =
  'schema, policy, queries, service, api, jobs (.ts), routes.tsx, pages/*.tsx|typ, text.pl|en|uk.ts, *.test.ts(x)';

/** A module holds only the files that every other module holds. `paths` are all files under `src/modules`. */
export function checkNames(paths: readonly string[]): Finding[] {
  return paths.flatMap((file) => {
    const { layer, kind } = placeOf(file);
    return layer === 'module' && kind ? [] : [{ file, message: `a module holds only ${ALLOWED}` }];
  });
}

/** Modules may use each other in one direction only. Reports one cycle, as a path. */
export function checkCycles(files: readonly SourceFile[]): Finding[] {
  const uses = new Map<string, Map<string, string>>();
  for (const file of files) {
    const from = placeOf(file.path);
    if (from.layer !== 'module' || from.kind === 'test' || !from.module) continue;
    for (const { target } of file.imports) {
      const { module } = placeOf(target);
      if (!module || module === from.module) continue;
      const targets = uses.get(from.module) ?? new Map<string, string>();
      targets.set(module, targets.get(module) ?? file.path);
      uses.set(from.module, targets);
    }
  }
  const cycle = findCycle(uses);
  if (!cycle) return [];
  const steps = cycle.slice(1).map((to, i) => `${uses.get(cycle[i] ?? '')?.get(to)} uses ${to}`);
  return [{ file: 'src/modules', message: `modules in a cycle: ${cycle.join(' → ')} (${steps.join('; ')})` }];
}

function findCycle(uses: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] | null {
  const done = new Set<string>();
  const visit = (module: string, path: readonly string[]): string[] | null => {
    if (path.includes(module)) return [...path.slice(path.indexOf(module)), module];
    if (done.has(module)) return null;
    for (const target of [...(uses.get(module)?.keys() ?? [])].sort()) {
      const cycle = visit(target, [...path, module]);
      if (cycle) return cycle;
    }
    done.add(module);
    return null;
  };
  for (const module of [...uses.keys()].sort()) {
    const cycle = visit(module, []);
    if (cycle) return cycle;
  }
  return null;
}
