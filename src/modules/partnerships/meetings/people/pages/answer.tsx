import type { FieldError } from '#kernel/errors.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { When, Where } from '../../pages/parts.tsx';
import { ANSWERS } from '../../schema.ts';
import type { Attendee, Invitation } from '../schema.ts';
import { text } from '../text.pl.ts';

function AnswerFields() {
  const t = useText(text);
  return (
    <>
      <Radios
        name="answer"
        label={t.own}
        options={ANSWERS.map((value) => ({ value, label: t.ownAnswers[value] }))}
      />
      <TextField name="substitute" label={t.substitute} hint={t.substituteHint} />
    </>
  );
}

/** The answer of the worker who reads. */
export function OwnAnswer(props: {
  action: string;
  formKey: string;
  own: Pick<Attendee, 'answer' | 'substitute'>;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const values = props.values ?? {
    answer: props.own.answer ?? undefined,
    substitute: props.own.substitute,
  };
  return (
    <Panel title={t.own} id="answer">
      <Form light action={props.action} formKey={props.formKey} values={values} errors={props.errors}>
        <AnswerFields />
        <FormActions submit={t.sendAnswer} />
      </Form>
    </Panel>
  );
}

/** What the link of an invitation opens, without an account. */
export function InvitationPage(props: {
  token: string;
  invitation: Invitation;
  answered?: boolean;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { now } = useView();
  const { invitation: m, token } = props;
  const body = m.bodyKind === 'group' || m.bodyKind === 'whole' || m.bodyKind === 'team' ? m.bodyKind : null;
  const path = `/meetings/invitations/${token}`;
  const values = props.values ?? { answer: m.answer ?? undefined, substitute: m.substitute };
  const open = m.state === 'called' && m.startsAt > now;
  return (
    <Page
      title={t.invitation}
      lead={m.title}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
      before={
        props.answered && (
          <Notice tone="success">
            <p>{t.answered}</p>
          </Notice>
        )
      }
    >
      {m.state === 'cancelled' && (
        <Notice tone="warning" quiet>
          <p>{t.cancelled}</p>
        </Notice>
      )}
      <SummaryList
        items={[
          { term: body ? t.bodies[body] : t.from, value: m.bodyName },
          { term: t.when, value: <When meeting={m} /> },
          { term: t.where, value: <Where meeting={m} /> },
        ]}
      />
      {m.aim && <p>{m.aim}</p>}
      {m.points.length > 0 && (
        <Panel title={t.agenda}>
          <ol>
            {m.points.map((point) => (
              <li>{point}</li>
            ))}
          </ol>
        </Panel>
      )}
      <p>
        <a href={`${path}/meeting.ics`}>{t.toCalendar}</a>
      </p>
      {open ? (
        <Form light action={path} values={values} errors={props.errors}>
          <AnswerFields />
          <FormActions submit={t.sendAnswer} />
        </Form>
      ) : (
        m.state !== 'cancelled' && <p>{t.over}</p>
      )}
    </Page>
  );
}
