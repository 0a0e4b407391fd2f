const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const CENTRE = { lon: radians(19.3), lat: radians(52) };
/** Two parallels on which nothing is stretched; between and around them almost nothing is. */
const [SOUTH, NORTH] = [radians(50), radians(54)];
const n = (Math.sin(SOUTH) + Math.sin(NORTH)) / 2;
const c = Math.cos(SOUTH) ** 2 + 2 * n * Math.sin(SOUTH);
const distance = (lat: number): number => Math.sqrt(c - 2 * n * Math.sin(lat)) / n;

/**
 * Albers' equal-area projection for Poland: a county shaded on the map is as large as it is on the ground.
 * @returns x to the east and y to the south of the middle of Poland, in radii of the Earth
 */
export function cone(lon: number, lat: number): [x: number, y: number] {
  const r = distance(radians(lat));
  const turn = n * (radians(lon) - CENTRE.lon);
  return [r * Math.sin(turn), r * Math.cos(turn) - distance(CENTRE.lat)];
}
