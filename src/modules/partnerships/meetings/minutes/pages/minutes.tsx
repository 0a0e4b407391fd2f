import type { Child } from 'hono/jsx';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form, HiddenFields } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import { text as words } from '../../text.pl.ts';
import type { Minutes, NoteLine, Remark, Signature } from '../schema.ts';
import { text } from '../text.pl.ts';
import { MinutesDocument } from './document.tsx';
import { RemarksPanel } from './remarks.tsx';
import { type Common, Looked, type Sent } from './sent.tsx';

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
