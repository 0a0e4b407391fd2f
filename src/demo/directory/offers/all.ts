import { care, catering, childcare, culture, transport } from './people.ts';
import { building, cleaning, green, waste } from './places.ts';
import type { OfferTemplate } from './template.ts';
import { crafts, digital, office } from './work.ts';

/** By category. */
export const OFFERS: Readonly<Record<string, readonly OfferTemplate[]>> = {
  catering,
  cleaning,
  green,
  building,
  care,
  childcare,
  culture,
  transport,
  office,
  crafts,
  waste,
  digital,
};
