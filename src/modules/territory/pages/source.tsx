import { formatDate } from '#kernel/time.ts';
import { Panel } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

export type Shapes = { source: string; asOf: string } | null;

export const countyHref = (code: string): string => `/territory/county/${code}`;

/** The line of source of a map. */
export function ShapeSource(props: { shapes: Shapes }) {
  const t = useText(text);
  const { lang } = useView();
  const { shapes } = props;
  return <>{shapes ? t.shapes(shapes.source, formatDate(shapes.asOf, lang)) : t.drawn}</>;
}

/** Which register the names and codes are of, and of which day. */
export function DataSource(props: { source: string; asOf: string }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Panel title={t.data}>
      <div class="prose small">
        <p>{t.codes(props.source, formatDate(props.asOf, lang))}</p>
        <p>{t.places}</p>
      </div>
    </Panel>
  );
}
