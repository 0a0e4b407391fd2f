import type { FieldError } from '#kernel/errors.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { SummaryList } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { CommentItem } from '../../pages/comment.tsx';
import { commentPath, discussionPath } from '../../schema.ts';
import type { Wish } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Asks for the address of whoever has no account, and says what will happen. */
export function WishPage(props: {
  wish: Wish;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { subject, comment, kind, known } = props.wish;
  const words = t[kind];
  const action = comment ? `${commentPath(comment.id)}/useful` : `${discussionPath(subject)}/follow`;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: subject.path, label: subject.title },
        { href: action, label: words.title },
      ]}
    >
      {comment ? (
        <div class="comments">
          <CommentItem comment={comment} level={2} />
        </div>
      ) : (
        <SummaryList items={[{ term: t.page, value: <a href={subject.path}>{subject.title}</a> }]} />
      )}
      <Form action={action} values={props.values} errors={props.errors} light>
        {!known && (
          <TextField
            name="email"
            type="email"
            label={t.email}
            hint={t.emailHint}
            autocomplete="email"
            maxlength={254}
            width="m"
          />
        )}
        <GuestFields />
        <FormActions submit={words.submit} cancelHref={subject.path} />
      </Form>
    </Page>
  );
}
