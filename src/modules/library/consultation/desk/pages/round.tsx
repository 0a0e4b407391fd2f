import type { FieldError } from '#kernel/errors.ts';
import { formatDate, formatTime, warsawDate } from '#kernel/time.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { KindTag, OutcomeTag } from '../../remarks/pages/said.tsx';
import type { Remark } from '../../remarks/schema.ts';
import type { Round } from '../../schema.ts';
import { text } from '../../text.pl.ts';

interface Sent {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly now?: Readonly<Record<string, unknown>>;
}

/** When, and under what rule: what a new round and a round under way have in common. */
function Terms(props: { openingMoves: boolean }) {
  const t = useText(text).edit;
  return (
    <>
      <TextArea name="invitation" label={t.invitation} hint={t.invitationHint} rows={5} max={3000} />
      {props.openingMoves && (
        <FieldRow>
          <DateField name="opensOn" label={t.opensOn} />
          <TextField name="opensAt" optional label={t.opensAt} hint={t.opensHint} width="s" />
        </FieldRow>
      )}
      <FieldRow>
        <DateField name="closesOn" label={t.closesOn} />
        <TextField name="closesAt" optional label={t.closesAt} hint={t.closesHint} width="s" />
      </FieldRow>
      <Radios
        name="guests"
        label={t.guests}
        options={(['wait', 'once'] as const).map((value) => ({ value, label: t.guestsChoices[value] }))}
      />
    </>
  );
}

export function NewRoundPage(
  props: Sent & {
    documents: readonly { id: string; title: string; parent: string | null }[];
    formKey: string;
  },
) {
  const t = useText(text);
  return (
    <Page
      title={t.edit.new}
      lead={t.edit.newLead}
      width="text"
      failed={Boolean(props.errors?.length)}
      breadcrumb={[{ href: '/consultations', label: t.title }]}
    >
      <Form
        action="/library/edit/consultations/new"
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <Select
          name="document"
          label={t.edit.document}
          hint={t.edit.documentHint}
          empty="–"
          options={props.documents.map(({ id, title, parent }) => ({
            value: id,
            label: parent === null ? title : `${parent}: ${title}`,
          }))}
        />
        <Select
          name="lang"
          label={t.edit.lang}
          options={(['pl', 'en'] as const).map((value) => ({ value, label: t.edit.langs[value] }))}
        />
        <Radios
          name="source"
          label={t.edit.source}
          options={(['shown', 'proposed'] as const).map((value) => ({ value, label: t.sources[value] }))}
        />
        <Terms openingMoves />
        <FormActions submit={t.edit.submit} cancelHref="/consultations" />
      </Form>
    </Page>
  );
}

/** A round as editors see it: what was said and what waits, then its settings. */
export function DeskRoundPage(props: Sent & { round: Round; remarks: readonly Remark[]; formKey: string }) {
  const t = useText(text);
  const { lang } = useView();
  const { round } = props;
  const values = props.values ?? {
    invitation: round.invitation,
    opensOn: formatDate(warsawDate(round.opensAt), lang),
    opensAt: formatTime(round.opensAt),
    closesOn: formatDate(warsawDate(round.closesAt), lang),
    closesAt: formatTime(round.closesAt),
    guests: round.guestsWait ? 'wait' : 'once',
  };
  return (
    <Page
      title={round.title}
      failed={Boolean(props.errors?.length)}
      breadcrumb={[
        { href: '/library/edit', label: t.desk.title },
        { href: `/consultations/${round.id}`, label: t.title },
      ]}
      meta={[
        t.states[round.state],
        t.desk.toAnswer(round.remarks - round.answered),
        t.desk.waiting(round.waiting),
      ]}
    >
      <h2>{t.desk.remarks}</h2>
      {props.remarks.length === 0 ? (
        <EmptyState title={t.reporting.none} />
      ) : (
        <DataTable<Remark>
          caption={t.desk.remarks}
          captionHidden
          rows={props.remarks}
          columns={[
            {
              key: 'who',
              label: t.reporting.columns.who,
              heading: true,
              cell: (remark) => (
                <a href={`/library/edit/consultations/remarks/${remark.id}`}>{remark.signature}</a>
              ),
            },
            { key: 'kind', label: t.reporting.columns.kind, cell: ({ kind }) => <KindTag kind={kind} /> },
            { key: 'body', label: t.reporting.columns.body, cell: ({ body }) => body.slice(0, 200) },
            {
              key: 'state',
              label: t.desk.state,
              cell: ({ state, outcome }) =>
                outcome && state === 'shown' ? (
                  <OutcomeTag outcome={outcome} />
                ) : (
                  <Tag tone={state === 'waiting' ? 'warning' : 'neutral'}>{t.desk.states[state]}</Tag>
                ),
            },
          ]}
        />
      )}
      {round.state !== 'closed' && (
        <Panel title={t.edit.settings}>
          <Form
            action={`/library/edit/consultations/${round.id}`}
            formKey={props.formKey}
            version={round.rowVersion}
            values={values}
            errors={props.errors}
            now={props.now}
          >
            <Terms openingMoves={round.state === 'planned'} />
            <FormActions submit={t.edit.save} />
          </Form>
        </Panel>
      )}
    </Page>
  );
}
