import type { FieldError } from '#kernel/errors.ts';
import { Checkbox, Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CommentItem } from '../../pages/comment.tsx';
import { commentPath, REASONS } from '../../schema.ts';
import { text as common } from '../../text.pl.ts';
import { EXPLANATION_MAX, type Reported } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Anybody says what is wrong with a comment. */
export function ReportPage(props: {
  reported: Reported;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const c = useText(common);
  const { actor } = useView();
  const { subject, comment } = props.reported;
  const path = commentPath(comment.id);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: subject.path, label: subject.title },
        { href: `${path}/report`, label: t.title },
      ]}
    >
      <div class="comments">
        <CommentItem comment={comment} level={2} />
      </div>
      <Form action={`${path}/report`} values={props.values} errors={props.errors}>
        <Radios
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          options={REASONS.map((value) => ({ value, label: c.reasons[value] }))}
        />
        <TextArea
          name="explanation"
          label={t.explanation}
          hint={t.explanationHint}
          rows={5}
          max={EXPLANATION_MAX}
        />
        {actor === null && (
          <TextField
            name="email"
            type="email"
            label={t.email}
            hint={t.emailHint}
            autocomplete="email"
            maxlength={254}
            width="m"
            optional
          />
        )}
        <Checkbox name="faith" label={t.faith} />
        <GuestFields />
        <FormActions submit={t.submit} cancelHref={path} />
      </Form>
    </Page>
  );
}

export function ReportSentPage() {
  const t = useText(text);
  return (
    <Page title={t.sentTitle} width="text" unprinted>
      <p>{t.sent}</p>
    </Page>
  );
}
