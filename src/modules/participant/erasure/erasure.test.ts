import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, type MadeCase, makeCaseIn, makeWorld, type World } from '#test/factories.ts';
import { participantJobs } from '../jobs.ts';

let t: TestDatabase;
const removed: string[] = [];
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

/** A person with a window, a message, a file and a mail; their account. */
async function withWindow(email: string): Promise<{ c: MadeCase; account: string }> {
  const c = await makeCaseIn(t.adminUrl, w, 'active');
  const account = newId();
  await asAdmin(t.adminUrl, async (run) => {
    const by = [c.id, c.personId, w.partnershipId, w.socialWorker.subjectId];
    await run(
      `insert into participant.invitation (id, case_id, person_id, partnership_id, invited_by, email, lang, sent_at) values ($5, $1, $2, $3, $4, $6, 'pl', now())`,
      [...by, newId(), email],
    );
    await run(
      `insert into participant.access (id, account_id, person_id, partnership_id, case_id, invited_by, invited_at, joined_at, lang)
       values ($5, $6, $2, $3, $1, $4, now(), now(), 'pl')`,
      [...by, newId(), account],
    );
    await run(
      `insert into participant.message (id, case_id, sender, body, sent_at) values ($2, $1, 'participant', 'słowa', now())`,
      [c.id, newId()],
    );
    await run(
      `insert into kernel.file (id, owner_institution, owner_person, uploaded_by, name, kind, size, sha256, storage_key, scan_state, created_at)
       values ($1::uuid, $2, $3, $4, 'a.txt', 'txt', 1, repeat('0', 64), ($1::uuid)::text, 'unscanned', now())`,
      [newId(), w.ops.id, c.personId, account],
    );
    await run(
      `insert into kernel.mail (id, to_address, subject, body, created_at) values ($1, $2, 's', 'b', now())`,
      [newId(), email],
    );
  });
  return { c, account };
}
const left = async ({ c }: { c: MadeCase }, email: string) => {
  const [row] = await asAdmin(t.adminUrl, (run) =>
    run(
      `select (select count(*) from participant.message where case_id = $1)::int as messages,
         (select count(*) from participant.access where person_id = $2)::int as windows,
         (select count(*) from participant.invitation where person_id = $2)::int as invitations,
         (select count(*) from kernel.file where owner_person = $2)::int as files,
         (select count(*) from kernel.mail where to_address = $3)::int as mails`,
      [c.id, c.personId, email],
    ),
  );
  return row;
};
const WHOLE = { messages: 1, windows: 1, invitations: 1, files: 1, mails: 1 };

test('with the last case of a person goes everything they left, and nothing of anybody else', async () => {
  const gone = await withWindow('gone@example.org');
  const stays = await withWindow('stays@example.org');
  const [eraseCase, removeAccount] = participantJobs({
    auth: { removeAccount: async (id) => void removed.push(id) },
  });
  const run = async () => {
    await t.ctxAs(SYSTEM_ACTOR, async (ctx) => eraseCase?.handle(ctx, { case: gone.c.id }));
    for (const { account } of [gone, stays])
      await t.ctxAs(SYSTEM_ACTOR, async (ctx) => removeAccount?.handle(ctx, { account }));
  };
  // Asked for a case that is not erased, the job finds nothing.
  await run();
  expect(await left(gone, 'gone@example.org')).toEqual(WHOLE);
  expect(removed).toEqual([]);
  await asAdmin(t.adminUrl, async (sql) => {
    await sql(`set session_replication_role = 'replica'`);
    await sql(`update cases.shared_case set state = 'erased' where id = $1`, [gone.c.id]);
    await sql(`update cases.person set erased_at = now(), given_name = '', family_name = '' where id = $1`, [
      gone.c.personId,
    ]);
  });
  await run();
  expect(await left(gone, 'gone@example.org')).toEqual({
    messages: 0,
    windows: 0,
    invitations: 0,
    files: 0,
    mails: 0,
  });
  expect(await left(stays, 'stays@example.org')).toEqual(WHOLE);
  expect(removed).toEqual([gone.account]);
});
