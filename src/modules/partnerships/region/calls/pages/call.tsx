import { formatDate, type LocalDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { formatMoney } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Call, Interest } from '../schema.ts';
import { text } from '../text.pl.ts';
import { CallStage } from './calls.tsx';

export interface CallPageProps {
  readonly call: Call;
  readonly owns: boolean;
  readonly interest: readonly Interest[];
  readonly mine: readonly { readonly id: string; readonly name: string }[];
  readonly day: LocalDate;
  readonly formKey: string;
}

export function CallPage(props: CallPageProps) {
  const t = useText(text);
  const { lang } = useView();
  const { call, owns, interest, mine } = props;
  return (
    <Page
      title={call.title}
      lead={call.lead}
      description={call.lead}
      breadcrumb={[
        { href: '/network', label: t.network },
        { href: '/network/calls', label: t.title },
      ]}
      meta={[<CallStage call={call} day={props.day} />]}
      actions={
        owns &&
        call.state !== 'cancelled' && (
          <>
            <ButtonLink href={`/region/calls/${call.id}/edit`}>{t.edit}</ButtonLink>
            {call.state === 'published' && (
              <ButtonLink href={`/region/calls/${call.id}/cancel`} variant="tertiary">
                {t.cancel}
              </ButtonLink>
            )}
          </>
        )
      }
      aside={
        <Panel title={t.facts}>
          <SummaryList
            items={[
              { term: t.institution, value: call.institution },
              { term: t.region, value: call.voivodeship },
              {
                term: t.dates,
                value: t.from(formatDate(call.opensOn, lang), formatDate(call.closesOn, lang)),
              },
              ...(call.amount === null ? [] : [{ term: t.amount, value: formatMoney(call.amount, lang) }]),
              ...(call.who ? [{ term: t.who, value: call.who }] : []),
              ...(call.link
                ? [
                    {
                      term: t.link,
                      value: (
                        <a href={call.link} rel="nofollow">
                          {t.linkWords}
                        </a>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Panel>
      }
    >
      <Panel title={t.criteria}>
        {call.criteria
          .split(/\n+/)
          .filter(Boolean)
          .map((part) => (
            <p>{part}</p>
          ))}
      </Panel>
      {mine.length > 0 && (
        <Panel title={t.mark}>
          <Form action={`/network/calls/${call.id}/interest`} formKey={props.formKey} light>
            <Select
              name="partnership"
              label={t.partnership}
              value={mine.length === 1 ? mine[0]?.id : undefined}
              options={mine.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextArea name="note" label={t.markNote} hint={t.markLead} rows={3} max={1000} optional />
            <div class="form-actions">
              <Button variant="primary">{t.mark}</Button>
              {interest.some((one) => !one.withdrawn && mine.some(({ id }) => id === one.partnershipId)) && (
                <Button name="withdraw" value="yes">
                  {t.withdraw}
                </Button>
              )}
            </div>
          </Form>
        </Panel>
      )}
      {(owns || interest.length > 0) && (
        <Panel title={t.interestTitle} long>
          {interest.length === 0 ? (
            <p>{t.interestNone}</p>
          ) : (
            <DataTable
              caption={t.interestTitle}
              captionHidden
              rows={interest}
              columns={[
                { key: 'name', label: t.partnership, heading: true, cell: (one) => one.partnership },
                {
                  key: 'when',
                  label: t.interestWhen,
                  cell: (one) => (one.withdrawn ? t.withdrawn : formatDate(warsawDate(one.markedAt), lang)),
                },
                { key: 'note', label: t.interestNote, cell: (one) => one.note || '–' },
              ]}
            />
          )}
        </Panel>
      )}
    </Page>
  );
}
