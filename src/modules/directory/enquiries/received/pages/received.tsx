import { formatDate } from '#kernel/time.ts';
import { DateText, formatMoney } from '#ui/components/format.tsx';
import { Details, Notice, Panel, RuledList, SummaryList, WaitsFor } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { EnquiryStateTag, Facts, QuestionItem } from '../../pages/facts.tsx';
import { text } from '../../text.pl.ts';
import type { ReceivedView } from '../schema.ts';
import { AbuseForm, AskForm, DeclineForm, QuoteForm, type Sent } from './forms.tsx';

/** An enquiry as the asked entity reads and answers it, with or without an account. */
export function ReceivedPage(props: { view: ReceivedView; sent?: Sent; questionId: string }) {
  const all = useText(text);
  const t = all.received;
  const { view, sent } = props;
  const { enquiry } = view;
  const shown = (form: Sent['form']) => (sent?.form === form ? sent : undefined);
  return (
    <Page
      title={enquiry.subject}
      lead={t.to(view.entity.name)}
      failed={sent !== undefined}
      breadcrumb={[{ href: `/directory/${view.entity.id}`, label: view.entity.name }]}
      meta={[<EnquiryStateTag state={enquiry.state} expired={view.expired} />]}
      before={<Situation view={view} />}
      aside={
        <Details summary={t.abuse} open={shown('abuse') !== undefined}>
          {view.reported ? <p>{t.reported}</p> : <AbuseForm view={view} sent={shown('abuse')} />}
        </Details>
      }
    >
      <Facts enquiry={enquiry} />
      <Given view={view} />
      {view.open && (
        <>
          <QuoteForm view={view} sent={shown('quote')} />
          <Details wide summary={t.decline} open={shown('decline') !== undefined}>
            <DeclineForm view={view} sent={shown('decline')} />
          </Details>
          <Details wide summary={t.ask} open={shown('ask') !== undefined}>
            <AskForm view={view} sent={shown('ask')} questionId={props.questionId} />
          </Details>
        </>
      )}
      {view.questions.length > 0 && (
        <Panel title={all.bought.questions} foot={all.bought.questionsHint} long>
          <RuledList items={view.questions.map((question) => <QuestionItem question={question} />)} />
        </Panel>
      )}
    </Page>
  );
}

function Situation({ view }: { view: ReceivedView }) {
  const all = useText(text);
  const t = all.received;
  const { lang } = useView();
  if (view.chosen)
    return (
      <Notice tone="success" quiet>
        <p>{t.chosen}</p>
      </Notice>
    );
  if (!view.open)
    return (
      <Notice quiet>
        <p>{view.enquiry.state === 'closed' ? t.closed : t.over}</p>
      </Notice>
    );
  const until = t.until(formatDate(view.enquiry.answerBy, lang));
  return view.answer ? (
    <Notice tone="success" quiet>
      <p>{t.answered}</p>
    </Notice>
  ) : (
    <WaitsFor who={t.waitingYours} what={until} tone="mine" />
  );
}

/** The answer that was given. */
function Given({ view }: { view: ReceivedView }) {
  const all = useText(text);
  const t = all.received;
  const { lang } = useView();
  const { answer } = view;
  if (!answer) return null;
  const price =
    answer.price !== null &&
    `${formatMoney(answer.price, lang)} ${answer.priceBasis === 'unit' ? t.basisUnit : t.basisTotal}`;
  const items = [
    { term: t.price, value: price },
    { term: t.declineReason, value: answer.declineReason !== null && all.declines[answer.declineReason] },
    { term: t.valid, value: answer.validUntil !== null && <DateText date={answer.validUntil} /> },
    { term: t.body, value: answer.body !== '' && <span class="pre-line">{answer.body}</span> },
  ].filter(({ value }) => value !== false);
  return (
    <Panel title={t.yours}>
      <SummaryList items={items} />
    </Panel>
  );
}
