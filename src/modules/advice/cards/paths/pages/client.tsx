import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox, Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { Details, Notice, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { useCardCrumbs } from '../../pages/list.tsx';
import { CardTable, Hours } from '../../pages/table.tsx';
import { text } from '../../text.pl.ts';
import { back, type ClientView, type Parts, type SentPart } from './parts.tsx';
import { PathPart } from './path.tsx';

function People({ view, base, newKey, sent }: Parts) {
  const t = useText(text).path;
  const { advisers, desk } = view;
  return (
    <Panel title={t.advisers}>
      <RuledList
        items={advisers.map(({ name, isKey }) => (
          <>
            {name} {isKey && <b>({t.keyAdviser})</b>}
          </>
        ))}
      />
      <Details summary={t.addAdviser} open={sent?.part === 'advisers'}>
        <Form
          light
          part="advisers"
          action={`${base}/advisers`}
          formKey={newKey()}
          {...back(sent, 'advisers')}
        >
          <Select
            name="worker"
            label={t.adviser}
            options={desk.map(({ workerId, name }) => ({ value: workerId, label: name }))}
          />
          <Checkbox name="key" label={t.makeKey} />
          <FormActions submit={t.addAdviser} />
        </Form>
      </Details>
    </Panel>
  );
}

function Contact({ view, base, newKey, sent }: Parts) {
  const all = useText(text);
  const t = all.form;
  const { client } = view;
  const values = { ...client, undertaking: client.undertaking ? 'yes' : '' };
  return (
    <Details summary={all.path.changeClient} open={sent?.part === 'client'}>
      <Form light part="client" action={base} formKey={newKey()} values={values} {...back(sent, 'client')}>
        <TextField name="name" label={t.name} maxlength={200} />
        <FieldRow>
          <TextField name="email" label={t.email} hint={t.emailHint} optional type="email" />
          <TextField name="phone" label={t.phone} optional type="tel" />
        </FieldRow>
        {client.kind === 'entity' && (
          <>
            <TextField name="nip" label={t.nip} optional width="m" />
            <Checkbox name="undertaking" label={t.undertaking} />
          </>
        )}
        <FormActions submit={all.path.save} />
      </Form>
    </Details>
  );
}

/** Whom the desk advises: the support path, the hours, and every card. */
export function ClientPage(props: {
  view: ClientView;
  writes: boolean;
  newKey: () => string;
  sent?: SentPart;
}) {
  const all = useText(text);
  const t = all.path;
  const { view, writes } = props;
  const { client, path, cards } = view;
  const base = `/advice/clients/${client.id}`;
  const parts = { view, base, newKey: props.newKey, sent: props.sent };
  const hours = cards.reduce((sum, card) => sum + card.hours, 0);
  return (
    <Page
      title={client.name}
      breadcrumb={useCardCrumbs()}
      failed={Boolean(props.sent)}
      meta={[all.kinds[client.kind], path && t.since]}
      actions={
        writes &&
        !client.erased && (
          <ButtonLink href={`/advice/cards/new?client=${client.id}`} variant="primary">
            {all.add}
          </ButtonLink>
        )
      }
      before={client.erased && <Notice quiet>{all.card.erased}</Notice>}
      aside={
        writes && !client.erased ? (
          <>
            <People {...parts} />
            <Panel>
              <SummaryList
                items={[
                  { term: all.form.email, value: client.email || '–' },
                  { term: all.form.phone, value: client.phone || '–' },
                  ...(client.kind === 'entity' ? [{ term: all.form.nip, value: client.nip || '–' }] : []),
                  ...(client.entityId
                    ? [
                        {
                          term: all.form.entity,
                          value: <a href={`/directory/${client.entityId}`}>{client.name}</a>,
                        },
                      ]
                    : []),
                ]}
              />
              <Contact {...parts} />
            </Panel>
          </>
        ) : undefined
      }
    >
      {writes && !client.erased && <PathPart {...parts} />}
      <Panel title={t.timeline} long>
        <p>
          <Hours hours={hours} />
        </p>
        {cards.length === 0 ? (
          <p class="muted">{t.noCards}</p>
        ) : (
          <CardTable lines={cards} caption={t.timeline} withClient={false} />
        )}
      </Panel>
      {writes && path && path.closedOn === null && (
        <Details summary={t.close} open={props.sent?.part === 'close'}>
          <Form
            light
            part="close"
            action={`${base}/path/close`}
            formKey={props.newKey()}
            {...back(props.sent, 'close')}
          >
            <TextArea name="outcome" label={t.outcome} rows={3} max={2000} />
            <FormActions submit={t.close} />
          </Form>
        </Details>
      )}
    </Page>
  );
}
