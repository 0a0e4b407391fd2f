import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Radios, Suggest } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import { LOCK_REASONS } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface LockLine {
  readonly id: string;
  readonly worker_name: string | null;
  readonly reason: string;
  readonly valid_from: Date;
  readonly valid_to: Date | null;
}

/** The head locks a worker of the institution out of the case, and lets them in again. */
export function LocksPage(props: {
  head: CaseHead;
  formKey: string;
  locks: readonly LockLine[];
  workers: readonly { id: string; name: string | null }[];
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/access`;
  const reasons: Readonly<Record<string, string>> = t.locks.reasons;
  const errors = props.errors?.map((e) =>
    e.message === 'lock.coordinator' ? { ...e, message: t.locks.coordinator } : e,
  );
  return (
    <CaseFrame head={props.head} current="basis" title={t.locks.title} quiet failed={!!errors?.length}>
      <p class="lead">{t.locks.hint}</p>
      <Panel title={t.locks.title}>
        {props.locks.length === 0 ? (
          <p>{t.locks.none}</p>
        ) : (
          <DataTable
            caption={t.locks.title}
            captionHidden
            rows={props.locks}
            columns={[
              { key: 'worker', label: t.locks.worker, heading: true, cell: (l) => l.worker_name },
              { key: 'reason', label: t.locks.reason, cell: (l) => reasons[l.reason] },
              { key: 'since', label: t.locks.since, cell: (l) => <DateText date={l.valid_from} /> },
              {
                key: 'lift',
                label: t.locks.lift,
                quiet: true,
                cell: (l) =>
                  l.valid_to ? (
                    <DateText date={l.valid_to} />
                  ) : (
                    <Form light action={`${base}/locks/${l.id}/lift`}>
                      <Button small>{t.locks.lift}</Button>
                    </Form>
                  ),
              },
            ]}
          />
        )}
      </Panel>
      <Form action={`${base}/locks`} formKey={props.formKey} values={props.values} errors={errors}>
        <Suggest
          name="worker"
          label={t.locks.worker}
          options={props.workers.map((w) => ({ value: w.id, label: w.name ?? '' }))}
        />
        <Radios
          name="reason"
          label={t.locks.reason}
          options={LOCK_REASONS.map((r) => ({ value: r, label: t.locks.reasons[r] }))}
        />
        <FormActions submit={t.locks.submit} cancelHref={base} />
      </Form>
    </CaseFrame>
  );
}
