import { addDays, formatDate, formatLongDate, formatTime, isLocalDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox, Select } from '#ui/components/choices.tsx';
import { FormScope } from '#ui/components/form-scope.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { ListedSession } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Week } from '../service.ts';

function Attendance(props: { session: ListedSession; due: boolean }) {
  const t = useText(text);
  const { session: s } = props;
  if (s.cancelledAt) return <Tag tone="neutral">{t.cancelled}</Tag>;
  if (!props.due) return <span>{t.expected(s.expected)}</span>;
  if (s.marked < s.expected) return <Tag tone="warning">{t.notMarked(s.expected - s.marked)}</Tag>;
  return <span>{t.marked(s.present, s.expected)}</span>;
}

export function SessionTable(props: { sessions: readonly ListedSession[]; caption: string }) {
  const t = useText(text);
  const { now } = useView();
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.sessions}
      columns={[
        {
          key: 'session',
          label: t.session,
          heading: true,
          cell: (s) => (
            <>
              <a href={`/sessions/${s.id}`}>{s.title}</a>
              {(s.personName ?? s.groupName ?? s.title) !== s.title && (
                <span class="under">{s.personName ?? s.groupName}</span>
              )}
            </>
          ),
        },
        { key: 'time', label: t.time, cell: (s) => <span class="num">{formatTime(s.startsAt)}</span> },
        { key: 'place', label: t.place, cell: (s) => s.place },
        { key: 'leader', label: t.leader, cell: (s) => s.workerName },
        {
          key: 'attendance',
          label: t.attendance,
          cell: (s) => <Attendance session={s} due={s.startsAt <= now} />,
        },
      ]}
    />
  );
}

export function WeekPage(props: {
  week: Week;
  filter: { who?: string; group?: string; open?: string };
  planned?: number;
  skipped?: string;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { week } = props;
  const sunday = addDays(week.monday, 6);
  const keep = Object.entries(props.filter)
    .filter(([, value]) => value)
    .map(([key, value]) => `&${key}=${value}`)
    .join('');
  const link = (monday: string) => `/sessions?week=${monday}${keep}`;
  const current = week.days.find((d) => d.date === week.today);
  const rest = week.days.filter((d) => d.date !== week.today && d.sessions.length > 0);
  const skipped = (props.skipped ?? '').split(',').filter(isLocalDate);
  return (
    <Page
      title={t.title}
      lead={`${t.week(formatDate(week.monday, lang), formatDate(sunday, lang))}, ${t.count(week.total)}`}
      actions={
        <ButtonLink href="/sessions/new" variant="primary" icon="add">
          {t.plan}
        </ButtonLink>
      }
      before={
        props.planned !== undefined && (
          <Notice tone="success">
            {t.planned(props.planned)}{' '}
            {skipped.length > 0 && t.skippedHolidays(skipped.map((d) => formatDate(d, lang)).join(', '))}
          </Notice>
        )
      }
    >
      <FormScope
        values={{
          who: props.filter.who ?? 'all',
          group: props.filter.group ?? '',
          open: props.filter.open ?? '',
        }}
      >
        <FilterBar
          action="/sessions"
          keep={{ week: week.monday }}
          clearHref={`/sessions?week=${week.monday}`}
        >
          <Select
            name="who"
            label={t.who}
            options={[
              { value: 'all', label: t.whole },
              { value: 'mine', label: t.mine },
            ]}
          />
          {week.groups.length > 0 && (
            <Select
              name="group"
              label={t.group}
              empty={t.anyGroup}
              options={week.groups.map((g) => ({ value: g.id, label: g.name }))}
            />
          )}
          <Checkbox name="open" label={t.openOnly} />
        </FilterBar>
      </FormScope>
      <p class="row no-print">
        <a href={link(addDays(week.monday, -7))} rel="prev">
          {t.previousWeek}
        </a>
        {!current && <a href="/sessions">{t.thisWeek}</a>}
        <a href={link(addDays(week.monday, 7))} rel="next">
          {t.nextWeek}
        </a>
        <a href="/sessions/groups">{t.groups}</a>
      </p>
      {current && (
        <Panel title={`${t.today}, ${formatLongDate(week.today, lang)}`} long>
          {current.sessions.length > 0 ? (
            <SessionTable sessions={current.sessions} caption={t.today} />
          ) : (
            <p class="muted">{t.noneToday}</p>
          )}
        </Panel>
      )}
      {rest.map((d) => (
        <Panel title={formatLongDate(d.date, lang)} long>
          <SessionTable sessions={d.sessions} caption={formatLongDate(d.date, lang)} />
        </Panel>
      ))}
      {week.total === 0 && <EmptyState title={t.noneWeek}>{t.noneWeekMore}</EmptyState>}
    </Page>
  );
}
