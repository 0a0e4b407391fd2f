import type { FieldError } from '#kernel/errors.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { ConfirmForm } from '#ui/components/form.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Member, OwnPartnership } from '../../referral/api.ts';
import type { Term } from '../../schema.ts';
import type { ListImport } from '../schema.ts';
import { text } from '../text.pl.ts';

/** The last page before cases are made: how many, for whom, until when. */
export function ConfirmPage(props: {
  list: ListImport;
  good: number;
  bad: number;
  dueOn: LocalDate;
  partnership: OwnPartnership;
  partnerships: readonly OwnPartnership[];
  recipients: readonly Member[];
  forms: readonly Term[];
  values: Readonly<Record<string, unknown>>;
  crumbs: readonly { href: string; label: string }[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { lang } = useView();
  const base = `/referrals/import/${props.list.id}`;
  return (
    <Page
      title={t.confirm.title}
      lead={t.result.file(props.list.fileName)}
      breadcrumb={props.crumbs}
      width="text"
      failed={Boolean(props.errors?.length)}
    >
      <ConfirmForm
        action={`${base}/confirm`}
        formKey={props.formKey}
        submit={t.confirm.submit}
        cancelHref={base}
        danger={false}
        values={props.values}
        errors={props.errors}
        consequences={[
          t.confirm.what(props.good),
          t.confirm.together,
          ...(props.bad > 0 ? [t.confirm.bad(props.bad)] : []),
          t.confirm.due(formatDate(props.dueOn, lang)),
        ]}
      >
        {props.partnerships.length > 1 ? (
          <p>
            {t.confirm.partnership}: {props.partnership.name}
          </p>
        ) : null}
        <input type="hidden" name="partnership" value={props.partnership.id} />
        <Select
          name="recipient"
          label={t.confirm.recipient}
          hint={t.confirm.hidden}
          options={props.recipients.map(({ id, name, type }) => ({ value: id, label: `${name} (${type})` }))}
        />
        <Radios
          name="informed_form"
          label={t.confirm.informed}
          hint={t.confirm.informedHint}
          options={props.forms.map(({ code, label }) => ({ value: code, label }))}
        />
      </ConfirmForm>
    </Page>
  );
}
