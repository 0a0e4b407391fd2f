import type { FieldError } from '#kernel/errors.ts';
import { formatDateTime } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { inLang } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { RegistrationState } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface BookedRow {
  readonly id: string;
  readonly slug: string;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly state: RegistrationState;
  readonly eventState: string;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** Places of the own institution. */
export function BookedPage({ rows }: { rows: readonly BookedRow[] }) {
  const t = useText(text);
  const w = useText(words);
  const { lang, now } = useView();
  const title = (row: BookedRow) => inLang(lang, row.titlePl, row.titleEn);
  return (
    <Page title={t.booked} lead={t.bookedLead} breadcrumb={[{ href: '/events', label: w.title }]}>
      {rows.length === 0 ? (
        <EmptyState title={t.bookedNone} action={<ButtonLink href="/events">{t.find}</ButtonLink>}>
          {t.bookedNoneMore}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.booked}
          captionHidden
          rows={rows}
          columns={[
            { key: 'who', label: t.who, heading: true, cell: (row) => `${row.givenName} ${row.familyName}` },
            { key: 'event', label: t.event, cell: (row) => <a href={`/events/${row.slug}`}>{title(row)}</a> },
            {
              key: 'when',
              label: w.when,
              cell: (row) => (row.firstAt === null ? '' : formatDateTime(row.firstAt, lang)),
            },
            {
              key: 'state',
              label: t.state,
              cell: (row) => (
                <Tag tone={row.state === 'confirmed' ? 'success' : 'info'}>{t.states[row.state]}</Tag>
              ),
            },
            {
              key: 'actions',
              label: t.actions,
              quiet: true,
              cell: (row) =>
                row.eventState === 'published' && row.lastAt !== null && row.lastAt > now ? (
                  <>
                    <a href={`/events/booked/${row.id}/substitute`}>
                      {t.substitute}
                      <span class="visually-hidden">: {`${row.givenName} ${row.familyName}`}</span>
                    </a>{' '}
                    <a href={`/events/booked/${row.id}/leave`}>
                      {t.release}
                      <span class="visually-hidden">: {`${row.givenName} ${row.familyName}`}</span>
                    </a>
                  </>
                ) : null,
            },
          ]}
        />
      )}
    </Page>
  );
}

export function SubstitutePage(props: {
  id: string;
  name: string;
  title: string;
  version: number;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}) {
  const t = useText(text);
  return (
    <Page
      title={t.substituteTitle}
      lead={t.substituteLead(props.name)}
      meta={[props.title]}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[{ href: '/events/booked', label: t.booked }]}
    >
      <Form
        action={`/events/booked/${props.id}/substitute`}
        formKey={props.formKey}
        version={props.version}
        values={props.values}
        errors={props.errors}
        now={props.now}
      >
        <FieldRow>
          <TextField name="givenName" label={t.givenName} maxlength={100} />
          <TextField name="familyName" label={t.familyName} maxlength={100} />
        </FieldRow>
        <TextField name="email" label={t.email} type="email" maxlength={254} />
        <FormActions submit={t.substituteSubmit} cancelHref="/events/booked" />
      </Form>
    </Page>
  );
}
