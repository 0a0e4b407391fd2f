import type { Place } from '../place/schema.ts';
import type { Text } from '../text.pl.ts';

/** A place in words: „Limanowa, pow. limanowski”, „powiat limanowski”, „województwo małopolskie”. */
export function placeName(t: Text, place: Place): string {
  if (place.kind === 'county') return t.inCounty(place.name);
  if (place.kind === 'voivodeship') return t.inVoivodeship(place.name);
  return place.town || place.countyName === place.name
    ? place.name
    : `${place.name}, ${t.countyShort(place.countyName)}`;
}
