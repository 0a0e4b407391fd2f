import { ButtonLink } from '#ui/components/buttons.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Comment, type Discussion as Data, discussionPath, type Subject } from '../schema.ts';
import { text } from '../text.pl.ts';
import { ActionForm, CommentItem, ReaderActions } from './comment.tsx';

/** Comments in the order of their threads. */
export function Comments(props: { comments: readonly Comment[]; subject: Subject }) {
  return (
    <div class="comments">
      {props.comments.map((comment) => (
        <CommentItem
          comment={comment}
          actions={comment.words && <ReaderActions comment={comment} subject={props.subject} />}
        />
      ))}
    </div>
  );
}

/** The way to earlier and further comments, on the page at `path`. */
export function Pages(props: { data: Data; path?: string }) {
  const t = useText(text);
  const { subject, previous, next } = props.data;
  if (previous === null && next === null) return null;
  const path = props.path ?? discussionPath(subject);
  return (
    <nav class="pagination no-print" aria-label={t.pages}>
      <ul>
        {previous !== null && (
          <li>
            <a href={path}>{t.start}</a>
          </li>
        )}
        {previous !== null && (
          <li>
            <a href={`${path}?before=${previous}`} rel="prev nofollow">
              {t.previous}
            </a>
          </li>
        )}
        {next !== null && (
          <li>
            <a href={`${path}?after=${next}`} rel="next nofollow">
              {t.next}
            </a>
          </li>
        )}
        {next !== null && (
          <li>
            <a href={`${path}?last=yes`} rel="nofollow">
              {t.end}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Tools(props: { data: Data }) {
  const t = useText(text);
  const { actor } = useView();
  const { subject, follows } = props.data;
  const path = discussionPath(subject);
  const open = subject.policy !== 'off' && (actor !== null || subject.guests);
  return (
    <div class="discussion-tools no-print">
      {open && (
        <ButtonLink href={`${path}/new`} icon="comment">
          {t.write}
        </ButtonLink>
      )}
      {!open && subject.policy !== 'off' && (
        <p>
          {t.signInToWrite}{' '}
          <a href={`/sign-in?next=${encodeURIComponent(subject.path)}`} rel="nofollow">
            {t.signIn}
          </a>
        </p>
      )}
      {actor !== null && follows && <ActionForm action={`${path}/unfollow`}>{t.unfollow}</ActionForm>}
      {actor !== null && !follows && <ActionForm action={`${path}/follow`}>{t.follow}</ActionForm>}
      {actor === null && subject.guests && (
        <a href={`${path}/follow`} rel="nofollow">
          {t.follow}
        </a>
      )}
      {actor !== null && <a href="/comments/mine">{t.mine}</a>}
      <a href="/comments/rules">{t.rules}</a>
      {subject.kind !== 'topic' && <a href={`${path}/comments.atom`}>{t.feed}</a>}
    </div>
  );
}

/** The discussion under a page of any module: its first comments, and the way to the others. */
export function Discussion(props: { data: Data }) {
  const t = useText(text);
  const { subject, comments, count } = props.data;
  if (subject.policy === 'off' && comments.length === 0) return null;
  return (
    <section class="discussion" id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{t.comments}</h2>
      <p class="muted">
        {t.count(count)}
        {subject.policy === 'off' ? `. ${t.off}` : ''}
      </p>
      {comments.length === 0 ? <p>{t.first}</p> : <Comments comments={comments} subject={subject} />}
      <Pages data={props.data} />
      {subject.policy === 'before' && <p class="muted">{t.before}</p>}
      <Tools data={props.data} />
    </section>
  );
}

/** The discussion on a page of its own, page by page. */
export function DiscussionPage(props: { data: Data }) {
  const t = useText(text);
  const { subject } = props.data;
  return (
    <Page
      title={`${t.comments}: ${subject.title}`}
      width="text"
      breadcrumb={[
        { href: subject.path, label: subject.title },
        { href: discussionPath(subject), label: t.comments },
      ]}
    >
      <Discussion data={props.data} />
    </Page>
  );
}
