import { z } from 'zod';
import { day, email, line, maybe, needed, phone } from '#kernel/forms/fields.ts';
import { parseNip } from '#kernel/identifiers.ts';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';

export const CLIENT_KINDS = ['initiative', 'entity', 'person'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];
export const CARD_CHANNELS = ['in_person', 'on_site', 'phone', 'online', 'written'] as const;
export type CardChannel = (typeof CARD_CHANNELS)[number];
export const CARD_STATES = ['draft', 'waiting', 'confirmed', 'disputed'] as const;
export type CardState = (typeof CARD_STATES)[number];

const id = z.string().refine(isId);
const maybeId = z
  .union([z.literal(''), id])
  .default('')
  .transform((typed) => (typed === '' ? null : typed));
const code = z
  .string()
  .regex(/^[a-z0-9_]{0,41}$/, 'choice')
  .default('');

export const idParams = z.object({ id });
export const fileParams = z.object({ id, file: id });
export const emptyBody = z.object({});

export const CARDS_PAGE = 25;
export const cardsQuery = z.object({
  desk: id.optional().catch(undefined),
  client: id.optional().catch(undefined),
  state: z.enum(CARD_STATES).optional().catch(undefined),
  type: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  mine: z.literal('yes').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(4000).catch(1).default(1),
});
export type CardsQuery = z.output<typeof cardsQuery>;

export const newQuery = z.object({
  client: id.optional().catch(undefined),
  question: id.optional().catch(undefined),
});

/** „9:30” or „9.30” → `09:30`; empty is null. */
const time = line(5).transform((typed, issues): string | null => {
  if (typed === '') return null;
  const [, hour = '', minute = ''] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed) ?? [];
  if (hour !== '') return `${hour.padStart(2, '0')}:${minute}`;
  issues.addIssue({ code: 'custom', message: 'time' });
  return z.NEVER;
});

/** „1,5” → 1.5; empty is null. Whether it is in steps of a half is said by the service, in words. */
export const hoursTyped = line(10).transform((typed, issues): number | null => {
  if (typed === '') return null;
  if (/^\d{1,4}([.,]\d{1,2})?$/.test(typed)) return Number(typed.replace(',', '.'));
  issues.addIssue({ code: 'custom', message: 'number' });
  return z.NEVER;
});
export const isHalf = (hours: number, most: number): boolean =>
  Number.isInteger(hours * 2) && hours >= 0.5 && hours <= most;

export const nip = line(20).transform((typed, issues): string => {
  if (typed === '') return '';
  const read = parseNip(typed);
  if (read.ok) return read.value;
  issues.addIssue({ code: 'custom', message: `nip.${read.code}` });
  return z.NEVER;
});

/** Whom a card is for, when they are not at the desk yet. */
const clientFields = {
  client_kind: maybe(CLIENT_KINDS),
  client_name: line(200),
  client_entity: line(300),
  client_nip: nip,
  client_undertaking: line(3).transform((value) => value === 'yes'),
  client_email: email,
  client_phone: phone,
};
export const clientBody = z.object(clientFields);
export type ClientForm = z.output<typeof clientBody>;

export const cardBody = z.object({
  ...clientFields,
  _version: z.coerce.number().int().optional(),
  desk: maybeId,
  client: maybeId,
  question: maybeId,
  type: code,
  topic: code,
  on: day,
  from: time,
  to: time,
  hours: hoursTyped,
  channel: maybe(CARD_CHANNELS),
  problem: line(8000),
  advice: needed(20000),
  next_steps: line(4000),
});
export type CardForm = z.output<typeof cardBody>;

export const paperBody = z.object({ who: needed(200) });
export const documentBody = z.object({ title: needed(200) });

export interface Choice {
  readonly code: string;
  readonly name: string;
}
export interface DeskChoice {
  readonly id: string;
  readonly name: string;
  readonly institutionId: string;
}

export interface Client {
  readonly id: string;
  readonly deskId: string;
  readonly kind: ClientKind;
  readonly name: string;
  readonly entityId: string | null;
  readonly nip: string;
  readonly undertaking: boolean;
  readonly email: string;
  readonly phone: string;
  readonly erased: boolean;
  readonly rowVersion: number;
}

/** A card in a list. */
export interface CardLine {
  readonly id: string;
  readonly number: string;
  readonly on: LocalDate;
  readonly clientId: string;
  readonly client: string;
  readonly clientKind: ClientKind;
  readonly worker: string;
  readonly type: string;
  readonly hours: number;
  readonly state: CardState;
  readonly valueGrosze: number | null;
}

export interface Card extends CardLine {
  readonly deskId: string;
  readonly desk: string;
  readonly workerId: string;
  readonly typeCode: string;
  readonly topicCode: string | null;
  readonly topic: string | null;
  readonly questionId: string | null;
  readonly question: string | null;
  readonly poolId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly channel: CardChannel;
  readonly problem: string;
  readonly advice: string;
  readonly nextSteps: string;
  readonly askedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly answeredHow: 'link' | 'paper' | null;
  readonly answeredBy: string;
  readonly dispute: string;
  readonly rateGrosze: number | null;
  readonly rateBasis: string | null;
  readonly clientEmail: string;
  /** Whether the month of the card is handed over or approved. */
  readonly month: 'open' | 'handed' | 'returned' | 'approved';
  readonly erased: boolean;
  readonly rowVersion: number;
}

export interface CardFile {
  readonly fileId: string;
  readonly title: string;
  readonly signature: boolean;
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
}
