import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDateTime } from '#kernel/time.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { Details, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Desk } from '../../../schema.ts';
import { AskedFiles, DeskName } from '../../pages/parts.tsx';
import { WORDS_MAX } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Asked, Said } from '../schema.ts';

const SCORES = ['5', '4', '3', '2', '1'] as const;

export function Words(props: { said: Said; base: string; desk: Desk | undefined }) {
  const t = useText(text);
  const { lang } = useView();
  const { said, desk } = props;
  const out = said.direction === 'out';
  return (
    <article class="said" data-direction={said.direction}>
      <h2>{out ? t.answer : t.yours}</h2>
      <p class="muted">
        {out && desk && (
          <>
            <DeskName desk={desk} />,{' '}
          </>
        )}
        <time datetime={said.at.toISOString()}>{formatDateTime(said.at, lang)}</time>
        {said.spoken && `, ${t.spoken}`}
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

export function Rate(props: {
  base: string;
  asked: Asked;
  errors?: readonly FieldError[];
  values?: FormValues;
}) {
  const t = useText(text);
  return (
    <Panel tone={props.asked.score === null ? 'next' : undefined}>
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

export function More(props: {
  base: string;
  once: string;
  errors?: readonly FieldError[];
  values?: FormValues;
}) {
  const t = useText(text);
  const { values = {} } = props;
  return (
    <Details summary={t.more} open={props.errors !== undefined} wide>
      <Form action={`${props.base}/more`} part="more" values={values} errors={props.errors} upload>
        <input type="hidden" name="once" value={typeof values.once === 'string' ? values.once : props.once} />
        <TextArea name="words" label={t.more} hint={t.moreHint} rows={5} max={WORDS_MAX} />
        <AskedFiles lost={values.files} />
        <GuestFields />
        <FormActions submit={t.sendMore} />
      </Form>
    </Details>
  );
}

export interface Link {
  readonly url: string;
  /** What opens it too, with the number, written down on paper. */
  readonly code: string;
}

/** What somebody without an account needs to come back. */
export function Keep(props: { link: Link; asked: Asked }) {
  const t = useText(text);
  const { link, asked } = props;
  return (
    <Panel title={t.keep} tone="next">
      {asked.own ? (
        <p>
          {t.keepOwn} <a href="/advice/mine">{t.mine.title}</a>. {t.keepSecret}
        </p>
      ) : (
        <p>
          {t.keepHow} {t.keepSecret}
        </p>
      )}
      <SummaryList
        items={[
          { term: t.thisLink, value: <a href={link.url}>{link.url}</a> },
          { term: t.number, value: <span class="num">{asked.number}</span> },
          { term: t.code, value: <b class="num">{link.code}</b> },
        ]}
      />
      {asked.hasMail && <p>{t.keepMail}</p>}
    </Panel>
  );
}

/** What somebody may do with what is kept about them: take a copy, be reached no more, take all of it back. */
export function YourData(props: { base: string; asked: Asked }) {
  const t = useText(text);
  const { base, asked } = props;
  return (
    <Panel title={t.yourData}>
      <RuledList
        items={[
          <a href={`${base}/copy`} download data-no-prefetch>
            {t.download}
          </a>,
          ...(asked.hasContact ? [<a href={`${base}/forget`}>{t.forget}</a>] : []),
          <a href={`${base}/erase`}>{t.erase}</a>,
        ]}
      />
    </Panel>
  );
}
