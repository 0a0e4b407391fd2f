import type { Child } from 'hono/jsx';
import { threadOf } from '#modules/organisations/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { Tag, ThreadBadge } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Comment, commentPath, discussionPath, type Subject } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Words } from './words.tsx';

/** Why a comment is not shown. */
export function Gone(props: { comment: Comment }) {
  const t = useText(text);
  const { state, reason } = props.comment;
  if (state !== 'hidden' && state !== 'removed') return <p class="gone">{t.gone.withdrawn}</p>;
  return <p class="gone">{t.gone[state](t.reasons[reason ?? 'other'])}</p>;
}

/** One comment; `copy` when it stands on the page a second time, `untitled` where its title stands already. Answers stand one step in, however deep they are. */
export function CommentItem(props: {
  comment: Comment;
  level?: 2 | 3;
  mark?: Child;
  actions?: Child;
  copy?: boolean;
  untitled?: boolean;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { comment } = props;
  const { words, institution } = comment;
  const Heading = props.level === 2 ? 'h2' : 'h3';
  const thread = institution && threadOf(institution.type);
  return (
    <article
      class="comment"
      id={props.copy ? undefined : `c-${comment.id}`}
      data-answer={comment.parentId === null ? undefined : ''}
    >
      {words === null ? (
        <Gone comment={comment} />
      ) : (
        <>
          <header>
            <Heading>
              {words.title && !props.untitled ? (
                words.title
              ) : (
                <span class="visually-hidden">{words.title || t.untitled}</span>
              )}
              <span class="visually-hidden">{t.about(words.signature)}</span>
            </Heading>
            <p class="by">
              {institution && thread && <ThreadBadge thread={thread} name={institution.name} />}
              <b>{words.signature}</b>
              {institution && <span>{institution.name}</span>}
              <a href={commentPath(comment.id)}>
                <TimeText at={comment.createdAt} />
              </a>
              {comment.editedAt && <span>{t.edited}</span>}
              {comment.answers && <span>{t.answers(comment.answers)}</span>}
              {comment.useful && (
                <Tag tone="success" icon="done">
                  {t.usefulFor}
                </Tag>
              )}
              {props.mark}
            </p>
          </header>
          <div class="prose" lang={words.lang === lang ? undefined : words.lang}>
            <Words body={words.body} />
          </div>
        </>
      )}
      {props.actions && <div class="comment-actions no-print">{props.actions}</div>}
    </article>
  );
}

/** What any reader may do with a comment. */
export function ReaderActions(props: { comment: Comment; subject: Subject }) {
  const t = useText(text);
  const { comment, subject } = props;
  const { actor } = useView();
  if (comment.words === null) return null;
  const whose = <span class="visually-hidden">{t.about(comment.words.signature)}</span>;
  return (
    <>
      {subject.policy !== 'off' && (actor !== null || subject.guests) && (
        <a href={`${discussionPath(subject)}/new?to=${comment.id}`} rel="nofollow">
          {t.reply}
          {whose}
        </a>
      )}
      {!comment.own && (
        <a href={`${commentPath(comment.id)}/useful`} rel="nofollow">
          {t.useful}
          {whose}
        </a>
      )}
      {!comment.own && (
        <a href={`${commentPath(comment.id)}/report`} rel="nofollow">
          {t.report}
          {whose}
        </a>
      )}
    </>
  );
}

/** A button that stands among links. */
export function ActionForm(props: { action: string; children?: Child }) {
  return (
    <form method="post" action={props.action}>
      <Button variant="tertiary" small>
        {props.children}
      </Button>
    </form>
  );
}
