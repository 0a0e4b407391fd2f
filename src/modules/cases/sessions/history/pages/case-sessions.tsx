import { formatTime, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText, Num } from '#ui/components/format.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag, type TagTone } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame, InstitutionBadge } from '../../../pages/case-frame.tsx';
import { actsNow, type CaseHead } from '../../../schema.ts';
import { DutyLine } from '../../contacts/pages/duty.tsx';
import type { ContactDuty } from '../../contacts/schema.ts';
import type { CaseAttendance, Mark } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Month } from '../service.ts';

const TONES: Readonly<Record<Mark, TagTone>> = {
  present: 'success',
  excused: 'info',
  absent: 'danger',
  sick: 'neutral',
};

function MarkTag(props: { row: CaseAttendance }) {
  const t = useText(text);
  const { row } = props;
  if (row.cancelled) return <Tag>{t.cancelled}</Tag>;
  return row.mark ? (
    <Tag tone={TONES[row.mark]}>{t.marksLong[row.mark]}</Tag>
  ) : (
    <span class="muted">{t.noMark}</span>
  );
}

function Rows(props: { rows: readonly CaseAttendance[]; caption: string; ownInstitution: string }) {
  const t = useText(text);
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      columns={[
        {
          key: 'session',
          label: t.session,
          heading: true,
          cell: (r) => (
            <>
              {r.institutionId === props.ownInstitution ? (
                <a href={`/sessions/${r.sessionId}`}>{r.title}</a>
              ) : (
                r.title
              )}
              {r.place && <span class="under">{r.place}</span>}
            </>
          ),
        },
        {
          key: 'when',
          label: t.heldOn,
          cell: (r) => <DateText date={r.date} after={`, ${formatTime(r.startsAt)}`} />,
        },
        {
          key: 'who',
          label: t.leader,
          cell: (r) => <InstitutionBadge type={r.institutionType} name={r.institutionName} />,
        },
        { key: 'mark', label: t.attendance, cell: (r) => <MarkTag row={r} /> },
      ]}
    />
  );
}

function Months(props: { months: readonly Month[]; source: string | null; sentence: string | null }) {
  const t = useText(text);
  const withBenefit = props.source !== null;
  return (
    <Panel level={3} title={t.monthly} long>
      <DataTable
        caption={t.monthly}
        captionHidden
        rows={props.months}
        columns={[
          {
            key: 'month',
            label: t.month,
            heading: true,
            cell: (m) => `${m.month.slice(5)}.${m.month.slice(0, 4)}`,
          },
          { key: 'planned', label: t.plannedCol, number: true, cell: (m) => String(m.planned) },
          { key: 'present', label: t.marksLong.present, number: true, cell: (m) => String(m.present) },
          { key: 'excused', label: t.marks.excused, number: true, cell: (m) => String(m.excused) },
          { key: 'absent', label: t.marks.absent, number: true, cell: (m) => String(m.absent) },
          { key: 'sick', label: t.marksLong.sick, number: true, cell: (m) => String(m.sick) },
          {
            key: 'hours',
            label: t.minutesCol,
            number: true,
            cell: (m) => <Num value={m.minutes / 60} digits={1} />,
          },
          ...(withBenefit
            ? [
                {
                  key: 'benefit',
                  label: t.benefit,
                  cell: (m: Month) =>
                    m.benefit === null
                      ? ''
                      : m.benefit === 'none'
                        ? t.benefitNone
                        : t.benefitLess(m.benefit.absent, m.benefit.sick) || t.benefitFull,
                },
              ]
            : []),
        ]}
      />
      {props.source !== null && (
        <Notice quiet>
          <p>{props.sentence}</p>
          <p class="small muted">
            {t.source(props.source)} {t.information}
          </p>
        </Notice>
      )}
    </Panel>
  );
}

/** Sessions of one case: what comes, what was, how each month went, and the duty of contact. */
export function CaseSessionsPage(props: {
  head: CaseHead;
  rows: readonly CaseAttendance[];
  months: readonly Month[];
  benefit: { readonly sentence: string; readonly source: string } | null;
  duty: ContactDuty;
  now: Date;
  ownInstitution: string;
  canPlan: boolean;
}) {
  const t = useText(text);
  const upcoming = props.rows.filter((r) => r.startsAt > props.now && !r.cancelled);
  const past = props.rows.filter((r) => r.startsAt <= props.now || r.cancelled).reverse();
  return (
    <CaseFrame head={props.head} current="sessions" title={t.ofCase}>
      <DutyLine duty={props.duty} href={`/cases/${props.head.case.id}/contacts`} />
      {props.rows.length === 0 && <EmptyState title={t.noneOfCase}>{t.noneOfCaseMore}</EmptyState>}
      {upcoming.length > 0 && (
        <Panel level={3} title={`${t.upcoming}: ${upcoming.length}`} long>
          <Rows rows={upcoming.slice(0, 12)} caption={t.upcoming} ownInstitution={props.ownInstitution} />
        </Panel>
      )}
      {props.months.length > 0 && (
        <Months
          months={props.months}
          source={props.benefit?.source ?? null}
          sentence={props.benefit?.sentence ?? null}
        />
      )}
      {past.length > 0 && (
        <Panel level={3} title={`${t.past}: ${past.length}`} long>
          <Rows rows={past.slice(0, 60)} caption={t.past} ownInstitution={props.ownInstitution} />
        </Panel>
      )}
      {props.canPlan && (
        <p class="no-print">
          <ButtonLink
            href={`/sessions/new?case=${props.head.case.id}`}
            variant={
              upcoming.length === 0 && !actsNow(props.head, warsawDate(props.now)) ? 'primary' : 'secondary'
            }
          >
            {t.plan}
          </ButtonLink>
        </p>
      )}
    </CaseFrame>
  );
}
