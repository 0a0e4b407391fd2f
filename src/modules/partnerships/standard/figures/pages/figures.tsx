import { formatDate } from '#kernel/time.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Figure } from '../schema.ts';

/** „87%”, or a dash. */
export function Share(props: { share: number | null }) {
  const { lang } = useView();
  return <>{props.share === null ? '–' : `${formatNumber(props.share * 100, lang, { max: 0 })}\u00a0%`}</>;
}

/** A number, „fewer than 5” or „hidden”: hidden is what would give another number away. */
export function Counted(props: { figure: Figure; which: 'counted' | 'total' }) {
  const t = useText(text).figures;
  const { figure, which } = props;
  if (figure.total === null) return <>{which === 'total' ? t.few : t.hidden}</>;
  return <>{String(figure[which] ?? t.hidden)}</>;
}

export function Definitions(props: { figures: readonly Figure[] }) {
  const t = useText(text).figures;
  return (
    <Details summary={t.definition} wide>
      <dl class="prose">
        {props.figures.map((figure) => (
          <>
            <dt>
              <b>{figure.name}</b> ({figure.requirement})
            </dt>
            <dd>
              {figure.definition} {t.source(figure.source)}
            </dd>
          </>
        ))}
      </dl>
    </Details>
  );
}

/** What is computed, with numerator, denominator, period and definition. */
export function FiguresPanel(props: { figures: readonly Figure[] }) {
  const t = useText(text).figures;
  const { lang } = useView();
  const [first] = props.figures;
  if (!first) return null;
  return (
    <Panel title={t.title} long>
      <p>
        {t.lead} {t.period(formatDate(first.period.from, lang), formatDate(first.period.to, lang))}
      </p>
      <DataTable
        caption={t.title}
        captionHidden
        rows={props.figures}
        columns={[
          { key: 'name', label: t.measure, heading: true, cell: (f) => `${f.name} (${f.requirement})` },
          {
            key: 'share',
            label: t.share,
            number: true,
            cell: (f) => (f.total === 0 ? <span class="muted">{t.nothing}</span> : <Share share={f.share} />),
          },
          {
            key: 'counted',
            label: t.counted,
            number: true,
            cell: (f) => <Counted figure={f} which="counted" />,
          },
          { key: 'total', label: t.total, number: true, cell: (f) => <Counted figure={f} which="total" /> },
          { key: 'before', label: t.before, number: true, cell: (f) => <Share share={f.before} /> },
        ]}
      />
      <Definitions figures={props.figures} />
    </Panel>
  );
}
