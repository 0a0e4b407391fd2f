import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { OwnItem } from '../../schema.ts';
import { text } from '../../text.pl.ts';

export function NewSessionPage(props: {
  formKey: string;
  /** Where the way back without changes leads. */
  backTo: string;
  groups: readonly { readonly id: string; readonly name: string; readonly members: number }[];
  items: readonly (OwnItem & { readonly service: string })[];
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { lang } = useView();
  const options = [
    {
      label: t.groups,
      options: props.groups.map((g) => ({
        value: `g:${g.id}`,
        label: `${g.name}, ${t.membersCount(g.members)}`,
      })),
    },
    {
      label: t.persons,
      options: props.items.map((i) => ({
        value: `i:${i.caseId}:${i.lineageId}`,
        label: t.itemOption(
          i.personName,
          i.caseNumber,
          i.service,
          formatDate(i.startsOn, lang),
          formatDate(i.dueOn, lang),
        ),
      })),
    },
  ].filter((group) => group.options.length > 0);
  return (
    <Page
      title={t.newTitle}
      breadcrumb={[{ href: '/sessions', label: t.title }]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      {options.length === 0 ? (
        <EmptyState title={t.nobodyToPlan}>{t.nobodyToPlanMore}</EmptyState>
      ) : (
        <Form action="/sessions/new" formKey={props.formKey} values={props.values} errors={props.errors}>
          <Select name="for" label={t.forWhom} hint={t.forWhomHint} options={options} />
          <TextField name="title" label={t.sessionTitle} hint={t.sessionTitleHint} optional maxlength={200} />
          <DateField name="first_on" label={t.firstOn} />
          <FieldRow>
            <TextField name="time" label={t.startTime} width="xs" inputmode="decimal" />
            <TextField name="hours" label={t.hours} suffix={t.hoursUnit} width="s" inputmode="decimal" />
            <TextField name="times" label={t.times} hint={t.timesHint} width="xs" inputmode="numeric" />
          </FieldRow>
          <TextField name="place" label={t.place} optional maxlength={200} />
          <FormActions submit={t.submitNew} cancelHref={props.backTo} />
        </Form>
      )}
    </Page>
  );
}
