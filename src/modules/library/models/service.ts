import type { Ctx } from '#kernel/context.ts';
import { stems } from '#kernel/words/words.ts';
import { pathOf } from '../schema.ts';
import { calculate } from './budget/service.ts';
import * as queries from './queries.ts';
import { type CompareQuery, type ModelCard, type ModelsQuery, modelFacts } from './schema.ts';

function asCard({ facts: stored, ...row }: queries.ModelRow): ModelCard {
  const facts = modelFacts.parse(stored);
  return {
    ...row,
    path: pathOf('model', row.slug, null),
    facts,
    outcome: facts.budget && calculate(facts.budget),
  };
}

/** Every model, in the order of their titles. */
export const allModels = async (ctx: Ctx): Promise<readonly ModelCard[]> =>
  (await queries.findModels(ctx)).map(asCard);

/** Models of a category, a strength of evidence and with certain words. There are tens of them, so they are sifted here. */
export function sift(models: readonly ModelCard[], { q, category, evidence }: ModelsQuery): ModelCard[] {
  const asked = stems(q);
  return models.filter(({ title, lead, facts }) => {
    if (category !== undefined && facts.category !== category) return false;
    if (evidence !== undefined && facts.evidence !== evidence) return false;
    if (asked.length === 0) return true;
    const said = stems([title, lead, facts.problem, facts.service, facts.customer].join(' '));
    // A word that is still being typed finds what begins like it.
    return asked.every((word) => said.some((each) => each.startsWith(word)));
  });
}

/** Those chosen, each once, in the order chosen; what is no model is left out. */
export const chosenOf = (models: readonly ModelCard[], { m1, m2, m3 }: CompareQuery): ModelCard[] =>
  [...new Set([m1, m2, m3])].flatMap((slug) => models.find((model) => model.slug === slug) ?? []);
