import type { FieldError } from '#kernel/errors.ts';
import { Checkbox } from '#ui/components/choices.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CommentItem } from '../../pages/comment.tsx';
import { commentPath, discussionPath } from '../../schema.ts';
import { BODY_MAX, SIGNATURE_MAX, type Thread, TITLE_MAX, type Writing } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Sent {
  readonly formKey?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

/** Title and text; and the question about personal data, where some were found. */
function WordsFields(props: { errors: readonly FieldError[]; thread: boolean }) {
  const t = useText(text);
  return (
    <>
      <TextField name="title" label={t.title} maxlength={TITLE_MAX} optional />
      <TextArea
        name="body"
        label={t.body}
        hint={props.thread ? t.bodyHint : undefined}
        rows={8}
        max={BODY_MAX}
      />
      {props.errors.some(({ field }) => field === 'personal') && (
        <Checkbox name="personal" label={t.personalLabel} />
      )}
    </>
  );
}

/** A new comment or an answer: title, text, signature. */
export function NewCommentPage(props: Sent & { writing: Writing }) {
  const t = useText(text);
  const { actor } = useView();
  const { subject, to, known } = props.writing;
  const errors = props.errors ?? [];
  const title = to ? t.replyTitle : t.newTitle;
  const isWorker = actor !== null && !actor.participant;
  return (
    <Page
      title={title}
      lead={t.about(subject.title)}
      width="text"
      failed={errors.length > 0}
      breadcrumb={[
        { href: subject.path, label: subject.title },
        { href: `${discussionPath(subject)}/new`, label: title },
      ]}
    >
      {to && (
        <section aria-label={t.replyTo} class="comments">
          <CommentItem comment={to} level={2} />
        </section>
      )}
      <Form
        action={`${discussionPath(subject)}/new`}
        formKey={props.formKey}
        values={props.values}
        errors={errors}
        upload={subject.kind === 'topic'}
      >
        {to && <input type="hidden" name="to" value={to.id} />}
        <WordsFields errors={errors} thread={to !== null} />
        {isWorker ? (
          <p>{t.signedAs}</p>
        ) : (
          <TextField
            name="signature"
            label={t.signature}
            hint={t.signatureHint}
            maxlength={SIGNATURE_MAX}
            autocomplete="nickname"
            width="m"
          />
        )}
        {actor === null && !known && (
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
        {subject.kind === 'topic' && <FileField name="file" label={t.file} hint={t.fileHint} optional />}
        <GuestFields />
        <p class="muted">
          {t.rulesLead} <a href="/comments/rules">{t.rules}</a>. {subject.policy === 'before' ? t.before : ''}
        </p>
        <FormActions submit={t.submit} cancelHref={subject.path} />
      </Form>
    </Page>
  );
}

const crumbs = ({ subject, comment }: Thread, title: string) => [
  { href: subject.path, label: subject.title },
  { href: commentPath(comment.id), label: title },
];

export function EditPage(props: Sent & { thread: Thread; now?: Readonly<Record<string, unknown>> }) {
  const t = useText(text);
  const { comment } = props.thread;
  const errors = props.errors ?? [];
  return (
    <Page
      title={t.editTitle}
      lead={t.editLead}
      width="text"
      failed={errors.length > 0}
      breadcrumb={crumbs(props.thread, t.yours)}
    >
      <Form
        action={`${commentPath(comment.id)}/edit`}
        version={comment.rowVersion}
        values={props.values ?? { title: comment.words?.title, body: comment.words?.body }}
        errors={errors}
        now={props.now}
      >
        <WordsFields errors={errors} thread />
        <FormActions submit={t.save} cancelHref={commentPath(comment.id)} />
      </Form>
    </Page>
  );
}

export function WithdrawPage(props: { thread: Thread }) {
  const t = useText(text);
  const { comment } = props.thread;
  return (
    <Page title={t.withdrawTitle} width="text" breadcrumb={crumbs(props.thread, t.yours)}>
      <ConfirmForm
        action={`${commentPath(comment.id)}/withdraw`}
        consequences={t.withdrawWhat.split('\n')}
        submit={t.withdrawSubmit}
        cancelHref={commentPath(comment.id)}
      />
    </Page>
  );
}
