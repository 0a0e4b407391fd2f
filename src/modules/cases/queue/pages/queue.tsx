import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import type { Condition, Entry, EntryState, Ground, Offer, PersonLine, Rules } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface Sent {
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const TONES: Readonly<Record<EntryState, TagTone>> = {
  waiting: 'info',
  offered: 'accent',
  accepted: 'success',
  removed: 'neutral',
};
export function EntryTag(props: { state: EntryState }) {
  return <StateTag tone={TONES[props.state]} label={useText(text).states[props.state]} />;
}
export function usePlace() {
  const t = useText(text);
  return (place: number | null) => (place === null ? '–' : place === 1 ? t.first : t.place(place));
}

/** Everything the person of a case waits for, or waited. */
export function QueuePage(props: {
  head: CaseHead;
  entries: readonly Entry[];
  rules: Rules | null;
  writes: boolean;
}) {
  const t = useText(text);
  const { lang } = useView();
  const place = usePlace();
  const base = `/cases/${props.head.case.id}/queue`;
  const rules = `/partnerships/${props.head.case.partnershipId}/selection`;
  const join =
    props.writes && props.rules ? (
      <ButtonLink icon="add" href={`${base}/new`}>
        {t.join}
      </ButtonLink>
    ) : undefined;
  return (
    <CaseFrame head={props.head} current={null} title={t.title}>
      <p>{t.lead}</p>
      {!props.rules && <Notice tone="warning">{t.noRules}</Notice>}
      {props.entries.length === 0 ? (
        <EmptyState title={t.none} action={join}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <Panel title={t.title} action={join}>
          <DataTable
            caption={t.title}
            captionHidden
            rows={props.entries}
            columns={[
              {
                key: 'service',
                label: t.service,
                heading: true,
                cell: (e) => (
                  <a href={`${base}/${e.id}`}>
                    {e.service}, {e.institution}
                  </a>
                ),
              },
              { key: 'place', label: t.people.place, cell: (e) => place(e.place) },
              { key: 'since', label: t.since, cell: (e) => formatDate(e.since, lang) },
              { key: 'ground', label: t.ground, cell: (e) => e.ground ?? t.groundNone },
              { key: 'state', label: t.people.state, cell: (e) => <EntryTag state={e.state} /> },
            ]}
          />
        </Panel>
      )}
      <p class="no-print">
        <a href={rules}>{t.toRules}</a>
      </p>
    </CaseFrame>
  );
}

/** Puts the person on a waiting list. */
export function JoinPage(
  props: Sent & {
    head: CaseHead;
    services: readonly Offer[];
    grounds: readonly Ground[];
    conditions: readonly Condition[];
  },
) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/queue`;
  return (
    <CaseFrame
      head={props.head}
      current={null}
      title={t.join}
      quiet
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      {props.services.length === 0 ? (
        <Notice>{t.noServices}</Notice>
      ) : (
        <>
          <p>{t.joinLead}</p>
          <Form action={`${base}/new`} formKey={props.formKey} values={props.values} errors={props.errors}>
            <Select
              name="service"
              label={t.service}
              options={props.services.map((s) => ({ value: s.id, label: `${s.name}, ${s.institution}` }))}
            />
            <DateField name="since" label={t.since} hint={t.sinceHint} optional />
            {props.grounds.length > 0 && (
              <Select
                name="ground"
                label={t.ground}
                empty={t.groundNone}
                options={props.grounds.map((g) => ({ value: g.id, label: `${g.position}. ${g.name}` }))}
              />
            )}
            <Checkboxes
              name="met"
              label={t.conditions}
              hint={t.conditionsHint}
              options={props.conditions.map((c) => ({ value: c.id, label: c.name, hint: c.checking }))}
            />
            <FormActions submit={t.join} cancelHref={base} />
          </Form>
        </>
      )}
    </CaseFrame>
  );
}

/** Those who wait in a partnership, of the reader's own cases, service by service. */
export function PeoplePage(props: { partnershipId: string; lines: readonly PersonLine[] }) {
  const t = useText(text).people;
  const all = useText(text);
  const { lang } = useView();
  const place = usePlace();
  const services = [...new Set(props.lines.map((l) => l.entry.serviceId))];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumb={[{ href: `/partnerships/${props.partnershipId}/selection`, label: t.selection }]}
    >
      {props.lines.length === 0 && <EmptyState title={t.none}>{t.noneMore}</EmptyState>}
      {services.map((id) => {
        const lines = props.lines.filter((l) => l.entry.serviceId === id);
        const [first] = lines;
        if (!first) return null;
        const name = `${first.entry.service}, ${first.entry.institution}`;
        return (
          <Panel title={name} foot={all.free(first.entry.free, formatDate(first.entry.freeOn, lang))} long>
            <DataTable
              caption={name}
              captionHidden
              rows={lines}
              columns={[
                {
                  key: 'person',
                  label: t.person,
                  heading: true,
                  cell: (l) => (
                    <a href={`/cases/${l.entry.caseId}/queue/${l.entry.id}`}>
                      {l.person ?? t.noName}, {l.number}
                    </a>
                  ),
                },
                { key: 'place', label: t.place, cell: (l) => place(l.entry.place) },
                { key: 'since', label: all.since, cell: (l) => formatDate(l.entry.since, lang) },
                { key: 'ground', label: all.ground, cell: (l) => l.entry.ground ?? all.groundNone },
                { key: 'state', label: t.state, cell: (l) => <EntryTag state={l.entry.state} /> },
              ]}
            />
          </Panel>
        );
      })}
    </Page>
  );
}
