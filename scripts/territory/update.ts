import { asOf, movedLocalities, newTowns, renamedGminas } from './changes.ts';
import { groupBy } from './group.ts';
import type { Place } from './model.ts';

const gminaOf = (place: Place): string => `${place.county.code}/${place.gmina}`;
const identity = (place: Place): string => `${gminaOf(place)}/${place.gminaKind}`;
const inForce = <T extends { validFrom: string }>(changes: readonly T[]): T[] =>
  changes.filter((change) => change.validFrom <= asOf);

function changed(places: Place[], what: string): Place[] {
  if (places.length === 0) throw new Error(`territory: nothing to change for ${what}`);
  return places;
}

function move(places: Place[]): void {
  for (const { from, to, localities } of inForce(movedLocalities)) {
    const target = places.find((place) => gminaOf(place) === to);
    for (const name of localities) {
      const there = places.filter((place) => gminaOf(place) === from && place.name === name);
      for (const place of changed(there, `${from}/${name}`)) {
        place.gmina = to.slice(5);
        // A gmina that nothing stood in before is new, and new gminas have been rural.
        place.gminaKind = target?.gminaKind ?? 'rural';
      }
    }
  }
}

function raiseToTowns(places: Place[]): void {
  for (const gmina of inForce(newTowns).flatMap((each) => each.gminas)) {
    const members = places.filter((place) => gminaOf(place) === gmina);
    for (const place of changed(members, gmina)) {
      if (place.gminaKind !== 'rural') throw new Error(`territory: ${gmina} is not rural`);
      place.gminaKind = 'urban-rural';
      // The source lacks the seats of some gminas (Izbica, Kurów, Sobków …): then no locality becomes a town.
      if (place.name === place.gmina) place.kind = 'town';
    }
  }
}

/** A rural gmina with a town in it, and an urban one with villages, is urban-rural, whatever the source says. */
function correctKinds(places: Place[]): void {
  const byGmina = groupBy(places, identity);
  for (const members of byGmina.values()) {
    const hasTown = members.some((place) => place.kind === 'town');
    const hasVillage = members.some((place) => place.kind === 'village');
    for (const place of members) if (hasTown && hasVillage) place.gminaKind = 'urban-rural';
  }
}

function rename(places: Place[]): void {
  for (const { gmina, kind, name } of inForce(renamedGminas)) {
    const there = places.filter(
      (place) => gminaOf(place) === gmina && (kind ?? place.gminaKind) === place.gminaKind,
    );
    for (const place of changed(there, gmina)) place.gmina = name;
  }
}

/**
 * Brings the places of the source to the state of `asOf`, in place.
 * @throws when a change finds nothing to change: then the source is newer and the change has to go
 */
export function updateToToday(places: Place[]): void {
  move(places);
  raiseToTowns(places);
  correctKinds(places);
  rename(places);
}
