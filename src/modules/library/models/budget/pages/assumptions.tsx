import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { FieldRow, Fieldset } from '#ui/components/form.tsx';
import { FormScope } from '#ui/components/form-scope.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { LIMITS } from '../schema.ts';
import { text } from '../text.pl.ts';
import { fieldOf, linesOffered, type Typed } from '../typed/schema.ts';

/** The first line names the columns, the others are told apart by their number. */
function useNth() {
  const { nth } = useText(text).form;
  return (label: string, index: number) => (index === 0 ? label : nth(label, index + 1));
}

function Lines({ typed, list }: { typed: Typed; list: 'start' | 'fixed' }) {
  const t = useText(text).form;
  const nth = useNth();
  return (
    <div class="lines">
      {Array.from({ length: linesOffered(typed, list) }, (_, i) => (
        <div>
          <TextField name={fieldOf(list, i + 1, 'name')} label={nth(t.name, i)} maxlength={120} />
          <TextField
            name={fieldOf(list, i + 1, 'amount')}
            label={nth(t.amount, i)}
            inputmode="decimal"
            suffix="zł"
          />
        </div>
      ))}
    </div>
  );
}

function Staff({ typed }: { typed: Typed }) {
  const t = useText(text).form;
  const nth = useNth();
  return (
    <div class="lines">
      {Array.from({ length: linesOffered(typed, 'staff') }, (_, i) => {
        const field = (column: string) => fieldOf('staff', i + 1, column);
        return (
          <div class="many">
            <TextField name={field('name')} label={nth(t.name, i)} maxlength={120} />
            <TextField name={field('fte')} label={nth(t.fte, i)} inputmode="decimal" />
            <TextField name={field('monthly')} label={nth(t.monthly, i)} inputmode="decimal" suffix="zł" />
            <TextField name={field('subsidy')} label={nth(t.subsidy, i)} inputmode="decimal" suffix="zł" />
            <TextField name={field('subsidy_months')} label={nth(t.subsidyMonths, i)} inputmode="numeric" />
          </div>
        );
      })}
    </div>
  );
}

/** Everything the budget assumes, as one GET form: its address is the budget. Where scripts run the outcome follows typing. */
export function Assumptions(props: { action: string; typed: Typed; errors: readonly FieldError[] }) {
  const t = useText(text).form;
  const { typed, errors } = props;
  const money = { inputmode: 'decimal', suffix: 'zł', width: 's' } as const;
  const whole = { inputmode: 'numeric', width: 's' } as const;
  return (
    <form
      class="form"
      method="get"
      action={props.action}
      id="assumptions"
      aria-labelledby="assumptions-title"
      data-live="[data-outcome]"
    >
      <h2 id="assumptions-title">{t.title}</h2>
      <FormScope values={typed} errors={errors}>
        <Fieldset legend={t.sales}>
          <TextField name="unit" label={t.unit} width="m" maxlength={120} />
          <FieldRow>
            <TextField name="price" label={t.price} {...money} />
            <TextField name="variable" label={t.variable} hint={t.variableHint} {...money} />
          </FieldRow>
          <FieldRow>
            <TextField name="first" label={t.first} {...whole} />
            <TextField name="full" label={t.full} {...whole} />
            <TextField name="ramp" label={t.ramp} {...whole} />
          </FieldRow>
          <FieldRow>
            <TextField
              name="delay"
              label={t.delay}
              hint={t.upTo(0, LIMITS.delay)}
              suffix={t.days}
              {...whole}
            />
            <TextField name="months" label={t.months} hint={t.upTo(1, LIMITS.months)} {...whole} />
          </FieldRow>
        </Fieldset>
        <Fieldset legend={t.staff} hint={t.staffHint}>
          <Staff typed={typed} />
        </Fieldset>
        <Fieldset legend={t.fixed}>
          <Lines typed={typed} list="fixed" />
        </Fieldset>
        <Fieldset legend={t.start} hint={t.startHint}>
          <Lines typed={typed} list="start" />
        </Fieldset>
        <Fieldset legend={t.money}>
          <FieldRow>
            <TextField name="grant" label={t.grant} {...money} />
            <TextField name="own" label={t.own} {...money} />
          </FieldRow>
        </Fieldset>
      </FormScope>
      <div class="form-actions">
        <Button variant="primary">{t.submit}</Button>
        <a href={props.action}>{t.reset}</a>
      </div>
    </form>
  );
}
