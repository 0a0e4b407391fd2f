import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findTexts = (ctx: Ctx, version: string) =>
  ctx.tx.many<{ lang: string | null; easy: boolean | null; body: string | null }>(
    sql`select lang, easy, body from cases.api_consent_text where version = ${version}`,
  );
