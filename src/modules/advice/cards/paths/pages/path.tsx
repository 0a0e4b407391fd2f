import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions, HiddenFields } from '#ui/components/form.tsx';
import { DateText, formatNumber } from '#ui/components/format.tsx';
import { Details, EmptyState, Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Pool } from '../schema.ts';
import { back, type Parts } from './parts.tsx';

function Pools({ pools }: { pools: readonly Pool[] }) {
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

/** The support path: hours there are, goals, and what was written down. */
export function PathPart({ view, base, newKey, sent }: Parts) {
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
