import type { Child } from 'hono/jsx';
import { formatDateTime } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { Progress } from '#ui/components/progress.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead, Term } from '../../schema.ts';
import type { Review } from '../schema.ts';
import type { Suspension } from '../suspension/schema.ts';
import { text } from '../text.pl.ts';

const labelOf = (terms: readonly Term[], code: string) => terms.find((t) => t.code === code)?.label ?? code;

function ReviewPanel(props: { review: Review; triggers: readonly Term[] }) {
  const t = useText(text);
  const { lang } = useView();
  const r = props.review;
  return (
    <Panel
      title={
        <>
          {t.number(r.number)}, <DateText date={r.heldOn} />
        </>
      }
      id={`review-${r.number}`}
      long
      action={<Tag tone="info">{t.decisions[r.decision]}</Tag>}
      foot={[formatDateTime(r.recordedAt, lang), r.recordedBy && t.recorded(r.recordedBy)]
        .filter(Boolean)
        .join(', ')}
    >
      <SummaryList
        items={[
          { term: t.trigger, value: labelOf(props.triggers, r.trigger) },
          { term: t.present, value: r.present },
          ...(r.nextReviewOn ? [{ term: t.nextReview, value: <DateText date={r.nextReviewOn} /> }] : []),
          ...r.goals.map((g): { term: Child; value: Child } => ({
            term: g.label,
            value: (
              <>
                <Progress done={g.scale} total={4} /> {g.scale}/4
              </>
            ),
          })),
          ...r.items.map((i) => ({
            term: i.label,
            value: [t.results[i.result], i.reason].filter(Boolean).join(': '),
          })),
        ]}
      />
      {r.minutes && (
        <>
          <h3>{t.minutes}</h3>
          {r.minutes.split(/\n+/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </>
      )}
    </Panel>
  );
}

function SuspensionsPanel(props: { suspensions: readonly Suspension[]; reasons: readonly Term[] }) {
  const t = useText(text);
  const s = t.suspension;
  return (
    <Panel title={s.list}>
      <DataTable
        caption={s.list}
        captionHidden
        rows={props.suspensions}
        columns={[
          {
            key: 'reason',
            label: s.reason,
            heading: true,
            cell: (row) => labelOf(props.reasons, row.reason),
          },
          { key: 'from', label: s.from, cell: (row) => <DateText date={row.fromOn} /> },
          { key: 'until', label: s.until, cell: (row) => <DateText date={row.untilOn} /> },
          {
            key: 'resumed',
            label: s.resumedOn,
            cell: (row) => (row.resumedOn ? <DateText date={row.resumedOn} /> : s.open),
          },
        ]}
      />
    </Panel>
  );
}

/** Reviews of the case, newest first, and its suspensions. */
export function ReviewsPage(props: {
  head: CaseHead;
  reviews: readonly Review[];
  suspensions: readonly Suspension[];
  triggers: readonly Term[];
  reasons: readonly Term[];
  may: { readonly review: boolean; readonly suspend: boolean; readonly resume: boolean };
}) {
  const t = useText(text);
  const { state, id } = props.head.case;
  const { may } = props;
  const decided = state === 'active' && props.reviews[0]?.decision === 'suspend';
  return (
    <CaseFrame head={props.head} current="reviews" title={t.title}>
      <p class="lead">{t.lead}</p>
      {decided && may.suspend && (
        <Notice tone="warning">
          {t.suspension.decided} <a href={`/cases/${id}/suspend`}>{t.suspension.suspend}</a>
        </Notice>
      )}
      {props.reviews.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        props.reviews.map((review) => <ReviewPanel review={review} triggers={props.triggers} />)
      )}
      {props.suspensions.length > 0 && (
        <SuspensionsPanel suspensions={props.suspensions} reasons={props.reasons} />
      )}
      {(may.review || may.suspend || may.resume) && (
        <p class="row no-print">
          {may.review && <ButtonLink href={`/cases/${id}/reviews/new`}>{t.add}</ButtonLink>}
          {may.suspend && <ButtonLink href={`/cases/${id}/suspend`}>{t.suspension.suspend}</ButtonLink>}
          {may.resume && <ButtonLink href={`/cases/${id}/resume`}>{t.suspension.resume}</ButtonLink>}
        </p>
      )}
    </CaseFrame>
  );
}
