import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { SelectionView } from '../schema.ts';
import { text } from '../text.pl.ts';

type Row = SelectionView['services'][number];

function Services(props: { view: SelectionView; base: string }) {
  const t = useText(text).services;
  const { lang } = useView();
  const { services, institutionId } = props.view;
  const waiting = ({ waiting: w }: Row) =>
    !w || w.few ? t.few : w.waiting ? t.people(w.waiting) : w.waiting === 0 ? t.nobody : '–';
  const wait = ({ waiting: w }: Row) =>
    [
      w?.medianDays != null && w.longestDays !== null ? t.half(w.medianDays, w.longestDays) : '',
      w?.placed != null && w.placedMedianDays !== null ? t.placed(w.placed, w.placedMedianDays) : '',
    ]
      .filter(Boolean)
      .join('; ') || '–';
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={services}
      columns={[
        {
          key: 'name',
          label: t.name,
          heading: true,
          cell: (s) =>
            s.institutionId === institutionId ? (
              <a href={`${props.base}/services/${s.id}`}>{s.name}</a>
            ) : (
              s.name
            ),
        },
        {
          key: 'institution',
          label: t.description,
          cell: (s) => [s.institution, s.description].filter(Boolean).join('. '),
        },
        {
          key: 'free',
          label: t.free,
          cell: (s) => (s.validTo ? t.closed : t.freeOf(s.free, s.places, formatDate(s.freeOn, lang))),
        },
        { key: 'waiting', label: t.waiting, cell: waiting },
        { key: 'wait', label: t.wait, cell: wait },
      ]}
    />
  );
}

/** Services with places that people wait for; who waits is counted, never named. */
export function ServicesPanel(props: { view: SelectionView; base: string }) {
  const t = useText(text).services;
  const add = (
    <ButtonLink small icon="add" href={`${props.base}/services/new`}>
      {t.add}
    </ButtonLink>
  );
  return (
    <Panel title={t.title} foot={t.lead} action={add} long>
      {props.view.services.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <Services view={props.view} base={props.base} />
      )}
      {props.view.seesPeople && props.view.inForce && (
        <p class="no-print">
          <a href={`${props.base}/people`}>{t.peopleLink}</a> ({t.peopleHint})
        </p>
      )}
    </Panel>
  );
}
