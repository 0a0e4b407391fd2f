import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { EmptyState, Notice } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { AREAS, type Question } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Opened } from '../schema.ts';

export interface Sent {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

/** The questions by area; every one may be left out. */
export function Questions(props: { questions: readonly Question[] }) {
  const t = useText(text);
  return (
    <>
      {AREAS.map((area) => {
        const own = props.questions.filter((question) => question.area === area);
        if (own.length === 0) return null;
        return (
          <Fieldset
            legend={own.some(({ audience }) => audience === 'participant') ? t.plain[area] : t.areas[area]}
            block
          >
            {own.map((q) =>
              q.kind === 'text' ? (
                <TextArea name={q.code} label={q.words} rows={3} max={2000} optional />
              ) : (
                <Radios name={q.code} label={q.words} options={q.options} inline={q.kind === 'yes_no'} />
              ),
            )}
          </Fieldset>
        );
      })}
    </>
  );
}

/** For whoever holds a code, without an account: what it is for, that it is anonymous, the questions. */
export function AnswerPage(props: { opened: Opened; code: string } & Sent) {
  const t = useText(text);
  const { lang } = useView();
  const { opened } = props;
  return (
    <Page
      title={t.enter.questions}
      lead={`${opened.partnership}. ${t.enter.until(formatDate(opened.closesOn, lang))}`}
      reader="public"
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Notice title={t.enter.anonymousTitle} quiet>
        <p>{opened.audience === 'participant' ? t.enter.anonymousPerson : t.enter.anonymous}</p>
      </Notice>
      <Form action={`/evaluation/${props.code}`} values={props.values} errors={props.errors}>
        <Questions questions={opened.questions} />
        <GuestFields />
        <FormActions submit={t.enter.send} />
      </Form>
    </Page>
  );
}

/** Where the code from paper is typed. */
export function EnterPage(props: Sent) {
  const t = useText(text).enter;
  return (
    <Page title={t.title} lead={t.lead} reader="public" width="text" failed={(props.errors?.length ?? 0) > 0}>
      <Form light action="/evaluation" values={props.values} errors={props.errors}>
        <TextField name="code" label={t.code} hint={t.codeHint} spellcheck={false} />
        <FormActions submit={t.open} />
      </Form>
    </Page>
  );
}

export function ThanksPage() {
  const t = useText(text).enter;
  return (
    <Page title={t.thanks} reader="public" width="text">
      <p>{t.thanksMore}</p>
    </Page>
  );
}

/** A code that was used, or whose time is over. */
export function UsedPage() {
  const t = useText(text).enter;
  return (
    <Page title={t.questions} reader="public" width="text">
      <EmptyState title={t.used}>{t.usedMore}</EmptyState>
    </Page>
  );
}
