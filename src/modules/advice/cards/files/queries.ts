import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

interface FileRow {
  fileId: string;
  title: string;
  signature: boolean;
}
export const findFiles = (ctx: Ctx, cardId: string): Promise<FileRow[]> =>
  ctx.tx.many<FileRow>(
    sql`select file_id as "fileId", title, signature from advice.card_file where card_id = ${cardId} order by added_at`,
  );
export const insertFile = (
  ctx: Ctx,
  f: {
    fileId: string;
    cardId: string;
    deskId: string;
    clientId: string;
    clientKind: string;
    title: string;
    signature: boolean;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.card_file (file_id, card_id, desk_id, client_id, client_kind, title, signature, added_at)
    values (${f.fileId}, ${f.cardId}, ${f.deskId}, ${f.clientId}, ${f.clientKind}, ${f.title}, ${f.signature}, kernel.instant())`);
