import type { FieldError } from '#kernel/errors.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { Select } from '#ui/components/choices.tsx';
import { ConfirmForm } from '#ui/components/form.tsx';
import { Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Obligation } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { Colleague } from '../../workers/schema.ts';
import { text } from '../text.pl.ts';

export function LeavePage(props: {
  worker: Colleague;
  obligations: readonly Obligation[];
  successors: readonly Colleague[];
  today: LocalDate;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const all = useText(words);
  const { lang } = useView();
  const { obligations, successors } = props;
  const open = obligations.length > 0;
  const back = `/institution/workers/${props.worker.id}`;
  const c = t.consequences;
  return (
    <Page
      title={t.title}
      lead={t.lead(props.worker.name)}
      breadcrumb={[
        { href: '/institution', label: all.institution.title },
        { href: back, label: props.worker.name },
      ]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Panel title={open ? `${t.obligations}: ${t.count(obligations.length)}` : t.obligations}>
        {open ? (
          <RuledList
            items={obligations.map((o) => (
              <>
                {t.kinds[o.kind]}: {o.href ? <a href={o.href}>{o.title}</a> : o.title}
                {o.until && <span class="muted"> {t.until(formatDate(o.until, lang))}</span>}
              </>
            ))}
          />
        ) : (
          <p>{t.nothing}</p>
        )}
      </Panel>
      {open && successors.length === 0 && <Notice tone="warning">{t.noSuccessors}</Notice>}
      <ConfirmForm
        action={`${back}/leave`}
        formKey={props.formKey}
        errors={props.errors}
        values={props.values ?? { lastDay: formatDate(props.today, lang) }}
        consequences={open ? [c.handOver, c.access, c.account, c.history] : [c.access, c.account, c.history]}
        submit={t.submit}
        cancelHref={back}
      >
        <DateField name="lastDay" label={t.lastDay} hint={t.lastDayHint} />
        {open && (
          <Select
            name="successor"
            label={t.successor}
            hint={t.successorHint}
            width="l"
            options={successors.map((s) => ({ value: s.id, label: s.name }))}
          />
        )}
      </ConfirmForm>
    </Page>
  );
}
