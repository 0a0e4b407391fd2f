import { z } from 'zod';
import { line, needed, ticked, whole } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';

export const POINT_STATES = ['proposed', 'agenda', 'left_out'] as const;
export interface Point {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly about: string;
  /** Minutes planned for it. */
  readonly lasts: number;
  readonly presenterId: string | null;
  readonly presenter: string | null;
  readonly state: (typeof POINT_STATES)[number];
  readonly sourceKey: string | null;
  readonly href: string | null;
  readonly proposedBy: string | null;
  readonly notes: string;
  readonly rowVersion: number;
}

export interface Due {
  readonly key: string;
  readonly title: string;
  readonly href: string;
  readonly until: LocalDate | null;
  readonly late: boolean;
  readonly taken: boolean;
}

export interface MeetingFile {
  readonly id: string;
  readonly fileId: string;
  readonly title: string;
  /** Whether the reader may take it down. */
  readonly removable: boolean;
}

export const pointBody = z.object({
  title: needed(300),
  about: line(2000),
  lasts: whole(480, 1),
  presenter: z.union([z.uuid('choice'), z.literal('')]).default(''),
  _version: z.coerce.number().int().optional(),
});
export type PointForm = z.output<typeof pointBody>;
export const takeBody = z.object({ due: ticked });
export const moveBody = z.object({ to: z.enum(['up', 'down', 'agenda', 'left_out']) });
export type Move = z.output<typeof moveBody>['to'];
export const fileBody = z.object({ title: needed(), file: z.instanceof(File, { message: 'file' }) });
export const pointParams = z.object({ id: z.uuid(), meetingId: z.uuid(), pointId: z.uuid() });
export const fileParams = z.object({ id: z.uuid(), meetingId: z.uuid(), fileId: z.uuid() });
