import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox } from '#ui/components/choices.tsx';
import { ErrorSummary, Form, HiddenFields } from '#ui/components/form.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import type { Meeting, Place } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { Minutes, NoteLine, Remark, Signature } from '../schema.ts';
import { text } from '../text.pl.ts';
import { MinutesDocument, PointItems } from './document.tsx';
import { RemarksPanel } from './remarks.tsx';

export interface Sent {
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}
interface Common extends Sent {
  place: Place;
  meeting: Meeting;
  formKey: string;
}

/** The box that says that what looks like data of a person is none of a participant; shown when something does. */
export function Looked(props: { errors?: readonly FieldError[] }) {
  const t = useText(words);
  const found = Object.values(t.personal);
  return props.errors?.some((e) => found.includes(e.message)) ? (
    <Checkbox name="looked" label={t.looked} />
  ) : null;
}

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

/** Minutes sent round, or signed. */
export function MinutesPage(
  props: Common & {
    minutes: Minutes;
    signatures: readonly Signature[];
    missing: readonly string[];
    as: 'chair' | 'member' | null;
    remarks: readonly Remark[];
    notes: readonly NoteLine[];
  },
) {
  const t = useText(text);
  const { lang } = useView();
  const { place, meeting, minutes } = props;
  const base = `${place.base}/${meeting.id}`;
  const signed = minutes.state === 'signed';
  const date = (at: Date) => formatDate(warsawDate(at), lang);
  const lead: Child =
    minutes.signedAt && minutes.how
      ? t.signedHow[minutes.how](date(minutes.signedAt))
      : minutes.remarksUntil && t.sentLead(formatDate(minutes.remarksUntil, lang));
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="minutes"
      title={t.title}
      lead={lead}
      failed={(props.errors?.length ?? 0) > 0}
      actions={
        <ButtonLink href={`${base}/minutes.pdf`} icon="download">
          {t.pdf}
        </ButtonLink>
      }
    >
      {props.as && (
        <form class="form" method="post" action={`${base}/minutes/agree`}>
          <HiddenFields formKey={props.formKey} />
          <Button variant="primary" icon="sign">
            {props.as === 'chair' ? t.agreeChair : t.agreeMember}
          </Button>
        </form>
      )}
      <MinutesDocument content={minutes.content} />
      <Panel title={t.agreedBy}>
        <ul>
          {props.signatures.map((s) => (
            <li>
              {s.worker}, {s.institution}
              {s.role === 'chair' && ` (${t.asChair})`}, {date(s.signedAt)}
            </li>
          ))}
        </ul>
        {!signed && props.missing.length > 0 && <p>{t.missing(props.missing.join(', '))}</p>}
        {!signed && !props.signatures.some((s) => s.role === 'chair') && <p>{t.missingChair}</p>}
        {signed && <p>{t.unchanging}</p>}
        {minutes.hash && (
          <p class="muted">
            {t.hash}: <code class="hash">{minutes.hash}</code>
          </p>
        )}
      </Panel>
      {signed ? (
        <Corrections
          notes={props.notes}
          base={base}
          runs={meeting.runs}
          values={props.values}
          errors={props.errors}
        />
      ) : (
        <RemarksPanel
          remarks={props.remarks}
          base={base}
          runs={meeting.runs}
          values={props.values}
          errors={props.errors}
          looked={<Looked errors={props.errors} />}
        />
      )}
    </MeetingFrame>
  );
}

function Corrections(props: Sent & { notes: readonly NoteLine[]; base: string; runs: boolean }) {
  const t = useText(text);
  const hint = useText(words).personalHint;
  const { lang } = useView();
  if (props.notes.length === 0 && !props.runs) return null;
  return (
    <Panel title={t.corrections}>
      <ul class="ruled">
        {props.notes.map((n) => (
          <li>
            <p>{n.note}</p>
            <p class="muted">
              {n.worker}, {formatDate(warsawDate(n.madeAt), lang)}
            </p>
          </li>
        ))}
      </ul>
      {props.runs && (
        <Form light action={`${props.base}/minutes/notes`} values={props.values} errors={props.errors}>
          <TextArea name="note" label={t.note} hint={hint} rows={3} max={4000} />
          <Looked errors={props.errors} />
          <Button>{t.addNote}</Button>
        </Form>
      )}
    </Panel>
  );
}
