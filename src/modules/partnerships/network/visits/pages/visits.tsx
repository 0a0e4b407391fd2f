import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { NetworkTabs } from '../../pages/tabs.tsx';
import type { Card, Term } from '../../schema.ts';
import type { Visit, VisitState } from '../schema.ts';
import { text } from '../text.pl.ts';

export const VISIT_TONES: Readonly<Record<VisitState, TagTone>> = {
  requested: 'info',
  proposed: 'info',
  accepted: 'accent',
  declined: 'neutral',
  withdrawn: 'neutral',
  held: 'success',
};

export function VisitsPage(props: { visits: readonly Visit[] }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      before={<NetworkTabs current="visits" />}
      actions={<ButtonLink href="/network?hosts=yes">{t.find}</ButtonLink>}
    >
      {props.visits.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={props.visits}
          columns={[
            {
              key: 'visit',
              label: t.visit,
              heading: true,
              cell: (visit) => <a href={`/network/visits/${visit.id}`}>{t.of(visit.guest, visit.host)}</a>,
            },
            { key: 'topic', label: t.topic, cell: (visit) => visit.topic },
            {
              key: 'state',
              label: t.state,
              cell: (visit) => <StateTag tone={VISIT_TONES[visit.state]} label={t.states[visit.state]} />,
            },
            {
              key: 'day',
              label: t.day,
              cell: (visit) =>
                visit.day ? formatDate(visit.day, lang) : <span class="muted">{t.noDay}</span>,
            },
          ]}
        />
      )}
    </Page>
  );
}

export function AskVisitPage(props: {
  card: Card;
  topics: readonly Term[];
  mine: readonly { readonly id: string; readonly name: string }[];
  formKey: string;
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { card, mine } = props;
  return (
    <Page
      title={t.askTitle(card.name)}
      lead={t.askLead}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: '/network', label: t.network },
        { href: `/network/${card.id}`, label: card.name },
      ]}
    >
      <Form
        action={`/network/${card.id}/visit`}
        formKey={props.formKey}
        values={props.values ?? (mine.length === 1 ? { guest: mine[0]?.id ?? '' } : undefined)}
        errors={props.errors}
      >
        <Select
          name="guest"
          label={t.who}
          options={mine.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="topic"
          label={t.topic}
          options={props.topics.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextArea name="wish" label={t.wishField} rows={5} max={3000} />
        <DateField name="day" label={t.dayField} optional />
        <FormActions submit={t.ask} cancelHref={`/network/${card.id}`} />
      </Form>
    </Page>
  );
}
