import { z } from 'zod';
import { day, line, needed } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';

export const ANNOUNCEMENT_KINDS = ['offer', 'wanted', 'news'] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];
export const AUDIENCES = ['network', 'public'] as const;
export const ANNOUNCEMENT_STATES = ['waiting', 'shown', 'refused', 'withdrawn'] as const;
export type AnnouncementState = (typeof ANNOUNCEMENT_STATES)[number];

export interface Announcement {
  readonly id: string;
  readonly partnershipId: string;
  readonly partnership: string;
  readonly kind: AnnouncementKind;
  readonly title: string;
  readonly body: string;
  readonly audience: (typeof AUDIENCES)[number];
  readonly state: AnnouncementState;
  readonly endsOn: LocalDate;
  readonly writtenAt: Date;
  readonly reason: string;
  /** The reader may withdraw it. */
  readonly own: boolean;
}

export const announcementsQuery = z.object({
  kind: z
    .enum(['', ...ANNOUNCEMENT_KINDS])
    .catch('')
    .default(''),
});
export const announcementBody = z.object({
  partnership: z.uuid('choice'),
  kind: z.enum(ANNOUNCEMENT_KINDS, 'choice'),
  title: needed(160),
  body: needed(4000),
  audience: z.enum(AUDIENCES, 'choice'),
  endsOn: day,
});
export type AnnouncementForm = z.output<typeof announcementBody>;
export const settleBody = z.object({ decision: z.enum(['show', 'refuse'], 'choice'), reason: line(1000) });
