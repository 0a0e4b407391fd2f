import { z } from 'zod';
import { DOCUMENT_KINDS, type DocumentKind } from '../../schema.ts';

/** Kinds that are harvested: everything with an author, so not the pages about the site itself. */
export const HARVESTED = DOCUMENT_KINDS.filter((kind) => kind !== 'page');

export type OaiError =
  | 'badVerb'
  | 'badArgument'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
  | 'badResumptionToken';

/** What a request went wrong with; the answer is still 200, as the protocol wants. */
export class OaiFault extends Error {
  readonly code: OaiError;
  constructor(code: OaiError, message: string) {
    super(message);
    this.code = code;
  }
}

/** The names a verb takes, and those it needs. */
export const VERBS = {
  Identify: { takes: [], needs: [] },
  ListMetadataFormats: { takes: ['identifier'], needs: [] },
  ListSets: { takes: ['resumptionToken'], needs: [] },
  GetRecord: { takes: ['identifier', 'metadataPrefix'], needs: ['identifier', 'metadataPrefix'] },
  ListIdentifiers: {
    takes: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
    needs: ['metadataPrefix'],
  },
  ListRecords: {
    takes: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
    needs: ['metadataPrefix'],
  },
} as const satisfies Record<string, { takes: readonly string[]; needs: readonly string[] }>;
export type Verb = keyof typeof VERBS;
export const isVerb = (name: string | undefined): name is Verb =>
  name !== undefined && Object.hasOwn(VERBS, name);

export type Arguments = Readonly<Record<string, string>>;
/** The one format of metadata. */
export const PREFIX = 'oai_dc';
/** As the protocol writes an instant. */
export const seconds = (instant: Date): string => instant.toISOString().replace(/\.\d+Z$/, 'Z');

/** What a list is narrowed to. Instants as the database reads them; `until` is not within. */
export interface Harvest {
  readonly from: string | null;
  readonly until: string | null;
  readonly kind: DocumentKind | null;
  readonly theme: string | null;
}

/** The instant at which a list goes on, to the microsecond. */
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$/)
  .refine((text) => isInstant(text.replace(/\.\d+/, '')));

/** All that a token holds: it is the question itself with the place where the answer stopped. */
export const tokenSchema = z.strictObject({
  verb: z.enum(['ListIdentifiers', 'ListRecords']),
  from: instant.nullable(),
  until: instant.nullable(),
  kind: z.enum(DOCUMENT_KINDS).nullable(),
  theme: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .nullable(),
  at: instant,
  id: z.uuid(),
  cursor: z.number().int().min(1),
  /** Seconds since 1970. */
  expires: z.number().int(),
});
export type Token = z.output<typeof tokenSchema>;

/** `2026-03-04T09:00:00Z` that is a real instant: no 30 February, no 25 o'clock, no year 0, which the database lacks. */
export function isInstant(text: string): boolean {
  const date = new Date(text);
  return (
    /^(?!0000)\d{4}-/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString() === text.replace('Z', '.000Z')
  );
}
