import { threadLabel, threads } from '#ui/threads.ts';
import { useText } from '#ui/view.tsx';
import { type Cooperation, type Party, placeOf, waysOf } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly rx: number;
  readonly ry: number;
  /** Room for names beside the circle; without it the numbers alone stand there. */
  readonly names: boolean;
}
const SHAPES = {
  wide: { width: 760, height: 520, rx: 205, ry: 205, names: true },
  narrow: { width: 340, height: 340, rx: 140, ry: 140, names: false },
} as const satisfies Record<string, Shape>;
const NODE = 17;

/** Places on a circle from the top clockwise: the same order gives the same picture. */
const spot = (index: number, of: number, { width, height, rx, ry }: Shape) => {
  const angle = (index / of) * 2 * Math.PI - Math.PI / 2;
  const round = (n: number) => Math.round(n * 10) / 10;
  return {
    x: round(width / 2 + rx * Math.cos(angle)),
    y: round(height / 2 + ry * Math.sin(angle)),
    side: Math.cos(angle),
  };
};

function Drawing(props: { view: Cooperation; shape: keyof typeof SHAPES; told: string }) {
  const { parties, links } = props.view;
  const shape: Shape = SHAPES[props.shape];
  const spots = parties.map((_, index) => spot(index, parties.length, shape));
  const [cx, cy] = [shape.width / 2, shape.height / 2];
  const id = `coop-${props.shape}`;
  return (
    <svg class={props.shape} viewBox={`0 0 ${shape.width} ${shape.height}`} role="img" aria-labelledby={id}>
      <title id={id}>{props.told}</title>
      {spots.flatMap((a, i) =>
        spots.slice(i + 1).map((b, rest) => {
          const ways = waysOf(links.get(placeOf(i, i + 1 + rest)));
          return ways === 0 ? null : (
            <path
              class="coop-line"
              d={`M${a.x} ${a.y}Q${cx} ${cy} ${b.x} ${b.y}`}
              stroke-width={String(ways * 0.9)}
            />
          );
        }),
      )}
      {spots.map((at, index) => {
        const party = parties[index];
        return party && <Node party={party} at={at} number={index + 1} names={shape.names} />;
      })}
    </svg>
  );
}

function Node(props: {
  party: Party;
  at: { x: number; y: number; side: number };
  number: number;
  names: boolean;
}) {
  const { party, at, number } = props;
  const thread = party.thread && threads[party.thread];
  const anchor = at.side > 0.2 ? 'start' : at.side < -0.2 ? 'end' : 'middle';
  const away = NODE + 6;
  const x = anchor === 'start' ? at.x + away : anchor === 'end' ? at.x - away : at.x;
  const y = anchor === 'middle' ? at.y + (at.y < 260 ? -away : away + 10) : at.y + 5;
  return (
    <g>
      <circle
        cx={at.x}
        cy={at.y}
        r={NODE}
        class="coop-node"
        stroke={thread?.colour ?? 'var(--line-2)'}
        stroke-dasharray={thread?.dash || undefined}
      />
      <text x={at.x} y={at.y + 5} text-anchor="middle" class="coop-label">
        {props.names
          ? party.thread
            ? threadLabel(party.thread, party.type)
            : party.type.slice(0, 2)
          : number}
      </text>
      {props.names && (
        <text x={x} y={y} text-anchor={anchor} class="coop-name">
          {`${number}. ${party.shortName}`}
        </text>
      )}
    </g>
  );
}

/** Institutions on a circle, joined by lines as thick as their cooperation is manifold. The matrix says the same in words. */
export function Graph({ view }: { view: Cooperation }) {
  const t = useText(text);
  const told = t.graphAlt(view.parties.map((party, index) => `${index + 1}. ${party.shortName}`).join(', '));
  return (
    <figure class="chart coop">
      <figcaption>
        <b>{t.graph}</b>
        <span>{t.graphHint}</span>
      </figcaption>
      <Drawing view={view} shape="wide" told={told} />
      <Drawing view={view} shape="narrow" told={told} />
    </figure>
  );
}
