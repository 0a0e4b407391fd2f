import { ButtonLink } from '#ui/components/buttons.tsx';
import { Details, Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { DeskFrame, QuestionTags, useDeskCrumb } from '../../../pages/frame.tsx';
import { text as deskText } from '../../../text.pl.ts';
import { TimesPanel } from '../../../times/api.ts';
import type { Done, QuestionView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { NoteForm, ReplyForm, ReviewPanel } from './answer.tsx';
import { AssignForm, FilingForm, OtherForms } from './arrange.tsx';
import type { Choices, Part, Sent } from './parts.tsx';
import { Contact, History, Said } from './thread.tsx';
import { Waits } from './waits.tsx';

/** A question with all that was said, and the answer below it. */
export function QuestionPage(props: {
  view: QuestionView;
  choices: Choices;
  times: Parameters<typeof TimesPanel>[0]['times'];
  me: string;
  keys: (part: Part) => string;
  done?: Done;
  sent?: Sent;
  stale?: boolean;
}) {
  const t = useText(text);
  const d = useText(deskText);
  const { view, choices } = props;
  const { question } = view;
  const path = `/advice/desk/questions/${question.id}`;
  const named = (code: string | null, among: readonly { value: string; label: string }[]) =>
    among.find(({ value }) => value === code)?.label;
  return (
    <DeskFrame
      current="inbox"
      title={question.subject || question.number}
      breadcrumb={[...useDeskCrumb(), { href: path, label: question.number }]}
      failed={Boolean(props.sent)}
      meta={[
        <QuestionTags question={question} />,
        <span class="num">{question.number}</span>,
        d.channels[question.channel],
        named(
          question.topicCode,
          choices.topics.flatMap(({ options }) => options),
        ),
        named(question.countyCode, choices.counties),
        named(question.callerCategory, choices.callers),
      ]}
      before={
        <>
          <Collision {...props} />
          {props.done && <Notice tone="success">{t.done[props.done]}</Notice>}
          {question.erasedAt && <Notice>{t.erased}</Notice>}
          <Waits {...props} />
        </>
      }
      aside={
        <>
          <AssignForm {...props} />
          <TimesPanel times={props.times} />
          <Contact view={view} />
          {question.answeredAt && !question.erasedAt && (
            <p>
              <ButtonLink href={`/advice/knowledge/questions/${question.id}`}>{t.article}</ButtonLink>{' '}
              <ButtonLink href={`/advice/cards/new?question=${question.id}`}>{t.card}</ButtonLink>
            </p>
          )}
          <Details summary={t.history}>
            <History view={view} />
          </Details>
        </>
      }
    >
      {view.main && (
        <Notice quiet>
          {t.joinedInto}{' '}
          <a href={`/advice/desk/questions/${view.main.id}`}>
            {view.main.number} {view.main.subject}
          </a>
        </Notice>
      )}
      {view.joined.length > 0 && (
        <Panel title={t.joined}>
          <RuledList
            items={view.joined.map((one) => (
              <a href={`/advice/desk/questions/${one.id}`}>
                <span class="num">{one.number}</span> {one.subject}
              </a>
            ))}
          />
        </Panel>
      )}
      <section class="thread-of" aria-label={t.thread}>
        {view.thread.map((message) => (
          <Said
            message={message}
            files={view.files}
            base={path}
            joined={message.questionId !== question.id}
          />
        ))}
      </section>
      <ReviewPanel {...props} />
      <ReplyForm {...props} />
      <NoteForm {...props} />
      <FilingForm {...props} />
      <OtherForms {...props} />
    </DeskFrame>
  );
}

/** Who else is here: as of this page, and with the script as of now. */
function Collision({ view }: { view: QuestionView }) {
  const t = useText(text);
  const names = (writes: boolean) =>
    view.here
      .filter((one) => one.writes === writes)
      .map(({ name }) => name)
      .join(', ');
  const writing = names(true);
  const looking = names(false);
  return (
    <splot-here
      action={`/advice/desk/questions/${view.question.id}/here`}
      data-version={String(view.question.rowVersion)}
      data-writes={t.writes('{names}')}
      data-looks={t.looks('{names}')}
      data-changed={t.changed}
      aria-live="polite"
      role="status"
    >
      {writing && <p>{t.writes(writing)}</p>}
      {looking && <p>{t.looks(looking)}</p>}
    </splot-here>
  );
}
