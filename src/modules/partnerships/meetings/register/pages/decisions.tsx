import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Radios, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { MeetingsFrame } from '../../pages/frame.tsx';
import { DECISION_STATES, type DecisionState, type Place } from '../../schema.ts';
import type { Decision, DecisionsQuery } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<DecisionState, TagTone>> = {
  in_force: 'success',
  carried_out: 'neutral',
  revoked: 'danger',
};
function State(props: { decision: Decision }) {
  const t = useText(text);
  const d = props.decision;
  return (
    <>
      <StateTag tone={TONES[d.state]} label={t.states[d.state]} />
      {d.revokedBy && <span class="muted"> {d.revokedBy}</span>}
      {!d.signed && <div class="muted">{t.unsigned}</div>}
    </>
  );
}

export function DecisionsPage(props: {
  place: Place;
  query: DecisionsQuery;
  decisions: readonly Decision[];
  total: number;
  years: readonly number[];
}) {
  const t = useText(text);
  const { place, query, total } = props;
  const path = `${place.base}/decisions`;
  const asked = new URLSearchParams({ q: query.q, state: query.state, year: query.year }).toString();
  const filtered = query.q !== '' || query.state !== '' || query.year !== '';
  return (
    <MeetingsFrame
      place={place}
      current="decisions"
      title={t.title}
      lead={t.lead}
      actions={
        total > 0 && (
          <ButtonLink href={`${path}.csv?${asked}`} icon="download">
            {t.csv}
          </ButtonLink>
        )
      }
    >
      {total === 0 && !filtered ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <>
          <FilterBar action={path} clearHref={filtered ? path : undefined}>
            <TextField name="q" label={t.search} value={query.q} type="search" grow />
            <Select
              name="state"
              label={t.state}
              empty={t.any}
              value={query.state}
              options={DECISION_STATES.map((value) => ({ value, label: t.states[value] }))}
            />
            <Select
              name="year"
              label={t.year}
              empty={t.anyYear}
              value={query.year}
              options={props.years.map((y) => ({ value: String(y), label: String(y) }))}
            />
          </FilterBar>
          <p>{total === 0 ? t.noneFound : t.count(total)}</p>
          <DataTable
            caption={t.title}
            captionHidden
            rows={props.decisions}
            columns={[
              {
                key: 'number',
                label: t.number,
                heading: true,
                cell: (d: Decision) => <a href={`${path}/${d.id}`}>{d.number}</a>,
              },
              { key: 'body', label: t.body, cell: (d) => d.body },
              { key: 'held', label: t.held, cell: (d) => <DateText date={d.heldAt} /> },
              {
                key: 'check',
                label: t.checkOn,
                cell: (d) => (d.checkOn ? <DateText date={d.checkOn} /> : '–'),
              },
              { key: 'state', label: t.state, cell: (d) => <State decision={d} /> },
            ]}
          />
          <Pagination page={query.page} total={total} />
        </>
      )}
    </MeetingsFrame>
  );
}

export function DecisionPage(props: {
  place: Place;
  decision: Decision;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { place, decision: d } = props;
  const path = `${place.base}/decisions`;
  const day = (date: string | null) => (date ? formatDate(date, lang) : '–');
  const own = { state: d.state, revokedBy: d.revokedBy ?? '', checkOn: d.checkOn ? day(d.checkOn) : '' };
  return (
    <MeetingsFrame
      place={place}
      current="decisions"
      title={t.decision(d.number)}
      trail={[{ href: path, label: t.title }]}
      meta={[<State decision={d} />]}
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Panel>
        <p class="pre-line">{d.body}</p>
        <SummaryList
          items={[
            { term: t.meeting, value: <a href={`${place.base}/${d.meetingId}`}>{d.meeting}</a> },
            { term: t.held, value: <DateText date={d.heldAt} /> },
            { term: t.validFrom, value: day(d.validFrom) },
            { term: t.checkOn, value: day(d.checkOn) },
            { term: t.votes, value: d.votes ? t.votesOf(d.votes) : t.noVotes },
            ...(d.settledOn ? [{ term: t.settledOn, value: day(d.settledOn) }] : []),
          ]}
        />
      </Panel>
      {place.runs && (
        <Panel title={t.change}>
          <Form
            light
            action={`${path}/${d.id}`}
            formKey={props.formKey}
            version={d.rowVersion}
            values={props.values ?? own}
            errors={props.errors}
            now={props.now}
          >
            <Radios
              name="state"
              label={t.state}
              options={DECISION_STATES.map((value) => ({ value, label: t.states[value] }))}
            />
            <TextField name="revokedBy" label={t.revokedBy} hint={t.revokedByHint} width="s" />
            {!d.signed && <DateField name="checkOn" label={t.checkOn} />}
            <FormActions submit={t.save} cancelHref={path} />
          </Form>
        </Panel>
      )}
    </MeetingsFrame>
  );
}
