import type { FieldError } from '#kernel/errors.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { ConfirmForm } from '#ui/components/form.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { RecordView } from '../../record/schema.ts';
import { text as words } from '../../text.pl.ts';
import { text } from '../text.pl.ts';

export function useCrumbs(record: Pick<RecordView, 'id' | 'shortName'>) {
  const all = useText(words);
  return [
    { href: '/directory', label: all.nav },
    { href: `/directory/${record.id}`, label: record.shortName },
  ];
}

export function NewcomerSentPage(props: { record: RecordView }) {
  const t = useText(text);
  return (
    <Page title={t.newcomerSent} width="text" breadcrumb={useCrumbs(props.record)}>
      <p>{t.newcomerSentMore}</p>
      <p>
        <ButtonLink href={`/directory/${props.record.id}`}>{t.back}</ButtonLink>
      </p>
    </Page>
  );
}

export function LeavePage(props: { record: RecordView; formKey: string }) {
  const t = useText(text);
  const path = `/directory/${props.record.id}`;
  return (
    <Page title={t.leaveTitle} lead={props.record.name} width="text" breadcrumb={useCrumbs(props.record)}>
      <ConfirmForm
        action={`${path}/claim/leave`}
        formKey={props.formKey}
        consequences={[t.leaveEffects, t.leaveStays, t.leaveAgain]}
        submit={t.leave}
        cancelHref={`${path}/claim`}
      />
    </Page>
  );
}

export function TakePage(props: {
  record: RecordView;
  keeper: string;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const path = `/directory/${props.record.id}`;
  return (
    <Page
      title={t.takeTitle}
      lead={t.takeLead(props.keeper)}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
      breadcrumb={useCrumbs(props.record)}
    >
      <ConfirmForm
        action={`${path}/claim/take`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
        consequences={[t.leaveEffects, t.leaveAgain]}
        submit={t.takeSubmit}
        cancelHref={path}
      >
        <TextArea name="reason" label={t.takeReason} hint={t.takeHint} rows={3} max={1000} />
      </ConfirmForm>
    </Page>
  );
}
