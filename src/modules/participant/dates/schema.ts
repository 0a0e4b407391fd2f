import { z } from 'zod';

export interface MyDate {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly mark: 'present' | 'excused' | 'absent' | 'sick' | null;
  readonly cancelled: boolean;
  /** How many times it was changed; calendars take a higher number for news. */
  readonly sequence: number;
}

export const dateParams = z.object({ id: z.uuid() });
