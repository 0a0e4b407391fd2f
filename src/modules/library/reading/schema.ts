import type { Child } from 'hono/jsx';
import type { Ctx } from '#kernel/context.ts';

/** What the library is lent by the application: where it stands, views of other modules, the discussion under a page. */
export interface LibraryHost {
  readonly siteUrl: string;
  /** Makes the view of a block such as `::directory{q="catering"}`; null when it has nothing to show. */
  readonly embeds: Readonly<
    Record<string, (ctx: Ctx, attrs: Readonly<Record<string, string>>) => Promise<Child>>
  >;
  /** The discussion under a document; null where there is none. */
  readonly discussion: (
    ctx: Ctx,
    subject: { readonly kind: 'document'; readonly id: string },
  ) => Promise<Child>;
}
