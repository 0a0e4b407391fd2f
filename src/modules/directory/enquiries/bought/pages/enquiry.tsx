import type { FieldError } from '#kernel/errors.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { Notice, Panel, RuledList, WaitsFor } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { EnquiryStateTag, Facts, QuestionItem } from '../../pages/facts.tsx';
import { text } from '../../text.pl.ts';
import type { BuyerView } from '../schema.ts';
import { Comparison, Everybody } from './comparison.tsx';

/** A reply that came back with errors. */
export interface SentReply {
  readonly question: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}

/** The buyer's page: who has seen it, who answered what, and what comes next. */
export function EnquiryPage(props: { view: BuyerView; reply?: SentReply }) {
  const t = useText(text);
  const { view } = props;
  const { enquiry } = view;
  const own = enquiry.institutionId === null ? [] : [{ href: '/enquiries', label: t.title }];
  return (
    <Page
      title={enquiry.subject}
      failed={props.reply !== undefined}
      breadcrumb={[{ href: '/directory', label: t.directory }, ...own]}
      meta={[<EnquiryStateTag state={enquiry.state} expired={view.expired} />]}
      before={<Next view={view} />}
      aside={<Facts enquiry={enquiry} />}
    >
      <Comparison view={view} />
      <Everybody rows={view.rows} />
      <Questions {...props} />
      {enquiry.institutionId === null && <p class="muted no-print">{t.bought.keep}</p>}
    </Page>
  );
}

/** What it waits for, or how it ended. */
function Next({ view }: { view: BuyerView }) {
  const all = useText(text);
  const t = all.bought;
  const { lang } = useView();
  const { enquiry, rows, expired } = view;
  const answered = rows.filter(({ answer }) => answer !== null).length;
  if (enquiry.state === 'closed') return <Outcome view={view} />;
  if (enquiry.state !== 'sent')
    return (
      <Notice tone="danger" quiet>
        <p>{all.states.stopped}</p>
      </Notice>
    );
  const over = expired || answered === rows.length;
  const close = `/enquiries/${view.key}/close`;
  return (
    <WaitsFor
      who={over ? t.whoChoose : t.waits(rows.length - answered)}
      what={t.answersIn(answered, rows.length)}
      more={`${all.facts.answerBy} ${formatDate(enquiry.answerBy, lang)}`}
      tone={over ? 'mine' : 'others'}
      action={
        <ButtonLink href={close} variant={over ? 'primary' : 'secondary'}>
          {t.close}
        </ButtonLink>
      }
    />
  );
}

function Outcome({ view }: { view: BuyerView }) {
  const all = useText(text);
  const t = all.bought;
  const { lang, actor } = useView();
  const { enquiry, rows } = view;
  const chosen = rows.find(({ id }) => id === enquiry.chosenId);
  const clause = `/procurement/register/new?enquiry=${enquiry.id}`;
  return (
    <Notice tone="success" quiet>
      <p>
        <b>
          {enquiry.outcome === 'chosen'
            ? t.outcomeChosen(chosen?.name ?? '')
            : t.outcomeNone(all.reasons[enquiry.outcomeReason ?? 'other'])}
        </b>{' '}
        {enquiry.closedAt !== null && t.closedOn(formatDate(warsawDate(enquiry.closedAt), lang))}
      </p>
      {enquiry.outcomeNote && <p class="pre-line">{enquiry.outcomeNote}</p>}
      {enquiry.outcome === 'chosen' && enquiry.institutionId !== null && actor && (
        <p class="no-print">
          <a href={clause}>{t.clause}</a>
        </p>
      )}
    </Notice>
  );
}

function Questions(props: { view: BuyerView; reply?: SentReply }) {
  const t = useText(text).bought;
  const { view, reply } = props;
  const open = view.enquiry.state === 'sent';
  return (
    <Panel title={t.questions} foot={view.questions.length > 0 && t.questionsHint} long>
      {view.questions.length === 0 ? (
        <p>{t.noQuestions}</p>
      ) : (
        <RuledList
          items={view.questions.map((question) => (
            <>
              <QuestionItem question={question} />
              {open && question.answeredAt === null && (
                <Form
                  action={`/enquiries/${view.key}/questions/${question.id}`}
                  values={reply?.question === question.id ? reply.values : undefined}
                  errors={reply?.question === question.id ? reply.errors : undefined}
                >
                  <TextArea name={`reply-${question.id}`} label={t.reply} rows={3} max={2000} />
                  <Button>{t.sendReply}</Button>
                </Form>
              )}
            </>
          ))}
        />
      )}
    </Panel>
  );
}
