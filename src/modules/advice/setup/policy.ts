import type { AreaForm } from './schema.ts';

interface County {
  readonly code: string;
  readonly voivodeshipCode: string;
}

/** Counties that were ticked one by one or with their whole voivodeship; codes that do not exist fall out. */
export const countiesOf = (form: AreaForm, all: readonly County[]): string[] =>
  all
    .filter(
      ({ code, voivodeshipCode }) => form.counties.includes(code) || form.regions.includes(voivodeshipCode),
    )
    .map(({ code }) => code)
    .sort();

/** The reverse: whole voivodeships as such, the rest by name. */
export function areaOf(codes: readonly string[], all: readonly County[]): AreaForm {
  const chosen = new Set(codes);
  const regions = [...new Set(all.map((c) => c.voivodeshipCode))].filter((region) =>
    all.every(({ code, voivodeshipCode }) => voivodeshipCode !== region || chosen.has(code)),
  );
  const counties = all
    .filter(({ code, voivodeshipCode }) => chosen.has(code) && !regions.includes(voivodeshipCode))
    .map(({ code }) => code);
  return { regions, counties };
}

/** The topic and what stands above it, nearest first; none when it is not known. */
export function pathOf(
  code: string | null,
  topics: readonly { readonly code: string; readonly parentCode: string | null }[],
): string[] {
  const known = new Map(topics.map((topic) => [topic.code, topic]));
  const path: string[] = [];
  for (let at = known.get(code ?? ''); at && !path.includes(at.code); at = known.get(at.parentCode ?? ''))
    path.push(at.code);
  return path;
}

/** The tree as a list: each topic after what it belongs to, with its depth. */
export function treeOf<T extends { readonly code: string; readonly parentCode: string | null }>(
  topics: readonly T[],
): { readonly topic: T; readonly depth: number }[] {
  const under = (parent: string | null, depth: number): { topic: T; depth: number }[] =>
    topics
      .filter((topic) => topic.parentCode === parent)
      .flatMap((topic) => [{ topic, depth }, ...(depth < 6 ? under(topic.code, depth + 1) : [])]);
  return under(null, 0);
}
