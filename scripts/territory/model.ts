import type { CodedCounty } from './county-codes.ts';

export type GminaKind = 'urban' | 'rural' | 'urban-rural';
export type LocalityKind = 'town' | 'village';

/** `terc` is the seven-digit TERC code where it is certain, otherwise empty. */
export type Gmina = { key: string; name: string; countyCode: string; kind: GminaKind; terc: string };
export type Locality = {
  name: string;
  gminaKey: string;
  countyCode: string;
  kind: LocalityKind;
  lat: number;
  lon: number;
};

export type Territory = {
  voivodeships: readonly { code: string; name: string }[];
  counties: CodedCounty[];
  gminas: Gmina[];
  localities: Locality[];
};

/** A place on its way from the source to the reference data: its gmina is not yet a row of its own. */
export type Place = {
  name: string;
  kind: LocalityKind;
  county: CodedCounty;
  gmina: string;
  gminaKind: GminaKind;
  lat: number;
  lon: number;
};
