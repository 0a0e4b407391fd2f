import { warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { StateTag, Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { Day, Moment, MyPage } from '../../pages/parts.tsx';
import { text } from '../../text.pl.ts';
import type { MyDate } from '../schema.ts';

/** One meeting: when, what, where, and what can be done about it. */
export function DateEntry(props: { date: MyDate }) {
  const t = useText(text).dates;
  const { now } = useView();
  const { date } = props;
  const today = warsawDate(date.startsAt) === warsawDate(now);
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(date.place)}`;
  return (
    <div>
      <b>
        <Moment at={date.startsAt} />
      </b>{' '}
      {date.cancelled ? (
        <StateTag tone="danger" label={t.cancelled} />
      ) : (
        today && <Tag tone="accent">{t.today}</Tag>
      )}
      <br />
      {[date.title, date.institutionName, date.place].filter(Boolean).join(', ')}
      {!date.cancelled && (
        <div class="no-print">
          {date.place && (
            <>
              <a href={map} rel="noreferrer">
                {t.travel}
              </a>
              {' · '}
            </>
          )}
          <a href={`/my/dates/${date.id}/calendar.ics`}>{t.toCalendar}</a>
        </div>
      )}
    </div>
  );
}

export function DatesPage(props: {
  ahead: readonly MyDate[];
  past: readonly MyDate[];
  reviewOn: string | null;
}) {
  const t = useText(text).dates;
  const { ahead, past, reviewOn } = props;
  return (
    <MyPage title={t.title} under="home">
      {ahead.length === 0 && !reviewOn ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <Panel title={t.ahead} long>
          <RuledList
            items={[
              ...ahead.map((date) => <DateEntry date={date} />),
              ...(reviewOn
                ? [
                    <>
                      <b>
                        <Day date={reviewOn} />
                      </b>
                      <br />
                      {t.review}
                    </>,
                  ]
                : []),
            ]}
          />
          <p class="no-print">
            <ButtonLink href="/my/calendar.ics" icon="calendar">
              {t.allToCalendar}
            </ButtonLink>
          </p>
        </Panel>
      )}
      <p class="no-print">
        <a href="/my/messages/new">{t.cannotCome}</a>
      </p>
      {past.length > 0 && (
        <Panel title={t.past} long>
          <RuledList
            items={past.map((date) => (
              <>
                <Moment at={date.startsAt} />
                <br />
                {[date.title, date.institutionName].filter(Boolean).join(', ')}
                {date.mark && (
                  <>
                    {' · '}
                    <b>{t.marks[date.mark]}</b>
                  </>
                )}
              </>
            ))}
          />
        </Panel>
      )}
    </MyPage>
  );
}
