import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';

export const countyParams = z.object({ code: z.string().regex(/^\d{4}$/) });

export interface Counted {
  readonly code: string;
  readonly count: number;
}

export interface FreeSupport {
  readonly id: string;
  readonly entityId: string;
  readonly entity: string;
  readonly name: string;
  readonly kind: string;
  readonly free: number;
  readonly on: LocalDate | null;
  readonly takesReferrals: boolean;
  readonly locality: string;
}

export interface CountyEntity {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** What a county has, from the search rows of those who have their seat there. */
export interface CountyView {
  readonly code: string;
  readonly name: string;
  readonly city: boolean;
  readonly voivodeship: string;
  readonly total: number;
  readonly offers: number;
  readonly types: readonly Counted[];
  readonly categories: readonly Counted[];
  readonly freshness: { readonly confirmed: number; readonly ageing: number; readonly unconfirmed: number };
  readonly supports: readonly FreeSupport[];
  readonly entities: readonly CountyEntity[];
}
