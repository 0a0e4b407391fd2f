import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import type { HelpLine } from '#modules/site/api.ts';
import { DateText } from '#ui/components/format.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Desk } from '../../../schema.ts';
import { CrisisNotice } from '../../pages/parts.tsx';
import { text } from '../../text.pl.ts';
import type { Asked, Done, Said } from '../schema.ts';
import { Keep, type Link, More, Rate, Words, YourData } from './parts.tsx';

export interface AskedSent {
  readonly part: 'more' | 'rate';
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

interface AskedView {
  /** The address of the question, whichever way it was opened. */
  readonly base: string;
  /** How to come back; null for the account it was asked from. */
  readonly link: Link | null;
  /** Tells the form for more words from another. */
  readonly once: string;
  readonly asked: Asked;
  readonly thread: readonly Said[];
  readonly desk: Desk | undefined;
  readonly lines: readonly HelpLine[];
  /** The public article that grew from the answer. */
  readonly told: { readonly path: string; readonly title: string } | null;
  readonly done?: Done;
  readonly sent?: AskedSent;
}

function Above(props: AskedView) {
  const t = useText(text);
  const { asked, done, link } = props;
  return (
    <>
      {asked.urgent && !asked.erased && <CrisisNotice lines={props.lines} sent />}
      {done && done !== 'sent' && <Notice tone="success">{t.done[done]}</Notice>}
      {done === 'sent' && link && <Keep link={link} asked={asked} />}
    </>
  );
}

/** The question and its answers, for whoever asked. */
export function AskedPage(props: AskedView) {
  const t = useText(text);
  const { lang } = useView();
  const { asked, base, done, sent, told } = props;
  const waits = asked.dueOn !== null && !asked.erased;
  const sentOf = (part: AskedSent['part']) => (sent?.part === part ? sent : undefined);
  const given = { score: asked.score === null ? '' : String(asked.score) };
  return (
    <Page
      title={done === 'sent' ? t.sentTitle : t.asked(asked.number)}
      lead={asked.subject}
      width="text"
      failed={Boolean(sent)}
      breadcrumb={
        props.link
          ? undefined
          : [
              { href: '/advice/mine', label: t.mine.title },
              { href: base, label: t.asked(asked.number) },
            ]
      }
      meta={[
        <StateTag tone={asked.answered && !waits ? 'success' : 'info'} label={t.states[asked.state]} />,
        done === 'sent' && <span class="num">{asked.number}</span>,
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
      before={<Above {...props} />}
    >
      {asked.erased && <Notice>{t.erased}</Notice>}
      {told && (
        <Notice tone="success" quiet>
          {t.published}{' '}
          <a href={told.path} lang={lang === 'uk' ? 'pl' : undefined}>
            {told.title}
          </a>
        </Notice>
      )}
      {!asked.erased && (
        <>
          <section class="thread-of">
            {props.thread.map((said) => (
              <Words said={said} base={base} desk={props.desk} />
            ))}
          </section>
          <div class="no-print asked-on">
            {asked.answered && (
              <Rate
                base={base}
                asked={asked}
                values={sentOf('rate')?.values ?? given}
                errors={sentOf('rate')?.errors}
              />
            )}
            <More
              base={base}
              once={props.once}
              values={sentOf('more')?.values}
              errors={sentOf('more')?.errors}
            />
            <YourData base={base} asked={asked} />
          </div>
        </>
      )}
    </Page>
  );
}
