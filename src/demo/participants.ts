import pg from 'pg';
import { PUBLIC_ACTOR } from '../kernel/context.ts';
import { newId, newRequestId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/time.ts';
import { joinInvited, noteInvitation } from '../modules/participant/api.ts';
import type { Parts } from '../parts.ts';
import type { Cast } from './cast.ts';
import { DEMO_PASSWORD, PARTICIPANTS } from './workers.ts';

/** Gives a few people of the cases a window of their own: one whose plan waits for a signature, one whose plan is lived. */
export async function loadParticipants(
  adminUrl: string,
  parts: Parts,
  cast: Cast,
  today: LocalDate,
): Promise<void> {
  const hash = await parts.auth.hashPassword(DEMO_PASSWORD);
  for (const p of PARTICIPANTS) {
    const found = await findCase(adminUrl, p.waits, cast.actor(p.coordinator).subjectId);
    if (!found) continue;
    const accountId = await parts.auth.createAccount({
      email: p.email,
      name: found.givenName,
      password: { hash },
    });
    const invitationId = newId();
    await cast.act(p.coordinator, today, 'P3', (ctx) =>
      noteInvitation(ctx, found.caseId, { id: invitationId, email: p.email, lang: 'pl' }),
    );
    const scope = {
      actor: PUBLIC_ACTOR,
      now: parts.clock(),
      lang: 'pl' as const,
      requestId: newRequestId(),
      purpose: 'P5' as const,
      path: 'demo',
    };
    await parts.db.transaction(scope, (ctx) => joinInvited(ctx, invitationId, accountId));
  }
}

async function findCase(
  adminUrl: string,
  waits: readonly string[],
  coordinatorId: string,
): Promise<{ caseId: string; givenName: string } | null> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; given_name: string }>(
      `select c.id, p.given_name from cases.shared_case c join cases.person p on p.id = c.person_id
       where c.waits_for = any ($1::text[]) and c.coordinator_id = $2 and c.state in ('planning', 'active') order by c.number limit 1`,
      [waits, coordinatorId],
    );
    return rows[0] ? { caseId: rows[0].id, givenName: rows[0].given_name } : null;
  } finally {
    await client.end();
  }
}
