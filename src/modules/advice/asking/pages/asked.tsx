import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDateTime } from '#kernel/time.ts';
import type { HelpLine } from '#modules/site/api.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { Details, Notice, Panel } from '#ui/components/panels.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { FileField, TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PublishedNote } from '../../knowledge/api.ts';
import { ACCEPTED, type Desk } from '../../schema.ts';
import { type Asked, FILES_MAX, type Said, WORDS_MAX } from '../schema.ts';
import { text } from '../text.pl.ts';
import { CrisisNotice } from './ask.tsx';

const SCORES = ['5', '4', '3', '2', '1'] as const;

function Words(props: { said: Said; base: string; desk: Desk | undefined }) {
  const t = useText(text);
  const { lang } = useView();
  const { said, desk } = props;
  const name = desk ? (lang === 'en' && desk.nameEn) || desk.namePl : '';
  return (
    <article class="said" data-direction={said.direction}>
      <h2>{said.direction === 'out' ? t.answer(name) : t.yours}</h2>
      <p class="muted">
        <time datetime={said.at.toISOString()}>{formatDateTime(said.at, lang)}</time>
        {said.spoken && ` · ${t.spoken}`}
      </p>
      <div class="said-words">{said.body}</div>
      {said.files.length > 0 && (
        <ul>
          {said.files.map((file) => (
            <li>
              <a href={`${props.base}/file/${file.id}`} download>
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Rate(props: { base: string; asked: Asked; errors?: readonly FieldError[]; values?: FormValues }) {
  const t = useText(text);
  return (
    <Panel title={t.rate} tone={props.asked.score === null ? 'next' : undefined}>
      <Form action={`${props.base}/rate`} part="rate" values={props.values} errors={props.errors} light>
        <Radios
          name="score"
          label={t.rate}
          options={SCORES.map((score) => ({ value: score, label: t.scores[score] }))}
        />
        <TextArea name="words" label={t.rateWords} rows={3} max={2000} optional />
        <FormActions submit={t.sendRate} />
      </Form>
    </Panel>
  );
}

export interface AskedSent {
  readonly part: 'more' | 'rate';
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

/** The question and its answers, for whoever holds the link. */
export function AskedPage(props: {
  token: string;
  code: string;
  siteUrl: string;
  asked: Asked;
  thread: readonly Said[];
  desk: Desk | undefined;
  lines: readonly HelpLine[];
  /** The public article that grew from the answer. */
  told: { readonly path: string; readonly title: string } | null;
  done?: 'sent' | 'more' | 'rated' | 'forgotten';
  sent?: AskedSent;
}) {
  const t = useText(text);
  const { actor } = useView();
  const { asked, token, sent, done } = props;
  const base = `/advice/q/${token}`;
  const waits = asked.dueOn !== null;
  return (
    <Page
      title={done === 'sent' ? t.sentTitle : t.asked(asked.number)}
      lead={asked.subject}
      reader={actor ? undefined : 'public'}
      width="text"
      failed={Boolean(sent)}
      meta={[
        <StateTag tone={asked.answered && !waits ? 'success' : 'info'} label={t.states[asked.state]} />,
        <span class="num">{asked.number}</span>,
        waits && asked.dueOn && (
          <>
            {t.until} <DateText date={asked.dueOn} />
          </>
        ),
        asked.closedAt && (
          <>
            {t.closedOn} <DateText date={asked.closedAt} />
          </>
        ),
      ]}
      before={
        <>
          {asked.urgent && <CrisisNotice lines={props.lines} sent />}
          {done && done !== 'sent' && <Notice tone="success">{t.done[done]}</Notice>}
          {done === 'sent' && <Keep {...props} />}
        </>
      }
    >
      {asked.erased && <Notice>{t.erased}</Notice>}
      {props.told && <PublishedNote told={props.told} />}
      <section class="thread-of">
        {props.thread.map((said) => (
          <Words said={said} base={base} desk={props.desk} />
        ))}
      </section>
      {asked.answered && !asked.erased && (
        <Rate
          base={base}
          asked={asked}
          errors={sent?.part === 'rate' ? sent.errors : undefined}
          values={
            sent?.part === 'rate' ? sent.values : { score: asked.score === null ? '' : String(asked.score) }
          }
        />
      )}
      {!asked.erased && (
        <Details summary={t.more} open={sent?.part === 'more'} wide>
          <Form
            action={`${base}/more`}
            part="more"
            values={sent?.part === 'more' ? sent.values : {}}
            errors={sent?.part === 'more' ? sent.errors : undefined}
            upload
          >
            <TextArea name="words" label={t.more} hint={t.moreHint} rows={5} max={WORDS_MAX} />
            <FileField
              name="files"
              label={t.files}
              hint={t.filesHint(FILES_MAX)}
              accept={ACCEPTED}
              multiple
              optional
            />
            <GuestFields />
            <FormActions submit={t.sendMore} />
          </Form>
        </Details>
      )}
      {asked.hasContact && (
        <p class="no-print">
          <ButtonLink href={`${base}/forget`} variant="tertiary">
            {t.forget}
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}

/** What somebody without an account needs to come back. */
function Keep(props: { token: string; code: string; siteUrl: string; asked: Asked }) {
  const t = useText(text);
  const { token, asked } = props;
  const url = `${props.siteUrl}/advice/q/${token}`;
  return (
    <Panel title={t.keep} tone="next">
      <p>{t.keepHow}</p>
      <dl class="summary facts">
        <div>
          <dt>{t.thisLink}</dt>
          <dd class="breaks">
            <a href={url}>{url}</a>
          </dd>
        </div>
        <div>
          <dt>{t.number}</dt>
          <dd class="num">{asked.number}</dd>
        </div>
        <div>
          <dt>{t.code}</dt>
          <dd class="num">
            <b>{props.code}</b>
          </dd>
        </div>
      </dl>
      {asked.hasContact && <p>{t.keepMail}</p>}
    </Panel>
  );
}

export function ForgetPage(props: { token: string; number: string }) {
  const t = useText(text);
  const { actor } = useView();
  return (
    <Page title={t.forget} lead={t.asked(props.number)} width="text" reader={actor ? undefined : 'public'}>
      <ConfirmForm
        action={`/advice/q/${props.token}/forget`}
        consequences={t.forgetHow}
        submit={t.forget}
        cancelHref={`/advice/q/${props.token}`}
      />
    </Page>
  );
}
