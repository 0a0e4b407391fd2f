import { formatDate, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Notice, RuledList } from '#ui/components/panels.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import { type OwnQuestion, PAGE_SIZE } from '../schema.ts';

function Line(props: { question: OwnQuestion }) {
  const t = useText(text);
  const { lang } = useView();
  const { id, number, state, subject, askedAt, dueOn, answered } = props.question;
  return (
    <>
      <a href={`/advice/mine/${id}`}>
        <b>{subject || t.mine.noSubject}</b>
      </a>
      <br />
      <StateTag tone={answered && dueOn === null ? 'success' : 'info'} label={t.states[state]} />{' '}
      <span class="muted">
        <span class="num">{number}</span>, {t.mine.askedOn(formatDate(warsawDate(askedAt), lang))}
        {dueOn && (
          <>
            . {t.until} <DateText date={dueOn} />
          </>
        )}
      </span>
    </>
  );
}

/** What somebody asked from their account, and what became of it. */
export function MinePage(props: {
  questions: readonly OwnQuestion[];
  total: number;
  page: number;
  done?: 'forgotten' | 'erased';
}) {
  const t = useText(text);
  const { questions, total } = props;
  return (
    <Page
      title={t.mine.title}
      lead={t.mine.lead}
      width="text"
      meta={total > 0 ? [t.mine.count(total)] : undefined}
      actions={
        <ButtonLink variant="primary" href="/advice">
          {t.title}
        </ButtonLink>
      }
      before={
        props.done && (
          <Notice tone="success">{props.done === 'erased' ? t.done.erased : t.mine.forgotten}</Notice>
        )
      }
    >
      {questions.length === 0 ? (
        <EmptyState title={t.mine.none}>{t.mine.noneMore}</EmptyState>
      ) : (
        <>
          <RuledList items={questions.map((question) => <Line question={question} />)} />
          {total > PAGE_SIZE && <Pagination page={props.page} pageSize={PAGE_SIZE} total={total} />}
          <p class="no-print">
            <a href="/advice/mine/copy" download data-no-prefetch>
              {t.mine.download}
            </a>
          </p>
        </>
      )}
    </Page>
  );
}
