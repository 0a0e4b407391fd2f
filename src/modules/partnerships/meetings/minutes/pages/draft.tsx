import { Button } from '#ui/components/buttons.tsx';
import { ErrorSummary, Form, HiddenFields } from '#ui/components/form.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import { text as words } from '../../text.pl.ts';
import type { Minutes } from '../schema.ts';
import { text } from '../text.pl.ts';
import { PointItems } from './document.tsx';
import { type Common, Looked } from './sent.tsx';

/** Before minutes were begun. */
export function BeginPage(props: Common & { mayBegin: boolean }) {
  const t = useText(text);
  const base = `${props.place.base}/${props.meeting.id}`;
  return (
    <MeetingFrame place={props.place} meeting={props.meeting} current="minutes" title={t.title} width="text">
      {props.mayBegin ? (
        <form class="form" method="post" action={`${base}/minutes/begin`}>
          <HiddenFields formKey={props.formKey} />
          <p>{t.beginLead}</p>
          <Button variant="primary">{t.begin}</Button>
        </form>
      ) : (
        <EmptyState title={t.noneYet}>{props.meeting.runs ? t.notYet : ''}</EmptyState>
      )}
    </MeetingFrame>
  );
}

/** A draft, for those who write it. */
export function DraftPage(props: Common & { minutes: Minutes; days: number }) {
  const t = useText(text);
  const hint = useText(words).personalHint;
  const { place, meeting, minutes } = props;
  const base = `${place.base}/${meeting.id}`;
  const { content } = minutes;
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="minutes"
      title={t.title}
      lead={`${t.draftLead} ${hint}`}
      failed={(props.errors?.length ?? 0) > 0}
    >
      {content.present.length === 0 ? (
        <Notice tone="warning" quiet>
          <p>{t.nobodyCame}</p>
          <p>
            <a href={`${base}/attendance`}>{t.attendanceFirst}</a>
          </p>
        </Notice>
      ) : (
        <Panel tone="next">
          {props.values === undefined && <ErrorSummary errors={props.errors ?? []} />}
          <form method="post" action={`${base}/minutes/send`}>
            <HiddenFields formKey={props.formKey} />
            <p>{t.sendHint(props.days)}</p>
            <div class="form-actions">
              <Button variant="primary" icon="send">
                {t.send}
              </Button>
            </div>
          </form>
        </Panel>
      )}
      <Panel title={t.points} long>
        {content.points.length === 0 ? (
          <p>
            <a href={`${base}/agenda`}>{t.noPoints}</a>
          </p>
        ) : (
          <ol>
            {content.points.map((p) => (
              <li>
                <p>
                  <b>{p.title}</b>{' '}
                  <a href={`${base}/minutes/${p.id}`}>
                    {t.write}
                    <span class="visually-hidden"> {p.title}</span>
                  </a>
                </p>
                <PointItems point={p} />
              </li>
            ))}
          </ol>
        )}
      </Panel>
      <Form
        action={`${base}/minutes`}
        version={minutes.rowVersion}
        values={props.values ?? { general: content.general }}
        errors={props.values && props.errors}
        now={props.now}
      >
        <TextArea name="general" label={t.general} optional hint={hint} rows={5} max={20_000} />
        <Looked errors={props.errors} />
        <Button>{t.saveGeneral}</Button>
      </Form>
    </MeetingFrame>
  );
}
