import { DATASETS, type Dataset, type Format, formatsOf, MEDIA } from '../schema.ts';
import { text as allTexts } from '../text.pl.ts';

/** Vocabularies of the European data portals. */
const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type/';
const LANGUAGE = 'http://publications.europa.eu/resource/authority/language/';
const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/CONT';
const THEME = 'http://publications.europa.eu/resource/authority/data-theme/SOCI';
const POLAND = 'http://publications.europa.eu/resource/authority/country/POL';
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const FILE_TYPES: Readonly<Record<Format, string>> = {
  csv: 'CSV',
  json: 'JSON',
  ndjson: 'JSON',
  geojson: 'GEOJSON',
};

const both = (pick: (t: (typeof allTexts)['pl']) => string) => [
  { '@language': 'pl', '@value': pick(allTexts.pl) },
  { '@language': 'en', '@value': pick(allTexts.en) },
];

/** The catalogue of what can be taken away, as DCAT-AP 3 in JSON-LD. */
export function catalogue(siteUrl: string, changedAt: Date | null) {
  const id = (name: string) => `${siteUrl}/data#${name}`;
  const when = { '@type': 'xsd:dateTime', '@value': (changedAt ?? new Date(0)).toISOString() };
  const publisher = { '@id': id('publisher'), '@type': 'foaf:Organization', 'foaf:name': 'Splot' };
  const dataset = (name: Dataset) => ({
    '@id': id(name),
    '@type': 'dcat:Dataset',
    'dct:identifier': name,
    'dct:title': both((t) => t.datasets[name].title),
    'dct:description': both((t) => t.datasets[name].about),
    'dct:publisher': { '@id': publisher['@id'] },
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': 'Splot',
      'vcard:hasURL': { '@id': `${siteUrl}/data` },
    },
    'dct:modified': when,
    'dct:accrualPeriodicity': { '@id': FREQUENCY },
    'dct:language': [{ '@id': `${LANGUAGE}POL` }, { '@id': `${LANGUAGE}ENG` }],
    'dct:spatial': { '@id': POLAND },
    'dcat:theme': { '@id': THEME },
    'dcat:keyword': both((t) => t.keyword),
    'dcat:distribution': formatsOf(name).map((format) => ({
      '@id': id(`${name}-${format}`),
      '@type': 'dcat:Distribution',
      'dct:title': `${name}.${format}`,
      'dcat:accessURL': { '@id': `${siteUrl}/data/${name}.${format}` },
      'dcat:downloadURL': { '@id': `${siteUrl}/data/${name}.${format}` },
      'dcat:mediaType': {
        '@id': `https://www.iana.org/assignments/media-types/${MEDIA[format].split(';')[0]}`,
      },
      'dct:format': { '@id': `${FILE_TYPE}${FILE_TYPES[format]}` },
      'dct:license': { '@id': LICENCE },
      'dct:modified': when,
    })),
  });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': id('catalogue'),
    '@type': 'dcat:Catalog',
    'dct:title': both((t) => t.title),
    'dct:description': both((t) => t.lead),
    'dct:publisher': publisher,
    'dct:language': [{ '@id': `${LANGUAGE}POL` }, { '@id': `${LANGUAGE}ENG` }],
    'dct:license': { '@id': LICENCE },
    'dct:modified': when,
    'foaf:homepage': { '@id': `${siteUrl}/data` },
    'dcat:dataset': DATASETS.map(dataset),
    'dcat:service': {
      '@id': id('hsds'),
      '@type': 'dcat:DataService',
      'dct:title': 'HSDS 3.1',
      'dcat:endpointURL': { '@id': `${siteUrl}/hsds` },
      'dcat:endpointDescription': { '@id': `${siteUrl}/hsds/openapi.json` },
      'dct:conformsTo': { '@id': 'https://docs.openreferral.org/en/3.1/' },
      'dcat:servesDataset': DATASETS.map((name) => ({ '@id': id(name) })),
    },
  };
}
