import type { Ctx } from '#kernel/context.ts';
import { forgetFiles } from '#kernel/files/files.ts';
import { enqueue } from '#kernel/jobs.ts';
import { forgetMail } from '#kernel/mail.ts';
import { forgetAccount } from '#modules/advice/api.ts';
import * as queries from './queries.ts';

/**
 * What an erased case leaves in the window: its messages; and for persons erased with their last case also the window
 * itself, invitations and mail to them, files they sent in, and an account that opens nothing else.
 */
export async function eraseWindow(ctx: Ctx, caseId: string): Promise<void> {
  await queries.dropMessages(ctx, caseId);
  await queries.dropConfirmations(ctx, caseId);
  const accounts = (await queries.findAccounts(ctx)).map((a) => a.account_id);
  // Mail and files before what row-level security knows the erased by.
  await forgetMail(
    ctx,
    (await queries.findAddresses(ctx)).map((a) => a.email),
  );
  await forgetFiles(ctx);
  await queries.dropAccess(ctx);
  await queries.dropInvitations(ctx);
  // The account lives in a schema that no transaction of a module reaches, so it goes after this one has committed.
  for (const account of accounts) await enqueue(ctx, 'participant.remove_account', { account });
}

/** Whether nothing is left that the account opens. */
export const isOrphan = async (ctx: Ctx, accountId: string): Promise<boolean> =>
  (await queries.findOrphans(ctx, [accountId])).length > 0;

/** Questions to advice desks that were asked from an account go with it. */
export const forgetAsked = forgetAccount;
