import type { Auth } from './kernel/auth/auth.ts';
import type { Config } from './kernel/config.ts';
import type { Database } from './kernel/db/database.ts';

/** What the application is made of; the server, the command line and the tests put it together each in their way. */
export interface Parts {
  readonly config: Config;
  readonly db: Database;
  readonly auth: Auth;
  readonly clock: () => Date;
}
