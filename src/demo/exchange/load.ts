import pg from 'pg';
import { instantAt, type LocalDate } from '../../kernel/time.ts';
import type { DemoCounty } from '../county.ts';
import { COMMENTS } from './comments.ts';
import { GROUPS } from './groups.ts';
import { Loader } from './loader.ts';

/** Loads comments under pages (`documents`: their ids by kind/slug) and topic groups. */
export async function loadExchange(
  adminUrl: string,
  county: DemoCounty,
  documents: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [instantAt(today, '08:00').toISOString()]);
    const demo = new Loader(client, county, today);
    for (const [page, comments] of Object.entries(COMMENTS)) {
      const id = documents.get(page);
      if (id !== undefined)
        for (const comment of comments)
          await demo.discuss({ kind: 'document', id, thread: null, parent: null }, comment);
    }
    for (const group of GROUPS) await demo.group(group);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
