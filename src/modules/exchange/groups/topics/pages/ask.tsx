import type { FieldError } from '#kernel/errors.ts';
import { Checkbox } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { type Group, groupPath } from '../../schema.ts';
import { text } from '../../text.pl.ts';

/** A question to the group, or a poll. */
export function AskPage(props: {
  group: Group;
  kind: 'question' | 'poll';
  accept: string;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { group, kind } = props;
  const errors = props.errors ?? [];
  const title = kind === 'poll' ? t.pollTitle : t.askTitle;
  const action = `${groupPath(group.id)}/${kind === 'poll' ? 'poll' : 'ask'}`;
  return (
    <Page
      title={title}
      width="text"
      failed={errors.length > 0}
      breadcrumb={[
        { href: '/groups', label: t.title },
        { href: groupPath(group.id), label: group.name },
        { href: action, label: title },
      ]}
    >
      <Form
        action={action}
        formKey={props.formKey}
        values={props.values}
        errors={errors}
        upload={kind === 'question'}
      >
        <TextField name="title" label={t.question} maxlength={120} />
        <TextArea name="body" label={t.details} hint={t.detailsHint} rows={8} max={5000} />
        {kind === 'poll' && <TextArea name="options" label={t.options} hint={t.optionsHint} rows={5} />}
        {kind === 'poll' && <TextField name="until" label={t.until} hint={t.untilHint} width="s" optional />}
        {kind === 'question' && (
          <FileField name="file" label={t.file} hint={t.fileHint} accept={props.accept} optional />
        )}
        {errors.some(({ field }) => field === 'personal') && (
          <Checkbox name="personal" label={t.personalLabel} />
        )}
        <FormActions submit={t.askSubmit} cancelHref={groupPath(group.id)} />
      </Form>
    </Page>
  );
}
