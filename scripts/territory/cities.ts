import type { Site } from './cells.ts';

/**
 * Areas of the cities with county rights in square kilometres, rounded, from general knowledge, by county code. The source knows a city as
 * one point; without its size Warszawa would be drawn smaller than a village county. Used for drawing only.
 */
const areas: Record<string, number> = {
  ...{ '0261': 109, '0262': 56, '0264': 293, '0265': 85, '0461': 176, '0462': 58, '0463': 116, '0464': 84 },
  ...{ '0661': 49, '0662': 35, '0663': 147, '0664': 30, '0861': 86, '0862': 277, '1061': 293, '1062': 67 },
  ...{ '1063': 35, '1261': 327, '1262': 58, '1263': 72, '1461': 33, '1462': 88, '1463': 112, '1464': 32 },
  ...{ '1465': 517, '1661': 149, '1861': 44, '1862': 46, '1863': 129, '1864': 85, '2061': 102, '2062': 33 },
  ...{ '2063': 66, '2261': 263, '2262': 135, '2263': 43, '2264': 17, '2461': 125, '2462': 69, '2463': 33 },
  ...{ '2464': 160, '2465': 189, '2466': 134, '2467': 85, '2468': 153, '2469': 165, '2470': 66, '2471': 40 },
  ...{ '2472': 78, '2473': 148, '2474': 25, '2475': 91, '2476': 13, '2477': 82, '2478': 80, '2479': 65 },
  ...{ '2661': 110, '2861': 80, '2862': 88, '3061': 69, '3062': 82, '3063': 32, '3064': 262, '3261': 99 },
  ...{ '3262': 301, '3263': 202 },
};

const kmPerDegree = 111.2;
const kmPerDegreeLon = kmPerDegree * Math.cos((52 * Math.PI) / 180);
const distance = (a: Site, b: Site): number =>
  Math.hypot((a.lon - b.lon) * kmPerDegreeLon, (a.lat - b.lat) * kmPerDegree);

/** A city fills its circle when its outermost sites stand this far from the centre; the cells reach further out. */
const reach = 0.7;
const directions = 12;

function satellites(city: Site, sites: readonly Site[]): Site[] {
  const radius = reach * Math.sqrt((areas[city.county] ?? 0) / Math.PI);
  const near = sites.filter((site) => site.county !== city.county && distance(site, city) < 2 * radius);
  return Array.from({ length: directions }, (_, i) => {
    const angle = (2 * Math.PI * i) / directions;
    const lon = city.lon + (radius * Math.cos(angle)) / kmPerDegreeLon;
    return { lon, lat: city.lat + (radius * Math.sin(angle)) / kmPerDegree, county: city.county };
    // Where a foreign locality stands in the circle, the city does not reach.
  }).filter((point) => near.every((site) => distance(site, point) > radius / 2));
}

/** The sites of all localities and, around each city with county rights, sites that give it about its true size. */
export const spreadCities = (sites: readonly Site[]): Site[] =>
  sites.flatMap((site) => [site, ...(areas[site.county] ? satellites(site, sites) : [])]);
