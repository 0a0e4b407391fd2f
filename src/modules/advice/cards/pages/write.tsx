import type { FieldError } from '#kernel/errors.ts';
import { Checkbox, type OptionGroup, Radios, Select, Suggest } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { Details, Notice } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { CARD_CHANNELS, type Card, type Choice, CLIENT_KINDS, type DeskChoice } from '../schema.ts';
import { text } from '../text.pl.ts';
import { useCardCrumbs } from './list.tsx';

export interface Sent {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly now?: Readonly<Record<string, unknown>>;
}

/** Who is advised, when the desk does not know them yet. */
export function ClientFields() {
  const t = useText(text);
  const f = t.form;
  return (
    <>
      <Radios
        name="client_kind"
        label={f.kind}
        inline
        optional
        options={CLIENT_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <TextField name="client_name" label={f.name} optional maxlength={200} />
      <FieldRow>
        <TextField name="client_email" label={f.email} hint={f.emailHint} optional type="email" />
        <TextField name="client_phone" label={f.phone} optional type="tel" />
      </FieldRow>
      <FieldRow>
        <TextField name="client_entity" label={f.entity} hint={f.entityHint} optional />
        <TextField name="client_nip" label={f.nip} optional inputmode="numeric" width="m" />
      </FieldRow>
      <Checkbox name="client_undertaking" label={f.undertaking} />
    </>
  );
}

export function WriteCardPage(
  props: Sent & {
    card: Card | null;
    formKey: string;
    desks: readonly DeskChoice[];
    clients: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
    types: readonly Choice[];
    topics: readonly OptionGroup[];
  },
) {
  const t = useText(text);
  const f = t.form;
  const { card, values } = props;
  const kinds: Readonly<Record<string, string>> = t.kinds;
  const choices = (from: readonly Choice[]) => from.map(({ code, name }) => ({ value: code, label: name }));
  const question = typeof values?.question === 'string' ? values.question : '';
  const path = card ? `/advice/cards/${card.id}/change` : '/advice/cards/new';
  const back = card ? `/advice/cards/${card.id}` : '/advice/cards';
  return (
    <Page
      title={card ? f.change(card.number) : f.new}
      width="text"
      failed={Boolean(props.errors?.length)}
      breadcrumb={useCardCrumbs()}
      before={!card && question !== '' && <Notice quiet>{f.fromQuestion}</Notice>}
    >
      <Form
        action={path}
        formKey={props.formKey}
        version={card?.rowVersion}
        values={values}
        errors={props.errors}
        now={props.now}
      >
        {question !== '' && <input type="hidden" name="question" value={question} />}
        <Fieldset legend={f.who} block>
          {!card && props.desks.length > 1 && (
            <Select
              name="desk"
              label={f.desk}
              options={props.desks.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Suggest
            name="client"
            label={card ? t.card.client : f.client}
            hint={card ? undefined : f.clientHint}
            optional={!card}
            options={props.clients.map(({ id, name, kind }) => ({
              value: id,
              label: `${name} (${kinds[kind] ?? kind})`,
            }))}
          />
          {!card && (
            <Details
              summary={f.newClient}
              open={props.clients.length === 0 || question !== '' || Boolean(props.errors)}
            >
              <ClientFields />
            </Details>
          )}
        </Fieldset>
        <Fieldset legend={f.what} block>
          <FieldRow>
            <Select name="type" label={f.type} options={choices(props.types)} />
            <Select name="topic" label={f.topic} optional options={props.topics} />
          </FieldRow>
          <FieldRow>
            <DateField name="on" label={f.on} />
            <TextField name="from" label={f.from} hint={f.timeHint} optional width="xs" />
            <TextField name="to" label={f.to} optional width="xs" />
            <TextField name="hours" label={f.hours} hint={f.hoursHint} inputmode="decimal" width="xs" />
          </FieldRow>
          <Select
            name="channel"
            label={f.channel}
            options={CARD_CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
          />
          <TextArea name="problem" label={f.problem} optional rows={4} max={8000} />
          <TextArea name="advice" label={f.advice} rows={8} max={20000} />
          <TextArea name="next_steps" label={f.nextSteps} optional rows={3} max={4000} />
        </Fieldset>
        <FormActions submit={f.save} cancelHref={back} />
      </Form>
    </Page>
  );
}
