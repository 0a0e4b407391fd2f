import type { Child } from 'hono/jsx';
import type { MapArea, MapDrawing } from '#kernel/map/model.ts';
import { formatNumber } from '../components/format.tsx';
import { text } from '../text.pl.ts';
import { useText, useView } from '../view.tsx';
import { textWidth } from '../weave/measure.ts';
import { classesOf, classIndex, shadeOf } from './classes.ts';
import { type MapPoint, NEAR } from './clusters.ts';
import { Hatch, MapLegend } from './legend.tsx';
import { Marks } from './points.tsx';
import { MapTable } from './table.tsx';

export interface CountyMapProps {
  /** From `countyDrawing` of the territory module. */
  readonly drawing: MapDrawing;
  /** What the map shows; best is the finding. */
  readonly label: string;
  /** A value for each county; one without a value is blank. Without values all counties look the same. */
  readonly values?: ReadonlyMap<string, number>;
  /** What is said of a county without a value, where that is no lack of data. */
  readonly without?: string;
  readonly unit?: string;
  readonly digits?: number;
  /** Where a county leads; without it the counties are no links. */
  readonly href?: (code: string) => string;
  /** The county this page is about. */
  readonly current?: string;
  readonly points?: readonly MapPoint[];
  /** Where a mark of several points leads. */
  readonly clusterHref?: (points: readonly MapPoint[]) => string | undefined;
  /** Writes the names of counties where they fit. */
  readonly names?: boolean;
  /** Shows the table open, or not at all where the page has one of its own. */
  readonly table?: 'open' | 'none';
  readonly source?: Child;
  /** Unique on the page. */
  readonly id?: string;
}

const LABEL_SIZE = 12;

/**
 * A map of counties as SVG made on the server: shades by value, marks for places, a legend with numbers and the same as a
 * table. Every county is a link with its name; a skip link jumps over them all.
 */
export function CountyMap(props: CountyMapProps) {
  const t = useText(text);
  const { lang } = useView();
  const { drawing, values, id = 'map', without = t.map.none } = props;
  const classes = classesOf(drawing.areas.flatMap(({ code }) => values?.get(code) ?? []));
  const unit = props.unit ? `\u00a0${props.unit}` : '';
  const shown = (value: number) => formatNumber(value, lang, { max: props.digits ?? 1 });
  const told = (code: string): string => {
    const value = values?.get(code);
    return value === undefined ? without : `${shown(value)}${unit}`;
  };
  const current = drawing.areas.find(({ code }) => code === props.current);
  const blank = drawing.areas.filter(({ code }) => values && !values.has(code)).length;
  const fill = (code: string) => {
    const index = classIndex(classes, values?.get(code));
    return index === null ? undefined : `url(#${id}-${shadeOf(index, classes.length)})`;
  };
  return (
    <figure class="map">
      <figcaption>
        <b>{props.label}</b>
        {props.source && (
          <span>
            {t.chart.source('')}
            {props.source}
          </span>
        )}
      </figcaption>
      {props.href && (
        <a class="map-skip" href={`#${id}-end`}>
          {t.map.skip}
        </a>
      )}
      <splot-map
        data-in={t.map.zoomIn}
        data-out={t.map.zoomOut}
        data-reset={t.map.zoomReset}
        data-level={t.map.zoomLevel}
        data-near={NEAR}
      >
        <svg
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          role={props.href || props.points ? 'group' : 'img'}
          aria-label={props.label}
        >
          {values && <Hatch id={id} />}
          <g class="m-land" data-plain={values ? undefined : ''}>
            {drawing.areas.map((area) => (
              <Area
                area={area}
                name={values ? `${area.name}: ${told(area.code)}` : area.name}
                href={props.href?.(area.code)}
                fill={fill(area.code)}
                current={area.code === props.current}
              />
            ))}
          </g>
          {drawing.borders && <path class="m-border" d={drawing.borders} />}
          {current && <path class="m-current" d={current.d} />}
          {props.names && (
            <g class="m-names">
              {drawing.areas.map((area) => (
                <Name area={area} />
              ))}
            </g>
          )}
          {props.points && <Marks drawing={drawing} points={props.points} href={props.clusterHref} />}
        </svg>
      </splot-map>
      <div id={`${id}-end`} tabindex={-1}>
        {values && (
          <MapLegend
            classes={classes}
            shown={shown}
            unit={props.unit}
            blank={blank}
            without={without}
            id={id}
          />
        )}
        {values && props.table !== 'none' && (
          <MapTable areas={drawing.areas} values={values} told={told} {...props} />
        )}
      </div>
    </figure>
  );
}

function Area(props: { area: MapArea; name: string; href?: string; fill?: string; current: boolean }) {
  const path = <path d={props.area.d} fill={props.fill} class={props.current ? 'm-here' : undefined} />;
  if (!props.href)
    return (
      <g>
        <title>{props.name}</title>
        {path}
      </g>
    );
  return (
    <a href={props.href} aria-current={props.current ? 'true' : undefined}>
      <title>{props.name}</title>
      {path}
    </a>
  );
}

function Name(props: { area: MapArea }) {
  const { name, x, y, width } = props.area;
  if (textWidth(name, LABEL_SIZE) > width) return null;
  return (
    <text x={x} y={y + 4}>
      {name}
    </text>
  );
}
