import type { FieldError } from '#kernel/errors.ts';
import { formatDateTime, formatLongDate, formatTime, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, Notice } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Attendee, SessionRow } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { MarkChoice, MinutesField } from './mark-row.tsx';

export interface MarkPageProps {
  readonly session: SessionRow;
  readonly attendees: readonly Attendee[];
  readonly formKey: string;
  /** Those without a mark start as present. */
  readonly preset: boolean;
  readonly saved: boolean;
  /** What was typed, when the form came back. */
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

function MarkList(props: MarkPageProps) {
  const t = useText(text);
  const { lang } = useView();
  const whole = String(Math.round(props.session.hours * 60));
  const markOf = (a: Attendee) =>
    props.typed ? asText(props.typed[`m.${a.id}`]) : (a.mark ?? (props.preset ? 'present' : ''));
  const minutesOf = (a: Attendee) =>
    props.typed
      ? asText(props.typed[`min.${a.id}`])
      : a.minutes !== null
        ? String(a.minutes)
        : a.mark === null
          ? whole
          : '';
  return (
    <DataTable
      caption={t.list}
      captionHidden
      rows={props.attendees}
      columns={[
        {
          key: 'person',
          label: t.person,
          heading: true,
          cell: (a) => (
            <>
              {a.name}
              <a class="under no-print" href={`/cases/${a.caseId}/sessions`}>
                {a.caseNumber}
              </a>
              {a.markedBy && a.markedAt && (
                <span class="under">{t.confirmedBy(a.markedBy, formatDateTime(a.markedAt, lang))}</span>
              )}
              <input type="hidden" name={`v.${a.id}`} value={String(a.rowVersion)} />
            </>
          ),
        },
        { key: 'mark', label: t.mark, cell: (a) => <MarkChoice line={a} value={markOf(a)} /> },
        { key: 'minutes', label: t.minutes, cell: (a) => <MinutesField line={a} value={minutesOf(a)} /> },
      ]}
    />
  );
}

/** The attendance list: one press sets everybody present, arrows change the exceptions, one press saves. */
export function MarkPage(props: MarkPageProps) {
  const t = useText(text);
  const { lang } = useView();
  const { session, attendees } = props;
  const base = `/sessions/${session.id}`;
  const unmarked = attendees.some((a) => a.mark === null);
  return (
    <Page
      title={session.title}
      breadcrumb={[{ href: '/sessions', label: t.title }]}
      meta={[
        `${formatLongDate(warsawDate(session.startsAt), lang)}, ${formatTime(session.startsAt)}`,
        `${session.hours} ${t.hoursUnit}`,
        session.place,
        session.groupName,
        session.workerName,
      ]}
      failed={(props.errors?.length ?? 0) > 0}
      before={
        <>
          {session.cancelledAt && <Notice tone="warning">{t.wereCancelled(session.cancelReason)}</Notice>}
          {props.saved && <Notice tone="success">{t.saved}</Notice>}
          {props.preset && unmarked && <Notice>{t.presetDone}</Notice>}
        </>
      }
    >
      {attendees.length === 0 ? (
        <EmptyState title={t.nobody}>{t.nobodyMore}</EmptyState>
      ) : session.cancelledAt ? null : (
        <>
          {unmarked && !props.preset && (
            <p class="row no-print">
              <ButtonLink href={`${base}?preset=present`} icon="accept">
                {t.allPresent}
              </ButtonLink>
              <span class="muted">{t.presetHint}</span>
            </p>
          )}
          <Form action={base} formKey={props.formKey} errors={props.errors}>
            <MarkList {...props} />
            <FormActions submit={t.save} cancelHref="/sessions" />
          </Form>
        </>
      )}
      {!session.cancelledAt && attendees.every((a) => a.mark === null) && (
        <p class="no-print">
          <ButtonLink href={`${base}/cancel`} small>
            {t.cancelSession}
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}

export function CancelPage(props: { session: SessionRow; formKey: string }) {
  const t = useText(text);
  const { lang } = useView();
  const { session } = props;
  return (
    <Page
      title={t.cancelTitle}
      breadcrumb={[
        { href: '/sessions', label: t.title },
        { href: `/sessions/${session.id}`, label: session.title },
      ]}
      lead={`${session.title}, ${formatDateTime(session.startsAt, lang)}`}
      width="text"
    >
      <ConfirmForm
        action={`/sessions/${session.id}/cancel`}
        formKey={props.formKey}
        version={session.rowVersion}
        consequences={[t.cancelConsequences.told, t.cancelConsequences.counts]}
        submit={t.cancelSession}
        cancelHref={`/sessions/${session.id}`}
        values={{ scope: 'one' }}
      >
        {session.seriesId && (
          <Radios
            name="scope"
            label={t.cancelScope}
            options={[
              { value: 'one', label: t.cancelOne },
              { value: 'rest', label: t.cancelRest },
            ]}
          />
        )}
        <TextField name="reason" label={t.cancelReason} optional maxlength={300} />
      </ConfirmForm>
    </Page>
  );
}
