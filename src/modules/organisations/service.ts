import type { DataClass } from '#kernel/access.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { warsawDate } from '#kernel/time.ts';
import type { NavItem } from '#ui/view.tsx';
import { overseesAll, permissionsOf, sectionsOf } from './policy.ts';
import * as queries from './queries.ts';
import type { WorkerFunction } from './schema.ts';
import { text } from './text.pl.ts';

/** Everyone this account may act as today, in the order of institution names; empty for a participant. */
export async function actorsOf(ctx: Ctx, accountId: string): Promise<Actor[]> {
  const rows = await queries.findActing(ctx, accountId, warsawDate(ctx.now));
  return rows.map((row) => {
    const functions = (row.functions ?? []) as WorkerFunction[];
    const scope = (row.scope ?? []) as DataClass[];
    return {
      kind: 'worker',
      accountId,
      subjectId: row.worker_id ?? '',
      institutionId: row.institution_id ?? '',
      institutionName: row.institution_name ?? '',
      institutionType: row.institution_type ?? '',
      name: row.name ?? '',
      functions,
      scope,
      permissions: permissionsOf(functions, scope),
      wide: overseesAll(functions, scope),
      choices: rows.length,
    };
  });
}

/** The functions of the actor in words, for the header. */
export function functionLabel(actor: Actor, lang: Lang): string {
  const t = text[lang];
  if (actor.kind === 'participant') return t.participant;
  const labels: Readonly<Record<string, string>> = t.functions;
  return actor.functions.map((f) => labels[f] ?? f).join(', ') || t.noFunction;
}

/** The main navigation of the actor; the section of the address is current. */
export function navigation(actor: Actor, path: string, lang: Lang): NavItem[] {
  const labels = text[lang].nav;
  const sections = sectionsOf(actor);
  const current = sections
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return sections.map(({ key, href }) => ({ href, label: labels[key], current: href === current?.href }));
}
