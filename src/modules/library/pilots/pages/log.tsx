import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { typed } from '#kernel/forms/forms.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateText, formatNumber } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../text.pl.ts';
import type { Entry, EntryKind, PilotFacts } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Named {
  readonly path: string;
  readonly title: string;
}

function useCrumbs(pilot: Named) {
  const w = useText(words);
  return [
    { href: '/knowledge', label: w.nav },
    { href: '/pilots', label: w.sections.pilots },
    { href: pilot.path, label: pilot.title },
  ];
}

/** The running log: what the team has noted, and three short forms to note the next thing. */
export function LogPage(props: {
  pilot: Named;
  facts: PilotFacts;
  entries: readonly Entry[];
  formKeys: Readonly<Record<EntryKind, string>>;
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { pilot, facts, values, errors } = props;
  const sent = values && typed(values, 'kind');
  const form = (kind: EntryKind, fields: Child) => (
    <Panel title={kind === 'visit' ? t.log.visit : kind === 'value' ? t.log.value : t.log.milestone}>
      <Form
        light
        action={`${pilot.path}/log`}
        formKey={props.formKeys[kind]}
        part={kind}
        values={sent === kind ? values : undefined}
        errors={sent === kind ? errors : undefined}
      >
        <input type="hidden" name="kind" value={kind} />
        {fields}
        <FormActions submit={t.log.save[kind]} />
      </Form>
    </Panel>
  );
  return (
    <Page
      title={t.log.title(pilot.title)}
      lead={t.log.lead}
      failed={Boolean(errors?.length)}
      breadcrumb={useCrumbs(pilot)}
    >
      {facts.milestones.length > 0 &&
        form(
          'milestone',
          <>
            <Select
              name="item"
              label={t.log.which}
              options={facts.milestones.map(({ month, what }) => ({
                value: String(month),
                label: `${t.milestones.m(month)} ${what}`,
              }))}
            />
            <DateField name="on" label={t.log.on} />
            <TextField name="note" label={t.log.note} hint={t.log.noNames} optional maxlength={1000} />
          </>,
        )}
      {facts.indicators.length > 0 &&
        form(
          'value',
          <>
            <Select
              name="item"
              label={t.log.indicator}
              options={facts.indicators.map(({ name, unit }, i) => ({
                value: String(i),
                label: unit ? `${name} (${unit})` : name,
              }))}
            />
            <FieldRow>
              <TextField name="value" label={t.log.amount} inputmode="decimal" width="s" />
              <DateField name="on" label={t.log.on} />
            </FieldRow>
          </>,
        )}
      {form(
        'visit',
        <>
          <DateField name="on" label={t.log.on} />
          <TextArea name="note" label={t.log.seen} hint={t.log.noNames} max={1000} rows={4} />
        </>,
      )}
      <Panel title={t.log.entries} long>
        <Entries entries={props.entries} facts={facts} />
      </Panel>
    </Page>
  );
}

function Entries({ entries, facts }: { entries: readonly Entry[]; facts: PilotFacts }) {
  const t = useText(text);
  const { lang } = useView();
  if (entries.length === 0) return <p>{t.log.none}</p>;
  const about = ({ kind, item, value }: Entry) => {
    if (kind === 'milestone') return facts.milestones.find(({ month }) => month === item)?.what;
    const indicator = kind === 'value' ? facts.indicators[item] : undefined;
    return indicator && `${indicator.name}: ${formatNumber(value ?? 0, lang)} ${indicator.unit}`;
  };
  return (
    <RuledList
      items={entries.toReversed().map((entry) => (
        <>
          <b>
            <DateText date={entry.on} />
          </b>{' '}
          {[t.log.kinds[entry.kind], about(entry), entry.note].filter(Boolean).join(' · ')}{' '}
          <span class="muted">{entry.institution}</span>
        </>
      ))}
    />
  );
}

/** Which institutions keep the log; editors add and take them away. */
export function KeepersPage(props: {
  pilot: Named;
  team: readonly { readonly id: string; readonly name: string }[];
  institutions: readonly { readonly id: string; readonly name: string }[];
  formKey: string;
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).keepers;
  const { pilot, team } = props;
  const action = `${pilot.path}/keepers`;
  return (
    <Page title={t.title(pilot.title)} lead={t.lead} breadcrumb={useCrumbs(pilot)} width="text">
      {team.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <RuledList
          items={team.map(({ id, name }) => (
            <form method="post" action={action}>
              <input type="hidden" name="institution" value={id} />
              <input type="hidden" name="take" value="yes" />
              {name}{' '}
              <Button variant="tertiary" small>
                {t.take}
                <span class="visually-hidden"> {name}</span>
              </Button>
            </form>
          ))}
        />
      )}
      <Form light action={action} formKey={props.formKey} values={props.values} errors={props.errors}>
        <Select
          name="institution"
          label={t.institution}
          options={props.institutions
            .filter(({ id }) => !team.some((member) => member.id === id))
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormActions submit={t.add} cancelHref={pilot.path} />
      </Form>
    </Page>
  );
}
