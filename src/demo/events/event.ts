import type { PlaceKey } from './places.ts';

/** An invented event. `day` counts from today; what lies behind has been held. */
export interface DemoEvent {
  readonly slug: string;
  readonly kind: 'conference' | 'seminar' | 'workshop' | 'meeting' | 'training';
  readonly by: string;
  readonly pl: readonly [title: string, lead: string];
  readonly en: readonly [title: string, lead: string];
  readonly themes: readonly string[];
  readonly day: number;
  readonly at: string;
  readonly minutes: number;
  readonly place: PlaceKey;
  readonly capacity: number | null;
  /** How many ask for a place. */
  readonly asked: number;
  readonly more?: {
    readonly hybrid?: true;
    readonly approval?: true;
    readonly open?: true;
    readonly cancelled?: true;
    readonly moved?: true;
    readonly draft?: true;
    readonly certificate?: number;
    readonly repeat?: {
      readonly every: 'daily' | 'weekly' | 'monthly_weekday';
      readonly interval: number;
      readonly count: number;
    };
    readonly programme?: readonly (readonly [
      at: string,
      minutes: number,
      room: string,
      pl: string,
      en: string,
      who: string,
      whoEn: string,
    ])[];
  };
}

/** One event, its parts in the order in which a programme names them. */
export const event = (
  slug: string,
  kind: DemoEvent['kind'],
  by: string,
  pl: DemoEvent['pl'],
  en: DemoEvent['en'],
  themes: readonly string[],
  when: readonly [day: number, at: string, minutes: number],
  place: PlaceKey,
  [capacity, asked]: readonly [number | null, number],
  more?: DemoEvent['more'],
): DemoEvent => ({
  slug,
  kind,
  by,
  pl,
  en,
  themes,
  day: when[0],
  at: when[1],
  minutes: when[2],
  place,
  capacity,
  asked,
  ...(more && { more }),
});
