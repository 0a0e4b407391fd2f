import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { Money } from '#ui/components/format.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import { type BudgetSource, type Cost, type Plan, SHARES, type Task } from '../schema.ts';
import { text } from '../text.pl.ts';
import { PlanFrame, type Sent } from './common.tsx';

interface Shown {
  partnership: Partnership;
  plan: Plan;
  costs: readonly Cost[];
  tasks: readonly Task[];
  sources: readonly BudgetSource[];
  budget: { readonly bySource: ReadonlyMap<string, number>; readonly total: number; readonly open: number };
  writes: boolean;
}

function Costs(props: Shown & { base: string }) {
  const all = useText(text);
  const t = all.budget;
  const name = (code: string) => props.sources.find((s) => s.code === code)?.name ?? code;
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={props.costs}
      columns={[
        {
          key: 'cost',
          label: t.cost,
          heading: true,
          cell: (c) => (props.writes ? <a href={`${props.base}/costs/${c.id}`}>{c.title}</a> : c.title),
        },
        {
          key: 'task',
          label: t.task,
          cell: (c) => props.tasks.find((task) => task.id === c.taskId)?.title ?? t.taskNone,
        },
        { key: 'document', label: t.document, cell: (c) => c.document || '–' },
        { key: 'amount', label: t.amount, number: true, cell: (c) => <Money grosze={c.amount} /> },
        {
          key: 'shares',
          label: t.shares,
          cell: (c) => (
            <ul class="plain">
              {c.shares.map((s) => (
                <li>
                  {name(s.source)}, {s.institution}: <Money grosze={s.amount} />
                </li>
              ))}
              {c.amount > c.financed && (
                <li>
                  {t.open}: <Money grosze={c.amount - c.financed} />
                </li>
              )}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** What the plan costs and who pays. */
export function BudgetPage(props: Shown) {
  const t = useText(text).budget;
  const base = `/partnerships/${props.partnership.id}/plan/${props.plan.id}`;
  const used = props.sources.filter((s) => props.budget.bySource.has(s.code));
  const add = props.writes ? (
    <ButtonLink icon="add" variant="primary" href={`${base}/costs/new`}>
      {t.add}
    </ButtonLink>
  ) : undefined;
  return (
    <PlanFrame partnership={props.partnership} plan={props.plan} title={t.title} lead={t.sharesHint}>
      {props.costs.length === 0 ? (
        <EmptyState title={t.none} action={add} />
      ) : (
        <>
          <Panel title={t.bySource}>
            <DataTable
              caption={t.bySource}
              captionHidden
              rows={[
                ...used.map((s) => ({
                  name: s.name,
                  basis: s.source,
                  sum: props.budget.bySource.get(s.code) ?? 0,
                })),
                ...(props.budget.open > 0 ? [{ name: t.open, basis: '', sum: props.budget.open }] : []),
                { name: t.total, basis: '', sum: props.budget.total },
              ]}
              columns={[
                { key: 'source', label: t.source, heading: true, cell: (s) => s.name },
                { key: 'sum', label: t.amount, number: true, cell: (s) => <Money grosze={s.sum} /> },
                { key: 'basis', label: t.basis, cell: (s) => s.basis || '–' },
              ]}
            />
          </Panel>
          <Panel title={t.title} long action={add}>
            <Costs {...props} base={base} />
          </Panel>
          <div class="form-actions no-print">
            <ButtonLink icon="download" href={`${base}/budget.csv`}>
              {t.download}
            </ButtonLink>
          </div>
        </>
      )}
    </PlanFrame>
  );
}

/** A cost with up to four sources that share it. */
export function CostForm(
  props: Sent & {
    partnership: Partnership;
    plan: Plan;
    cost: Cost | null;
    tasks: readonly Task[];
    sources: readonly BudgetSource[];
    payers: readonly { readonly id: string; readonly name: string }[];
  },
) {
  const all = useText(text);
  const t = all.budget;
  const { cost } = props;
  const base = `/partnerships/${props.partnership.id}/plan/${props.plan.id}`;
  const zloty = (grosze: number) => (grosze / 100).toFixed(2).replace('.', ',');
  const start: Record<string, unknown> = cost
    ? {
        title: cost.title,
        task: cost.taskId ?? '',
        document: cost.document,
        amount: zloty(cost.amount),
        ...Object.fromEntries(
          cost.shares.flatMap((s, n) => [
            [`source${n}`, s.source],
            [`payer${n}`, s.institutionId],
            [`part${n}`, zloty(s.amount)],
          ]),
        ),
      }
    : {};
  return (
    <PlanFrame
      partnership={props.partnership}
      plan={props.plan}
      title={cost ? t.edit : t.add}
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${base}/costs/${cost?.id ?? 'new'}`}
        formKey={props.formKey}
        version={cost?.rowVersion}
        values={props.values ?? start}
        errors={props.errors}
      >
        <TextField name="title" label={t.cost} hint={t.costHint} maxlength={300} />
        <Select
          name="task"
          label={t.task}
          empty={t.taskNone}
          options={props.tasks.map((task) => ({ value: task.id, label: task.title }))}
        />
        <TextField name="amount" label={t.amount} inputmode="decimal" width="s" suffix="zł" />
        <TextField
          name="document"
          label={t.document}
          hint={t.documentHint}
          width="m"
          optional
          maxlength={120}
        />
        <Fieldset legend={t.shares} hint={t.sharesHint} block>
          {SHARES.map((n) => (
            <Fieldset legend={t.line(n + 1)}>
              <FieldRow>
                <Select
                  name={`source${n}`}
                  label={t.source}
                  optional={n > 0}
                  options={props.sources.map((s) => ({ value: s.code, label: s.name }))}
                />
                <Select
                  name={`payer${n}`}
                  label={t.payer}
                  optional={n > 0}
                  options={props.payers.map((p) => ({ value: p.id, label: p.name }))}
                />
                <TextField
                  name={`part${n}`}
                  label={t.part}
                  inputmode="decimal"
                  width="s"
                  suffix="zł"
                  optional={n > 0}
                />
              </FieldRow>
            </Fieldset>
          ))}
        </Fieldset>
        <FormActions submit={all.form.save} cancelHref={`${base}/budget`} />
      </Form>
      {cost && (
        <p class="no-print">
          <a href={`${base}/costs/${cost.id}/remove`}>{all.form.remove}</a>
        </p>
      )}
    </PlanFrame>
  );
}
