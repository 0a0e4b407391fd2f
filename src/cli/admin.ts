import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Base } from '../boot.ts';
import { record } from '../kernel/audit/record.ts';
import { systemScope } from '../kernel/db/database.ts';
import { newId } from '../kernel/ids.ts';
import { warsawDate } from '../kernel/time.ts';
import { INSTITUTION_TYPES } from '../modules/organisations/api.ts';
import type { Parts } from '../parts.ts';

const USAGE = `splot admin EMAIL --name "GIVEN FAMILY" --institution NAME [--type TYPE]

  Appoints somebody the administrator of the system: they register institutions and invite the first administrator of
  each, and open no case. Writes the address of their invitation to standard output; it works once, for some days.

  --institution NAME   whose worker they are; made when there is none of this name
  --type TYPE          its type, when it is made: ${INSTITUTION_TYPES.join(', ')}`;

interface Appointment {
  readonly email: string;
  readonly given: string;
  readonly family: string;
  readonly institution: string;
  readonly type: string | undefined;
}

/**
 * `splot admin EMAIL …`: the way in to an empty installation. Needs the administrator's login of the database.
 * @returns 0 when appointed; 1 when refused; 2 when the command is not understood
 */
export async function appointAdmin(parts: Parts, base: Base, args: readonly string[]): Promise<number> {
  const asked = understood(args);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const { id, url } = await parts.auth.createInvitation({
    email: asked.email,
    name: `${asked.given} ${asked.family}`,
  });
  const refusal = await appoint(base.adminUrl, asked, id, parts.clock());
  if (refusal) {
    await parts.auth.withdrawInvitation(id);
    console.error(refusal);
    return 1;
  }
  await parts.db.transaction(systemScope(parts.clock(), 'splot admin'), (ctx) =>
    record(ctx, { action: 'system.appoint', objectType: 'invitation', objectId: id }),
  );
  console.log(url);
  return 0;
}

function understood(args: readonly string[]): Appointment | null {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: text, institution: text, type: text },
    });
    const [email = '', ...more] = positionals;
    const [given, ...family] = (values.name ?? '').trim().split(/\s+/);
    const institution = values.institution?.trim();
    if (!/^\S+@\S+$/.test(email) || more.length > 0 || !given || family.length === 0 || !institution)
      return null;
    if (values.type && !INSTITUTION_TYPES.some((type) => type === values.type)) return null;
    return { email: email.toLowerCase(), given, family: family.join(' '), institution, type: values.type };
  } catch {
    return null;
  }
}

/** Writes institution, worker, function and invitation at once. Gives what stands against it, in words; else null. */
async function appoint(
  adminUrl: string,
  a: Appointment,
  invitationId: string,
  now: Date,
): Promise<string | null> {
  const client = new pg.Client({ connectionString: adminUrl });
  const today = warsawDate(now);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role splot_owner');
    const { rows } = await client.query<{ id: string }>(
      'select id from organisations.institution where lower(name) = lower($1)',
      [a.institution],
    );
    let institutionId = rows[0]?.id;
    if (!institutionId) {
      if (!a.type) return `There is no institution ${a.institution}; with --type it is made.`;
      const entityId = newId();
      institutionId = newId();
      await client.query(
        `insert into organisations.legal_entity (id, name, legal_form) values ($1, $2, 'inna')`,
        [entityId, a.institution],
      );
      await client.query(
        `insert into organisations.institution (id, legal_entity_id, type, name, short_name, active_from) values ($1, $2, $3, $4, $4, $5)`,
        [institutionId, entityId, a.type, a.institution, today],
      );
    }
    // The role that appoints first administrators for the application too.
    await client.query('set local role splot_search');
    const known = 'select from organisations.worker where institution_id = $1 and email = $2';
    if ((await client.query(known, [institutionId, a.email])).rowCount)
      return `${a.email} works in ${a.institution} already; who holds the function gives it on.`;
    const workerId = newId();
    await client.query(
      `insert into organisations.worker (id, institution_id, given_name, family_name, email, employed_from) values ($1, $2, $3, $4, $5, $6)`,
      [workerId, institutionId, a.given, a.family, a.email, today],
    );
    await client.query(
      `insert into organisations.worker_function (id, worker_id, institution_id, function, valid_from) values ($1, $2, $3, 'technical_admin', $4)`,
      [newId(), workerId, institutionId, today],
    );
    await client.query(
      'insert into organisations.invitation (id, worker_id, institution_id, sent_at) values ($1, $2, $3, $4)',
      [invitationId, workerId, institutionId, now],
    );
    await client.query('commit');
    return null;
  } finally {
    await client.end();
  }
}
