import type { Child } from 'hono/jsx';
import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';

export const KINDS = ['conference', 'seminar', 'workshop', 'meeting', 'training'] as const;
export type Kind = (typeof KINDS)[number];
export const STATES = ['draft', 'published', 'cancelled', 'held'] as const;
export type State = (typeof STATES)[number];
export const MODES = ['onsite', 'online', 'hybrid'] as const;
export type Mode = (typeof MODES)[number];
export const REGISTRATIONS = ['open', 'approval', 'none'] as const;
export type RegistrationMode = (typeof REGISTRATIONS)[number];
export const COMMENTS = ['after', 'before', 'off'] as const;
export type CommentPolicy = (typeof COMMENTS)[number];

/** What a place has. */
export const ACCESS = [
  'step_free',
  'lift',
  'toilet',
  'parking',
  'loop',
  'pjm',
  'captions',
  'quiet_room',
  'guide_dog',
  'transport',
] as const;
export type Access = (typeof ACCESS)[number];

/** A date of an event. */
export interface Occurrence {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Where the rule had put it. */
  readonly plannedAt: Date | null;
  readonly cancelled: boolean;
  readonly notePl: string;
  readonly noteEn: string;
}

/** What everybody may know of an event, in both languages as it was written. */
export interface Event {
  readonly id: string;
  readonly slug: string;
  readonly kind: Kind;
  readonly state: State;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly leadPl: string;
  readonly leadEn: string;
  readonly bodyPl: string;
  readonly bodyEn: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly contactRole: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly mode: Mode;
  readonly placeName: string;
  readonly street: string;
  readonly locality: string;
  readonly countyCode: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly directionsPl: string;
  readonly directionsEn: string;
  readonly access: readonly Access[];
  readonly accessNotePl: string;
  readonly accessNoteEn: string;
  readonly rule: string | null;
  readonly registration: RegistrationMode;
  readonly capacity: number | null;
  readonly waiting: boolean;
  readonly mostTogether: number;
  readonly closesAt: Date | null;
  readonly certificate: boolean;
  readonly hours: number | null;
  readonly comments: CommentPolicy;
  readonly resultsPl: string;
  readonly resultsEn: string;
  readonly sequence: number;
  readonly reasonPl: string;
  readonly reasonEn: string;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly updatedAt: Date;
  readonly rowVersion: number;
  readonly themes: readonly string[];
  readonly occurrences: readonly Occurrence[];
}

/** An event in a list, with its next date. */
export interface ListedEvent {
  readonly id: string;
  readonly slug: string;
  readonly kind: Kind;
  readonly state: State;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly leadPl: string;
  readonly leadEn: string;
  readonly mode: Mode;
  readonly locality: string;
  readonly countyCode: string | null;
  readonly registration: RegistrationMode;
  readonly capacity: number | null;
  readonly taken: number;
  readonly closesAt: Date | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelled: boolean;
  readonly dates: number;
}

export interface Session {
  readonly id: string;
  readonly occurrenceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room: string;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly aboutPl: string;
  readonly aboutEn: string;
  readonly speakersPl: string;
  readonly speakersEn: string;
}

/** A version of time and place, as it was told. */
export interface Change {
  readonly sequence: number;
  readonly at: Date;
  readonly before: Told;
  readonly after: Told;
}
/** What is told: the dates as `starts/ends` in ISO, the place in words. */
export interface Told {
  readonly dates: readonly string[];
  readonly place: string;
}

export interface Material {
  readonly id: string;
  readonly fileId: string;
  readonly title: string;
  readonly kind: MaterialKind;
  readonly audience: 'public' | 'registered';
  readonly fileKind: string;
  readonly size: number;
}
export const MATERIAL_KINDS = ['material', 'minutes', 'results'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** A choice of a form. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What stands in `events.rule`. */
export const RULES = [
  'needs_days',
  'people_days',
  'unconfirmed_hours',
  'reminder_days',
  'certificate_percent',
] as const;
export type Rule = (typeof RULES)[number];

/** How full an event is. */
export interface Standing {
  readonly taken: number;
  readonly waiting: number;
}

/** The text of the reader's language, or the Polish one where nobody translated it. */
export const inLang = (lang: string, pl: string, en: string): string =>
  lang === 'en' && en !== '' ? en : pl;

export const addressLine = (place: Pick<Event, 'placeName' | 'street' | 'locality'>): string =>
  [place.placeName, place.street, place.locality].filter(Boolean).join(', ');

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** The list and the month: what is looked for. An empty value asks for nothing. */
export const eventsQuery = z.object({
  q: z.string().trim().max(100).default(''),
  theme: z
    .string()
    .regex(/^[a-z0-9_]*$/)
    .default(''),
  region: z
    .string()
    .regex(/^(\d{2}|\d{4})?$/)
    .default(''),
  kind: z.enum([...KINDS, '']).default(''),
  how: z.enum(['', 'onsite', 'online']).default(''),
  when: z.enum(['', 'past']).default(''),
  month: z.string().regex(MONTH).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type EventsQuery = z.output<typeof eventsQuery>;
export const PAGE_SIZE = 20;

export const slugParams = z.object({ slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/) });
export const idParams = z.object({ id: z.uuid() });
export const emptyBody = z.object({});

/** What the composition root lends to this module. */
export interface EventsHost {
  /** Without a slash at its end. */
  readonly siteUrl: string;
  /** What readers say under an event; the module of exchange shows it, when there is one. */
  readonly discussion?: (
    ctx: Ctx,
    subject: { readonly kind: 'event'; readonly id: string },
  ) => Promise<Child>;
}
