import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox, Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions, HiddenFields } from '#ui/components/form.tsx';
import { DateText, formatNumber } from '#ui/components/format.tsx';
import { Details, EmptyState, Notice, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CardTable, Hours, useCardCrumbs } from '../../pages/list.tsx';
import type { CardLine, Choice, Client } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { ClientAdviser, Goal, Path, Pool } from '../schema.ts';

export interface ClientView {
  readonly client: Client;
  readonly path: Path | null;
  readonly goals: readonly Goal[];
  readonly pools: readonly Pool[];
  readonly advisers: readonly ClientAdviser[];
  readonly desk: readonly { readonly workerId: string; readonly name: string }[];
  readonly cards: readonly CardLine[];
  readonly types: readonly Choice[];
}
export interface SentPart {
  readonly part: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}
interface Parts {
  readonly view: ClientView;
  readonly base: string;
  readonly newKey: () => string;
  readonly sent: SentPart | undefined;
}

/** The errors and values of one of the page's forms, when it was that one that came back. */
const back = (sent: SentPart | undefined, part: string) =>
  sent?.part === part ? { values: sent.values, errors: sent.errors } : {};

export function Pools({ pools }: { pools: readonly Pool[] }) {
  const t = useText(text).path;
  const { lang } = useView();
  const hours = (n: number) => formatNumber(n, lang, { max: 1 });
  return (
    <DataTable<Pool>
      caption={t.pools}
      captionHidden
      rows={pools}
      columns={[
        { key: 'type', label: t.type, heading: true, cell: ({ type }) => type },
        { key: 'planned', label: t.planned, number: true, cell: ({ planned }) => hours(planned) },
        { key: 'used', label: t.used, number: true, cell: ({ used }) => hours(used) },
        {
          key: 'left',
          label: t.left,
          number: true,
          cell: ({ planned, used }) => <b>{hours(planned - used)}</b>,
        },
        { key: 'source', label: t.source, cell: ({ source }) => source },
      ]}
    />
  );
}

function PathPart({ view, base, newKey, sent }: Parts) {
  const t = useText(text).path;
  const { path, goals, pools, types } = view;
  if (!path)
    return (
      <EmptyState
        title={t.none}
        action={
          <form method="post" action={`${base}/path/open`}>
            <HiddenFields formKey={newKey()} />
            <Button>{t.open}</Button>
          </form>
        }
      >
        {t.noneMore}
      </EmptyState>
    );
  const open = path.closedOn === null;
  return (
    <>
      {!open && <Notice quiet>{t.closed(path.outcome)}</Notice>}
      <Panel title={t.pools} long>
        {pools.length === 0 ? <p class="muted">{t.noPools}</p> : <Pools pools={pools} />}
        {open && (
          <Details summary={t.plan} open={sent?.part === 'pools'}>
            <Form light part="pools" action={`${base}/pools`} formKey={newKey()} {...back(sent, 'pools')}>
              <FieldRow>
                <Select
                  name="type"
                  label={t.type}
                  options={types.map(({ code, name }) => ({ value: code, label: name }))}
                />
                <TextField name="planned" label={t.planned} width="xs" inputmode="decimal" />
              </FieldRow>
              <TextField name="source" label={t.source} hint={t.sourceHint} optional maxlength={200} />
              <FormActions submit={t.plan} />
            </Form>
          </Details>
        )}
      </Panel>
      <Panel title={t.goals}>
        {goals.length === 0 ? (
          <p class="muted">{t.noGoals}</p>
        ) : (
          <RuledList
            items={goals.map((goal) => (
              <>
                {goal.goal}{' '}
                {goal.reachedOn ? (
                  <span class="muted">
                    {t.reached} <DateText date={goal.reachedOn} />
                  </span>
                ) : (
                  <>
                    {goal.dueOn && (
                      <span class="muted">
                        {t.until} <DateText date={goal.dueOn} />
                      </span>
                    )}
                    {open && (
                      <form method="post" action={`${base}/goals/${goal.id}`} class="no-print">
                        <Button small>{t.reach}</Button>
                      </form>
                    )}
                  </>
                )}
              </>
            ))}
          />
        )}
        {open && (
          <Details summary={t.addGoal} open={sent?.part === 'goals'}>
            <Form light part="goals" action={`${base}/goals`} formKey={newKey()} {...back(sent, 'goals')}>
              <TextField name="goal" label={t.goal} maxlength={500} />
              <DateField name="due" label={t.until} optional />
              <FormActions submit={t.addGoal} />
            </Form>
          </Details>
        )}
      </Panel>
      {open ? (
        <Panel title={t.written}>
          <Form
            action={`${base}/path`}
            part="path"
            formKey={newKey()}
            version={path.rowVersion}
            values={
              sent?.part === 'path' ? sent.values : { diagnosis: path.diagnosis, next_steps: path.nextSteps }
            }
            errors={sent?.part === 'path' ? sent.errors : undefined}
          >
            <TextArea name="diagnosis" label={t.diagnosis} optional rows={5} max={8000} />
            <TextArea name="next_steps" label={t.nextSteps} optional rows={3} max={4000} />
            <FormActions submit={t.save} />
          </Form>
        </Panel>
      ) : (
        <Panel title={t.diagnosis} long>
          <p class="pre-line">{path.diagnosis}</p>
        </Panel>
      )}
    </>
  );
}

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
