import { StructuredData } from '#ui/structured.tsx';
import type { PlaceView, RecordView } from '../../schema.ts';
import type { EntityPageView } from '../schema.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function schemaType(record: RecordView): string {
  if (['NGO', 'KGW', 'CHU'].includes(record.type)) return 'NGO';
  return record.places.some((p) => p.kind === 'physical') && record.parentId === null
    ? 'LocalBusiness'
    : 'Organization';
}

const place = (p: PlaceView) => ({
  '@type': 'Place',
  ...(p.name !== '' && { name: p.name }),
  address: {
    '@type': 'PostalAddress',
    streetAddress: p.street || undefined,
    postalCode: p.postalCode || undefined,
    addressLocality: p.locality || undefined,
    addressCountry: 'PL',
  },
  ...(p.lat !== null &&
    p.lon !== null && { geo: { '@type': 'GeoCoordinates', latitude: p.lat, longitude: p.lon } }),
  openingHoursSpecification: p.opening.map((o) => ({
    '@type': 'OpeningHoursSpecification',
    ...(o.weekday !== null && { dayOfWeek: `https://schema.org/${DAYS[o.weekday - 1]}` }),
    opens: o.opens ?? '00:00',
    closes: o.closes ?? '00:00',
    validFrom: o.onDay ?? o.validFrom ?? undefined,
    validThrough: o.onDay ?? o.validTo ?? undefined,
  })),
});

/** The record for search engines, in the words of schema.org. */
export function EntityData(props: { view: EntityPageView }) {
  const { record, units, siteUrl } = props.view;
  const url = (path: string) => `${siteUrl}/directory/${path}`;
  const data = {
    '@type': schemaType(record),
    '@id': url(record.id),
    url: url(record.id),
    name: record.name,
    alternateName: record.shortName,
    description: record.descriptionPl || undefined,
    foundingDate: record.foundedOn ?? undefined,
    taxID: record.nip ?? undefined,
    telephone: record.phone || undefined,
    email: record.email || undefined,
    sameAs: record.website || undefined,
    location: record.places.filter((p) => p.kind === 'physical').map(place),
    ...(record.parentId !== null && {
      parentOrganization: { '@type': 'Organization', '@id': url(record.parentId) },
    }),
    subOrganization: units.map((u) => ({ '@type': 'Organization', '@id': url(u.id), name: u.name })),
    makesOffer: record.offers
      .filter((o) => o.active)
      .map((o) => ({
        '@type': 'Offer',
        url: url(`${record.id}/offers/${o.id}`),
        itemOffered: { '@type': 'Service', name: o.name, description: o.description || undefined },
        ...(o.priceFrom !== null && {
          priceSpecification: {
            '@type': 'PriceSpecification',
            priceCurrency: 'PLN',
            minPrice: o.priceFrom / 100,
            maxPrice: o.priceTo === null ? undefined : o.priceTo / 100,
          },
        }),
      })),
    ...(record.supports.length > 0 && {
      hasOfferCatalog: {
        '@type': 'OfferCatalog',
        itemListElement: record.supports
          .filter((s) => s.active)
          .map((s) => ({
            '@type': 'GovernmentService',
            name: s.name,
            description: s.description || undefined,
            isAccessibleForFree: s.fee === 0,
          })),
      },
    }),
  };
  return <StructuredData data={data} />;
}
