import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { EmptyState, Notice, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { ActionForm, CommentItem, ReaderActions } from '../../pages/comment.tsx';
import { type CommentState, commentPath, discussionPath } from '../../schema.ts';
import { text as common } from '../../text.pl.ts';
import type { Link, Thread } from '../schema.ts';
import { text } from '../text.pl.ts';

function OwnActions(props: { thread: Thread }) {
  const t = useText(common);
  const { comment, editable } = props.thread;
  const path = commentPath(comment.id);
  return (
    <>
      {editable && <a href={`${path}/edit`}>{t.edit}</a>}
      {comment.state !== 'withdrawn' && <a href={`${path}/withdraw`}>{t.withdraw}</a>}
    </>
  );
}

/** One comment with its thread; the author sees it here in every state. */
export function ThreadPage(props: { thread: Thread; moderates: boolean }) {
  const t = useText(text);
  const c = useText(common);
  const { subject, comment, comments, own, marked, done } = props.thread;
  const path = commentPath(comment.id);
  return (
    <Page
      title={comment.words ? t.threadOf(comment.words.title || comment.words.signature) : t.thread}
      width="text"
      breadcrumb={[
        { href: subject.path, label: subject.title },
        { href: discussionPath(subject), label: c.all },
      ]}
      before={
        <>
          {done && (
            <Notice tone="success">
              <p>{t.done[done]}</p>
            </Notice>
          )}
          {own && comment.state !== 'shown' && done === null && (
            <Notice tone="warning">
              <p>{t.state[comment.state]}</p>
            </Notice>
          )}
        </>
      }
    >
      <div class="comments">
        {comments.map((one) => (
          <CommentItem
            comment={one}
            level={2}
            actions={
              one.id === comment.id ? (
                <>
                  {own && <OwnActions thread={props.thread} />}
                  {props.thread.decided && <a href={`${path}/decision`}>{c.decision}</a>}
                  {!own && <ReaderActions comment={one} subject={subject} />}
                  {marked && <ActionForm action={`${path}/not-useful`}>{c.notUseful}</ActionForm>}
                  {props.moderates && <a href={`/moderation/comments/${one.id}`}>{c.moderate}</a>}
                </>
              ) : (
                <ReaderActions comment={one} subject={subject} />
              )
            }
          />
        ))}
      </div>
      <p class="no-print">
        <ButtonLink href={`${subject.path}#comments`}>{c.back(subject.title)}</ButtonLink>
      </p>
    </Page>
  );
}

/** Where a link of a letter leads: opening changes nothing, because mail programs open links by themselves. */
export function LinkPage(props: { token: string; link: Link | null }) {
  const t = useText(text);
  const { link } = props;
  if (link === null || link.used) {
    return (
      <Page title={t.voidTitle} reader="public" width="text" unprinted>
        <p>{t.void}</p>
        {link?.commentId && link.used && (
          <p>
            <ButtonLink href={commentPath(link.commentId)}>{t.thread}</ButtonLink>
          </p>
        )}
      </Page>
    );
  }
  const words = t.link[link.kind];
  const action = link.kind === 'leave' ? 'leave' : 'link';
  return (
    <Page title={words.title} lead={words.lead} reader="public" width="text" unprinted>
      {link.subject && (
        <SummaryList
          items={[{ term: t.linkGoesTo, value: <a href={link.subject.path}>{link.subject.title}</a> }]}
        />
      )}
      <Form action={`/comments/${action}/${props.token}`} light>
        <Button variant="primary">{words.submit}</Button>
      </Form>
    </Page>
  );
}

/** A step that is done. */
export function NotePage(props: { note: 'sent' | 'left' | 'on' | 'void' }) {
  const t = useText(text);
  const words = { sent: t.sentLead, left: t.left, on: t.on, void: t.void }[props.note];
  return (
    <Page title={t[`${props.note}Title`]} reader="public" width="text" unprinted>
      <p>{words}</p>
    </Page>
  );
}

interface MineRow {
  readonly id: string;
  readonly state: string;
  readonly words: string;
  readonly createdAt: Date;
  readonly subject: string;
}
/** Everything the reader wrote, with what became of it. */
export function MinePage(props: { rows: readonly MineRow[] }) {
  const t = useText(text);
  const c = useText(common);
  return (
    <Page title={t.mineTitle}>
      {props.rows.length === 0 ? (
        <EmptyState title={t.mineEmpty}>{t.mineEmptyHow}</EmptyState>
      ) : (
        <DataTable
          caption={t.mineTitle}
          captionHidden
          rows={props.rows}
          columns={[
            {
              key: 'words',
              label: t.mineComment,
              heading: true,
              cell: (row) => <a href={commentPath(row.id)}>{row.words || c.untitled}</a>,
            },
            { key: 'subject', label: t.minePage, cell: (row) => row.subject },
            { key: 'state', label: t.mineState, cell: (row) => c.states[row.state as CommentState] },
            { key: 'at', label: t.mineDate, cell: (row) => <TimeText at={row.createdAt} /> },
          ]}
        />
      )}
    </Page>
  );
}
