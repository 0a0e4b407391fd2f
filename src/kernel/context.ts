import type { Purpose } from './access.ts';
import type { Tx } from './db/tx.ts';
import type { Lang } from './i18n.ts';
import { NIL_ID } from './ids.ts';

/** Which database role a request works under; row-level security is written for these roles. */
export type ActorKind = 'public' | 'worker' | 'participant' | 'system';

/** Who acts: a person in a function of an institution, for a purpose. Not "a user". */
export interface Actor {
  readonly kind: ActorKind;
  /** The sign-in account; NIL_ID for the public and the system. */
  readonly accountId: string;
  /** The worker (employment of a person in an institution), or the participant's person; NIL_ID otherwise. */
  readonly subjectId: string;
  readonly institutionId: string;
  readonly institutionName: string;
  /** Key of the institution's thread, see `ui/threads.ts`; empty for nobody. */
  readonly institutionType: string;
  readonly name: string;
  readonly functions: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** True when the function oversees every case of the institution, not only those assigned. */
  readonly wide: boolean;
  /** Data classes that the documented authorisation covers; empty means no access to cases. */
  readonly scope: readonly string[];
  /** How many institutions the account may act for. */
  readonly choices: number;
}

export interface Ctx {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly lang: Lang;
  readonly requestId: string;
  readonly purpose: Purpose;
  /** The path of the request without its query, or the name of the job; written into the access record. */
  readonly path: string;
}

export const PUBLIC_ACTOR: Actor = {
  kind: 'public',
  accountId: NIL_ID,
  subjectId: NIL_ID,
  institutionId: NIL_ID,
  institutionName: '',
  institutionType: '',
  name: '',
  functions: [],
  permissions: new Set(['public']),
  wide: false,
  scope: [],
  choices: 0,
};

/** The system acting in a job: it may see that something is due, never what stands in a case. */
export const SYSTEM_ACTOR: Actor = {
  ...PUBLIC_ACTOR,
  kind: 'system',
  name: 'Splot',
  permissions: new Set(['system']),
};
