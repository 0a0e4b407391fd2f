import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { ActionForm, CommentItem, ReaderActions } from '../../../pages/comment.tsx';
import { Pages } from '../../../pages/discussion.tsx';
import { type Comment, commentPath, discussionPath } from '../../../schema.ts';
import { groupPath } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type Action, type TopicView, topicPath } from '../schema.ts';

/** One thing a keeper, or who asked, does with the topic. */
function Arrange(props: { topic: TopicView; what: Action; answer?: Comment; label: string }) {
  const t = useText(text);
  return (
    <form method="post" action={`${topicPath(props.topic.id)}/arrange`}>
      <input type="hidden" name="what" value={props.what} />
      <input type="hidden" name="answer" value={props.answer?.id ?? ''} />
      <Button variant="tertiary" small>
        {props.label}
        {props.answer?.words && <span class="visually-hidden">{t.about(props.answer.words.signature)}</span>}
      </Button>
    </form>
  );
}

function PollPanel(props: { topic: TopicView; errors?: readonly FieldError[] }) {
  const t = useText(text);
  const { lang } = useView();
  const { poll, id, discussion } = props.topic;
  if (!poll) return null;
  const votes = poll.open && poll.chosen === null && discussion.subject.policy !== 'off';
  return (
    <Panel title={t.votes}>
      {poll.open && poll.closesOn && <p>{t.until_(formatDate(poll.closesOn, lang))}</p>}
      {votes ? (
        <Form action={`${topicPath(id)}/vote`} errors={props.errors} light>
          <Radios
            name="option"
            label={t.voteLabel}
            hint={t.voteOnce}
            options={poll.options.map((option) => ({ value: option.id, label: option.label }))}
          />
          <Button>{t.vote}</Button>
        </Form>
      ) : (
        <ul class="ruled">
          {poll.options.map((option) => (
            <li>
              <b>{option.label}</b>
              {option.votes !== null && `: ${t.votesOf(option.votes)}`}{' '}
              {option.id === poll.chosen && <Tag tone="accent">{t.yourVote}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Files(props: { topic: TopicView; id: string }) {
  const files = props.topic.files.get(props.id) ?? [];
  return (
    <>
      {files.map((file) => (
        <a href={`${commentPath(props.id)}/files/${file.id}`} download>
          {file.name}
        </a>
      ))}
    </>
  );
}

function Answer(props: { topic: TopicView; comment: Comment }) {
  const t = useText(text);
  const { topic, comment } = props;
  const solves = comment.id === topic.solvedId;
  const mayMark =
    (topic.asked || topic.group.keeps) && comment.id !== topic.openingId && comment.words !== null;
  return (
    <CommentItem
      comment={comment}
      level={2}
      untitled={comment.id === topic.openingId}
      mark={
        solves && (
          <Tag tone="success" icon="done">
            {t.solved}
          </Tag>
        )
      }
      actions={
        <>
          <Files topic={topic} id={comment.id} />
          <ReaderActions comment={comment} subject={topic.discussion.subject} />
          {mayMark && !solves && <Arrange topic={topic} what="solve" answer={comment} label={t.solves} />}
          {mayMark && solves && <Arrange topic={topic} what="unsolve" answer={comment} label={t.unsolve} />}
        </>
      }
    />
  );
}

function Closing(props: { topic: TopicView }) {
  const t = useText(text);
  const { topic } = props;
  const { discussion } = topic;
  const { keeps } = topic.group;
  return (
    <div class="comment-actions no-print">
      {topic.group.belongs && (
        <ActionForm
          action={`${discussionPath(discussion.subject)}/${discussion.follows ? 'unfollow' : 'follow'}`}
        >
          {discussion.follows ? t.unfollow : t.follow}
        </ActionForm>
      )}
      {keeps && (
        <Arrange topic={topic} what={topic.pinned ? 'unpin' : 'pin'} label={topic.pinned ? t.unpin : t.pin} />
      )}
      {(keeps || topic.asked) && !topic.closed && <Arrange topic={topic} what="close" label={t.close} />}
      {keeps && topic.closed && <Arrange topic={topic} what="open" label={t.open} />}
    </div>
  );
}

/** A question with its answers; the one that solved it stands right under the question. */
export function TopicPage(props: { topic: TopicView; errors?: readonly FieldError[] }) {
  const t = useText(text);
  const { topic } = props;
  const { group, discussion, solution } = topic;
  const { subject, comments } = discussion;
  const opening = comments.find(({ id }) => id === topic.openingId);
  const answers = comments.filter(({ id }) => id !== topic.openingId);
  const open = subject.policy !== 'off';
  return (
    <Page
      title={topic.title ?? t.gone}
      width="text"
      failed={(props.errors ?? []).length > 0}
      meta={[
        topic.pinned && <Tag tone="accent">{t.pinned}</Tag>,
        topic.solvedId && (
          <Tag tone="success" icon="done">
            {t.solved}
          </Tag>
        ),
        topic.closed && <Tag icon="lock">{t.topicClosed}</Tag>,
      ]}
      breadcrumb={[
        { href: '/groups', label: t.title },
        { href: groupPath(group.id), label: group.name },
        { href: topicPath(topic.id), label: t.topic },
      ]}
    >
      {opening && <Answer topic={topic} comment={opening} />}
      <PollPanel topic={topic} errors={props.errors} />
      {solution && opening && (
        <Panel title={t.solution} tone="tinted">
          <CommentItem comment={{ ...solution, parentId: null }} copy />
        </Panel>
      )}
      {answers.length > 0 && (
        <section aria-label={t.answers}>
          <h2>{t.answers}</h2>
          <div class="comments">
            {answers.map((comment) => (
              <Answer topic={topic} comment={comment} />
            ))}
          </div>
        </section>
      )}
      <Pages data={discussion} path={topicPath(topic.id)} />
      {open && (
        <p class="no-print">
          <ButtonLink variant="primary" href={`${discussionPath(subject)}/new`}>
            {t.answer}
          </ButtonLink>
        </p>
      )}
      {!open && <p class="muted">{topic.closed ? t.closedNote : t.joinNote}</p>}
      <Closing topic={topic} />
    </Page>
  );
}
