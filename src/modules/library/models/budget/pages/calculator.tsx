import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { ErrorSummary } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Shown } from '../../../schema.ts';
import { text as words } from '../../../text.pl.ts';
import type { Budget, Outcome, Sensitivity } from '../schema.ts';
import { text } from '../text.pl.ts';
import type { Typed } from '../typed/schema.ts';
import { Variants } from '../variants/pages/variants.tsx';
import type { Variant } from '../variants/schema.ts';
import { Assumptions } from './assumptions.tsx';
import { BalanceChart } from './chart.tsx';
import { KeyFigures, MonthTable, SensitivityTable } from './outcome.tsx';

/** Lines of lists are called by their column and number, as in the form. */
function useLabels(errors: readonly FieldError[]): ReadonlyMap<string, string> {
  const t = useText(text).form;
  const { nth, upTo: _, ...names } = t;
  const columns: Readonly<Record<string, string>> = { ...names, subsidy_months: t.subsidyMonths };
  return new Map(
    errors.map(({ field }) => {
      const [, list, number, column] = /^(start|fixed|staff)_(\d+)_(\w+)$/.exec(field) ?? [];
      const label = columns[column ?? field] ?? field;
      return [field, list ? nth(label, Number(number)) : label];
    }),
  );
}

/** A budget that anybody can change: what follows from it, and all it assumes. Nothing is kept; the address is the budget. */
export function CalculatorPage(props: {
  model: Shown;
  budget: Budget;
  typed: Typed;
  errors: readonly FieldError[];
  outcome: Outcome;
  sensitivity: readonly Sensitivity[];
  /** Null for readers who keep nothing here. */
  variants: readonly Variant[] | null;
  formKey: string;
  kept?: { readonly values: FormValues; readonly errors: readonly FieldError[] };
}) {
  const t = useText(text);
  const w = useText(words);
  const { model, errors, outcome } = props;
  const action = `${model.path}/budget`;
  const file = (kind: string) => `${action}/export.${kind}?${new URLSearchParams({ ...props.typed })}`;
  const labels = useLabels(errors);
  return (
    <Page
      title={t.title(model.title)}
      lead={t.lead}
      reader="public"
      failed={errors.length > 0}
      breadcrumb={[
        { href: '/knowledge', label: w.nav },
        { href: '/models', label: w.sections.models },
        { href: model.path, label: model.title },
      ]}
      actions={<ButtonLink href="#assumptions">{t.change}</ButtonLink>}
      before={<Notice quiet>{t.note}</Notice>}
    >
      <div id="outcome" data-outcome aria-live="polite" class="column">
        <ErrorSummary errors={errors} labels={labels} />
        {errors.length > 0 ? (
          <p>{t.fix}</p>
        ) : (
          <>
            <Panel title={t.key.title} tone="next">
              <KeyFigures budget={props.budget} outcome={outcome} />
            </Panel>
            <BalanceChart outcome={outcome} />
          </>
        )}
      </div>
      <Assumptions action={action} typed={props.typed} errors={errors} />
      {/* Told once by the key figures above; the tables are read when wanted. */}
      <div data-outcome class="column">
        {errors.length === 0 && (
          <>
            <SensitivityTable outcome={outcome} rows={props.sensitivity} />
            <MonthTable outcome={outcome} />
            <Panel title={t.file.title}>
              <p class="actions">
                <ButtonLink href={file('csv')} icon="download">
                  {t.file.csv}
                </ButtonLink>{' '}
                <ButtonLink href={file('xlsx')} icon="download">
                  {t.file.xlsx}
                </ButtonLink>
              </p>
              <p class="muted">{t.file.link}</p>
            </Panel>
          </>
        )}
      </div>
      {props.variants && (
        <Variants
          action={action}
          typed={new URLSearchParams({ ...props.typed }).toString()}
          formKey={props.formKey}
          variants={props.variants}
          {...props.kept}
        />
      )}
    </Page>
  );
}
