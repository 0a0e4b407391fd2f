import type { Child } from 'hono/jsx';
import type { Ctx } from '#kernel/context.ts';
import type { Block } from '#kernel/markdown/tree.ts';

/** The same twice: for a page of this site, and as text for paper, a reader of books and a feed. */
export interface Embedded {
  readonly view: Child;
  readonly blocks: readonly Block[];
}

/** What the library is lent by the application: where it stands, views of other modules, the discussion under a page. */
export interface LibraryHost {
  readonly siteUrl: string;
  /** Makes what a block such as `::directory{q="catering"}` stands for; null when it has nothing to show. */
  readonly embeds: Readonly<
    Record<string, (ctx: Ctx, attrs: Readonly<Record<string, string>>) => Promise<Embedded | null>>
  >;
  /** The discussion under a document; null where there is none. */
  readonly discussion: (
    ctx: Ctx,
    subject: { readonly kind: 'document'; readonly id: string },
  ) => Promise<Child>;
}
