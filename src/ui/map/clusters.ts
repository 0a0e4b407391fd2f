import type { MapDrawing } from '#kernel/map/model.ts';
import type { ThreadKey } from '../threads.ts';

/** A place to mark, in degrees. */
export interface MapPoint {
  readonly lon: number;
  readonly lat: number;
  readonly label: string;
  readonly href?: string;
  readonly thread?: ThreadKey;
}

/** Points so near to each other that one mark stands for them all. */
export interface Cluster<P extends MapPoint = MapPoint> {
  readonly x: number;
  readonly y: number;
  readonly points: readonly P[];
}

/** Where marks overlap that are nearer than this, in units of the drawing. */
const TOGETHER = 22;
/** So many times nearer, a mark of several points parts into theirs (`data-near` of the map's script). */
export const NEAR = 4;

/**
 * Gathers points that would overlap: each joins the nearest mark within `radius` (units of the drawing), which moves to
 * the middle of its points. Points outside the drawing are left out. The order of the points does not change the result.
 */
export function clusters<P extends MapPoint>(
  drawing: Pick<MapDrawing, 'place' | 'width' | 'height'>,
  points: readonly P[],
  radius = TOGETHER,
): Cluster<P>[] {
  const found: { x: number; y: number; points: P[] }[] = [];
  const placed = points
    .map((point) => ({ point, at: drawing.place(point.lon, point.lat) }))
    .filter(({ at: [x, y] }) => x >= 0 && y >= 0 && x <= drawing.width && y <= drawing.height)
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || (a.point.label < b.point.label ? -1 : 1));
  for (const { point, at } of placed) {
    const [x, y] = at;
    let nearest: (typeof found)[number] | undefined;
    let least = radius;
    for (const mark of found) {
      const distance = Math.hypot(mark.x - x, mark.y - y);
      if (distance < least) [nearest, least] = [mark, distance];
    }
    if (!nearest) {
      found.push({ x, y, points: [point] });
      continue;
    }
    const n = nearest.points.push(point);
    nearest.x += (x - nearest.x) / n;
    nearest.y += (y - nearest.y) / n;
  }
  return found.map(({ x, y, points: members }) => ({ x: Math.round(x), y: Math.round(y), points: members }));
}

/** The marks of one cluster as they stand when the reader has come near; null where they would still overlap. */
export function parted<P extends MapPoint>(
  drawing: Parameters<typeof clusters>[0],
  cluster: Cluster<P>,
): Cluster<P>[] | null {
  const marks = clusters(drawing, cluster.points, TOGETHER / NEAR);
  return marks.length > 1 ? marks : null;
}
