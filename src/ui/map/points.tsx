import type { MapDrawing } from '#kernel/map/model.ts';
import { text } from '../text.pl.ts';
import { threads } from '../threads.ts';
import { useText } from '../view.tsx';
import { type Cluster, clusters, type MapPoint, parted } from './clusters.ts';

const DOT = 5.5;

/** A mark for each place, and one with a number where several would overlap; near, those part as far as they do. */
export function Marks(props: {
  drawing: MapDrawing;
  points: readonly MapPoint[];
  href?: (points: readonly MapPoint[]) => string | undefined;
}) {
  return (
    <g class="m-points">
      {clusters(props.drawing, props.points).map((cluster) => {
        const marks = parted(props.drawing, cluster);
        if (!marks) return <Mark cluster={cluster} href={props.href} />;
        return (
          <>
            <g class="m-far">
              <Mark cluster={cluster} href={props.href} />
            </g>
            <g class="m-near">
              {marks.map((mark) => (
                <Mark cluster={mark} href={props.href} />
              ))}
            </g>
          </>
        );
      })}
    </g>
  );
}

function Mark(props: { cluster: Cluster; href?: (points: readonly MapPoint[]) => string | undefined }) {
  const t = useText(text);
  const { x, y, points } = props.cluster;
  const [first, second] = points;
  if (!first) return null;
  const kinds = new Set(points.map(({ thread }) => thread));
  const thread = kinds.size === 1 ? first.thread : undefined;
  const colour = thread && `fill:${threads[thread].colour}`;
  const several = second !== undefined;
  const href = several ? props.href?.(points) : first.href;
  const name = several ? t.map.places(points.length) : first.label;
  const mark = (
    <>
      <title>{name}</title>
      <circle
        cx={x}
        cy={y}
        r={several ? 8 + Math.round(2 * Math.log2(points.length)) / 2 : DOT}
        style={colour}
      />
      {several && (
        <text x={x} y={y + 4}>
          {points.length}
        </text>
      )}
    </>
  );
  return href ? (
    <a class="m-mark" href={href}>
      {mark}
    </a>
  ) : (
    <g class="m-mark">{mark}</g>
  );
}
