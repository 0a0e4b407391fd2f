import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';

type Worker = Pick<Actor, 'permissions'>;

/** Advisers of the desk write its articles; row-level security says of which desk. */
export const mayWriteArticles = (actor: Worker): Decision =>
  actor.permissions.has('advice.answer') ? allow : deny('notAdviser');

interface Standing {
  readonly state: 'writing' | 'handed';
  /** Findings without a decision. */
  readonly open: number;
}
export const mayChangeArticle = (actor: Worker, article: Standing): Decision =>
  !mayWriteArticles(actor).allowed
    ? deny('notAdviser')
    : article.state === 'writing'
      ? allow
      : deny('handed');

/** Nothing leaves the desk while something that looks like personal data is undecided. */
export const mayHandOver = (actor: Worker, article: Standing): Decision =>
  !mayChangeArticle(actor, article).allowed
    ? mayChangeArticle(actor, article)
    : article.open === 0
      ? allow
      : deny('openFindings');
