import { text } from '../text.pl.ts';
import { useText } from '../view.tsx';
import { shadeOf, type ValueClass } from './classes.ts';

/** Lines and dots over the shades, shown in print, in high contrast and where the device paints its own colours. */
const HATCH = ['', 'M4 4h.01', 'M-2 2L2-2M0 8L8 0M6 10L10 6', 'M0 8L8 0M0 0L8 8', ''];

/** The fills of the five shades; `fill="url(#id-3)"` uses them. */
export function Hatch(props: { id: string }) {
  return (
    <defs>
      {HATCH.map((lines, i) => (
        <pattern id={`${props.id}-${i + 1}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect class={`m-shade m-${i + 1}`} width="8" height="8" />
          {lines && <path class="m-hatch" d={lines} />}
        </pattern>
      ))}
    </defs>
  );
}

export function MapLegend(props: {
  classes: readonly ValueClass[];
  shown: (value: number) => string;
  unit?: string;
  /** How many have no value. */
  blank: number;
  without: string;
  id: string;
}) {
  const t = useText(text);
  const { classes, shown } = props;
  const range = ({ from, to }: ValueClass) =>
    shown(from) === shown(to) ? shown(from) : `${shown(from)}–${shown(to)}`;
  return (
    <ul class="map-legend" aria-label={t.map.legend}>
      {classes.map((each, i) => (
        <li>
          <Swatch fill={`url(#${props.id}-${shadeOf(i, classes.length)})`} />
          <span class="num">
            <b>{range(each)}</b>
            {props.unit && ` ${props.unit}`}
          </span>
          <span class="muted">{t.map.counties(each.count)}</span>
        </li>
      ))}
      {props.blank > 0 && (
        <li>
          <Swatch />
          <span>{props.without}</span>
          <span class="muted">{t.map.counties(props.blank)}</span>
        </li>
      )}
    </ul>
  );
}

const Swatch = (props: { fill?: string }) => (
  <svg viewBox="0 0 24 16" aria-hidden="true" focusable="false">
    <rect width="24" height="16" fill={props.fill} />
  </svg>
);
