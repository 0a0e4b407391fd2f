import type { FieldError } from '#kernel/errors.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { HiddenFields } from '#ui/components/form.tsx';
import { Panel, SummaryList, WaitsFor } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Point } from '../agenda/schema.ts';
import { OwnAnswer } from '../people/pages/answer.tsx';
import type { Attendee } from '../people/schema.ts';
import { text as peopleText } from '../people/text.pl.ts';
import type { Meeting, Place } from '../schema.ts';
import { text } from '../text.pl.ts';
import { MeetingFrame } from './frame.tsx';
import { MeetingTag, When, Where } from './parts.tsx';

export function MeetingPage(props: {
  place: Place;
  meeting: Meeting;
  points: readonly Point[];
  attendees: readonly Attendee[];
  own: Attendee | null;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { place, meeting: m, points, attendees } = props;
  const { now } = useView();
  const base = `${place.base}/${m.id}`;
  const open = m.state === 'planned' || m.state === 'called';
  return (
    <MeetingFrame
      place={place}
      meeting={m}
      current="summary"
      failed={(props.errors?.length ?? 0) > 0}
      meta={[t.bodies[m.bodyKind], <MeetingTag state={m.state} minutes={m.minutes} />]}
      before={
        <Waits
          meeting={m}
          base={base}
          uninvited={attendees.filter((a) => a.invitedAt === null && !a.came).length}
          formKey={props.formKey}
        />
      }
    >
      <Panel>
        <SummaryList
          items={[
            { term: t.when, value: <When meeting={m} /> },
            { term: t.where, value: <Where meeting={m} /> },
            ...(m.aim ? [{ term: t.aim, value: m.aim }] : []),
            ...(m.state === 'cancelled' ? [{ term: t.cancelledWhy, value: m.reason }] : []),
            { term: t.chair, value: m.chair ?? t.notSet },
            { term: t.clerk, value: m.clerk ?? t.notSet },
            {
              term: t.meetingTabs.people,
              value: <a href={`${base}/people`}>{t.invitedCount(attendees.length)}</a>,
            },
            ...(m.seriesId
              ? [{ term: t.series, value: <a href={`${place.base}/series/${m.seriesId}`}>{t.series}</a> }]
              : []),
          ]}
        />
        <p>
          <a href={`${base}/meeting.ics`}>{t.calendarFile}</a>
        </p>
      </Panel>
      {props.own && m.state === 'called' && m.startsAt > now && (
        <OwnAnswer
          action={`${base}/answer`}
          formKey={props.formKey}
          own={props.own}
          values={props.values}
          errors={props.errors}
        />
      )}
      <Panel
        title={t.meetingTabs.agenda}
        action={
          <a href={`${base}/agenda`}>
            {points.length === 0 && m.runs && open ? t.writeAgenda : t.pointCount(points.length)}
          </a>
        }
      >
        {points.length === 0 ? (
          <p>{t.agendaEmpty}</p>
        ) : (
          <ol>
            {points.map((p) => (
              <li>
                {p.title}
                {p.presenter && <span class="muted"> · {p.presenter}</span>}
              </li>
            ))}
          </ol>
        )}
      </Panel>
      {m.runs && open && (
        <p>
          <a href={`${base}/edit`}>{t.change}</a> · <a href={`${base}/cancel`}>{t.cancel}</a>
        </p>
      )}
    </MeetingFrame>
  );
}

/** The line under the title: whose turn it is; the next action is the one filled button. */
function Waits(props: { meeting: Meeting; base: string; uninvited: number; formKey: string }) {
  const t = useText(text);
  const words = useText(peopleText);
  const { lang, now } = useView();
  const { meeting: m, base } = props;
  const tone = m.runs ? 'mine' : 'others';
  const began = m.startsAt <= now;
  if (m.state === 'cancelled' || m.minutes === 'signed') return <WaitsFor />;
  if (!began && (m.state === 'planned' || (m.runs && props.uninvited > 0)))
    return (
      <WaitsFor
        who={t.waits.runner}
        what={t.waits.invite}
        tone={tone}
        action={
          m.runs &&
          props.uninvited > 0 && (
            <form method="post" action={`${base}/call`}>
              <HiddenFields formKey={props.formKey} />
              <Button variant="primary" icon="send">
                {words.send(props.uninvited)}
              </Button>
            </form>
          )
        }
      />
    );
  if (!began) return <WaitsFor who={t.waits.date(formatDate(warsawDate(m.startsAt), lang))} tone="others" />;
  if (m.minutes === 'sent')
    return (
      <WaitsFor
        who={t.waits.present}
        what={m.remarksUntil && t.waits.agree(formatDate(m.remarksUntil, lang))}
        tone="mine"
        action={
          <ButtonLink href={`${base}/minutes`} variant="primary">
            {t.meetingTabs.minutes}
          </ButtonLink>
        }
      />
    );
  return (
    <WaitsFor
      who={t.waits.runner}
      what={t.waits.write}
      tone={tone}
      action={
        m.runs && (
          <ButtonLink href={`${base}/minutes`} variant="primary">
            {t.meetingTabs.minutes}
          </ButtonLink>
        )
      }
    />
  );
}
