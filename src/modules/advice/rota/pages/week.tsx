import { addDays, formatDate, type LocalDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { DeskFrame, useDeskCrumb } from '../../pages/frame.tsx';
import { DUTY_KINDS, type DutyKind, type Shift } from '../schema.ts';
import { text } from '../text.pl.ts';
import { NowOnDuty, ShiftText } from './parts.tsx';

interface Desk {
  readonly id: string;
  readonly name: string;
  readonly led: boolean;
}
const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** A week of a desk: days down, kinds of duty across; made to be printed and hung on a wall. */
export function WeekPage(props: {
  desk: Desk;
  desks: readonly Desk[];
  monday: LocalDate;
  shifts: readonly Shift[];
  now: readonly Shift[];
  today: LocalDate;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { desk, monday, shifts } = props;
  const kinds = DUTY_KINDS.filter((kind) => shifts.some((s) => s.kind === kind));
  const days = WEEK.map((n) => addDays(monday, n)).filter(
    (day, n) => n < 5 || shifts.some((shift) => shift.on === day),
  );
  const path = (week: LocalDate) => `/advice/desk/rota?desk=${desk.id}&week=${week}`;
  const uncovered = shifts.filter((s) => s.person === null && s.why === 'absent').length;
  const cell = (day: LocalDate, kind: DutyKind) =>
    shifts
      .filter((s) => s.on === day && s.kind === kind)
      .map((shift) => (
        <div>
          <ShiftText shift={shift} />{' '}
          {desk.led && day >= props.today && (
            <a class="no-print" href={`/advice/desk/rota/${desk.id}/change/${shift.dutyId}/${day}`}>
              {t.change}
              <span class="visually-hidden">
                : {formatDate(day, lang)}, {shift.from}
              </span>
            </a>
          )}
        </div>
      ));
  return (
    <DeskFrame
      current="rota"
      title={t.title}
      lead={desk.name}
      breadcrumb={useDeskCrumb()}
      actions={
        desk.led && (
          <ButtonLink href={`/advice/desk/rota/${desk.id}/hours`} variant="primary">
            {t.plan}
          </ButtonLink>
        )
      }
    >
      {props.desks.length > 1 && (
        <ChipLinks
          label={t.desks}
          items={props.desks.map(({ id, name }) => ({
            href: `/advice/desk/rota?desk=${id}&week=${monday}`,
            label: name,
            current: id === desk.id,
          }))}
        />
      )}
      <NowOnDuty shifts={props.now} />
      {uncovered > 0 && <Notice tone="warning">{t.uncovered(uncovered)}</Notice>}
      <Panel
        title={t.week(formatDate(monday, lang), formatDate(addDays(monday, 6), lang))}
        action={
          <nav class="no-print" aria-label={t.title}>
            <a href={path(addDays(monday, -7))}>{t.before}</a> ·{' '}
            <a href={`/advice/desk/rota?desk=${desk.id}`}>{t.thisWeek}</a> ·{' '}
            <a href={path(addDays(monday, 7))}>{t.after}</a>
          </nav>
        }
      >
        {shifts.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
        ) : (
          <DataTable
            caption={t.title}
            captionHidden
            rows={days}
            columns={[
              { key: 'day', label: t.day, heading: true, cell: (day) => <DateText date={day} long /> },
              ...kinds.map((kind) => ({
                key: kind,
                label: t.kinds[kind],
                cell: (day: LocalDate) => {
                  const held = cell(day, kind);
                  return held.length === 0 ? '–' : held;
                },
              })),
            ]}
          />
        )}
      </Panel>
      <p class="no-print">
        <a href={`/advice/desk/rota/${desk.id}/away`}>{t.away}</a> ·{' '}
        <a href="/advice/desk/rota/mine.ics">{t.calendar}</a>
      </p>
    </DeskFrame>
  );
}
