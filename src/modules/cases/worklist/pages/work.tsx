import { formatDate, formatLongDate, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { formatNumber, TimeText } from '#ui/components/format.tsx';
import { EmptyState, Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { InstitutionBadge } from '../../pages/case-frame.tsx';
import { text } from '../../text.pl.ts';
import type { Due, WorkDay } from '../schema.ts';
import { CaseTable } from './case-table.tsx';

export type Place =
  | '/advice/desk'
  | '/audit'
  | '/directory/moderation'
  | '/events/manage'
  | '/institution'
  | '/institutions'
  | '/library/edit'
  | '/partnerships';

/** The first page of a worker at eight in the morning: what waits, for whom, until when. */
export function WorkPage(props: {
  day: WorkDay;
  due: readonly Due[];
  name: string;
  mayRefer: boolean;
  mayRead: boolean;
  authorised: boolean;
  wide: boolean;
  /** Where a function without cases works instead. */
  places: readonly Place[];
}) {
  const all = useText(text);
  const t = all.work;
  const { lang, now } = useView();
  const { day } = props;
  return (
    <Page
      title={t.hello(props.name)}
      lead={`${formatLongDate(warsawDate(now), lang)}${props.mayRead ? ` · ${t.lead(day.list.total, day.list.mine, day.list.late)}` : ''}`}
      before={
        <>
          {!props.authorised && <Notice tone="warning">{t.noAuthorisation}</Notice>}
          {day.emergencies > 0 && (
            <Notice tone="warning" quiet>
              <a href="/emergency">{t.emergencies(day.emergencies)}</a>
            </Notice>
          )}
        </>
      }
      aside={
        props.mayRead && (
          <>
            <Today day={day} />
            <Inbox total={day.inbox} />
            <Answers day={day} />
          </>
        )
      }
    >
      {!props.mayRead && <AlsoDue due={props.due} />}
      {!props.mayRead && (
        <Panel title={t.noCases}>
          <p>{t.noCasesHint}</p>
          <RuledList items={props.places.map((place) => <a href={place}>{t.places[place]}</a>)} />
        </Panel>
      )}
      {props.mayRead && (
        <Panel
          title={props.wide ? t.office : t.waiting}
          long
          action={
            props.mayRefer ? (
              <ButtonLink href="/referrals/new" variant="primary">
                {all.list.newReferral}
              </ButtonLink>
            ) : undefined
          }
          foot={
            day.list.total > 0 && (
              <>
                {all.list.fromTo(1, day.list.lines.length, all.list.count(day.list.total))}.{' '}
                <a href="/cases">{all.list.showAll}</a>
                {' · '}
                <a href="/cases/export" download data-no-prefetch>
                  {all.list.download}
                </a>
              </>
            )
          }
        >
          {day.list.lines.length === 0 ? (
            <EmptyState title={all.list.empty}>{all.list.emptyHint}</EmptyState>
          ) : (
            <CaseTable lines={day.list.lines} caption={t.waiting} />
          )}
        </Panel>
      )}
      {props.mayRead && <AlsoDue due={props.due} />}
    </Page>
  );
}

/** Of partnerships and desks. The nearest day first. */
function AlsoDue({ due }: { due: readonly Due[] }) {
  const t = useText(text).work;
  const { lang } = useView();
  if (due.length === 0) return null;
  return (
    <Panel title={t.alsoDue}>
      <RuledList
        items={due.map(({ href, what, until, late }) => (
          <>
            <a href={href}>{what}</a>
            {until && `, ${t.until(formatDate(until, lang))}`} {late && <Tag tone="danger">{t.late}</Tag>}
          </>
        ))}
      />
    </Panel>
  );
}

function Today(props: { day: WorkDay }) {
  const t = useText(text).work;
  const { sessions } = props.day;
  return (
    <Panel title={t.today}>
      {sessions.length === 0 ? (
        <p class="muted">{t.noToday}</p>
      ) : (
        <RuledList
          items={sessions.map((s) => (
            <>
              <b>
                <TimeText at={s.startsAt} timeOnly />
              </b>{' '}
              {s.title}
              {s.place && `, ${s.place}`}
              <br />
              <a href={`/sessions/${s.id}`}>{t.markAttendance}</a>
            </>
          ))}
        />
      )}
    </Panel>
  );
}

function Inbox(props: { total: number }) {
  const t = useText(text).work;
  return (
    <Panel title={t.inbox}>
      {props.total === 0 ? (
        <p class="muted">{t.noInbox}</p>
      ) : (
        <p>
          <a href="/referrals">{t.inboxCount(props.total)}</a>
        </p>
      )}
    </Panel>
  );
}

function Answers(props: { day: WorkDay }) {
  const t = useText(text).work;
  const { lang } = useView();
  const { answers } = props.day;
  return (
    <Panel title={t.answers} foot={answers.length > 0 ? t.answersHint : undefined}>
      {answers.length === 0 ? (
        <p class="muted">{t.noAnswers}</p>
      ) : (
        <RuledList
          items={answers.map((answer) => (
            <>
              <InstitutionBadge type={answer.type} name={answer.name} />{' '}
              {t.workingDays(formatNumber(answer.days, lang, { max: 1 }))}
            </>
          ))}
        />
      )}
    </Panel>
  );
}
