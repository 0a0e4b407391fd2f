import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { typeWords } from '#modules/organisations/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkboxes, Radios } from '#ui/components/choices.tsx';
import { Form, FormActions, HiddenFields } from '#ui/components/form.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag, type TagTone } from '#ui/components/tags.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Partnership } from '../../schema.ts';
import type { Invitable, Invitation, InvitationState } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<InvitationState, TagTone>> = {
  sent: 'warning',
  accepted: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
};

export interface InvitationsProps {
  partnership: Partnership;
  invitations: readonly Invitation[];
  invitable: readonly Invitable[] | null;
  newKey: () => string;
  /** The form that came back: `invite`, or the id of an invitation. */
  back?: {
    form: string;
    values?: Readonly<Record<string, unknown>>;
    errors?: readonly FieldError[];
  };
}

function Actions(props: InvitationsProps & { invitation: Invitation }) {
  const t = useText(text);
  const { invitation: v, partnership: p, back } = props;
  const base = `/partnerships/${p.id}/invitations/${v.id}`;
  const mine = back?.form === v.id ? back : undefined;
  if (props.invitable === null || v.state !== 'sent') return null;
  return (
    <>
      {v.silent && (
        <Details summary={t.invitations.paper} open={mine !== undefined || undefined}>
          <p>{t.invitations.paperHint}</p>
          <Form
            light
            part={v.id.slice(-12)}
            action={`${base}/paper`}
            formKey={props.newKey()}
            values={mine?.values}
            errors={mine?.errors}
          >
            <Radios
              name="answer"
              label={t.invitation.answer}
              options={[
                { value: 'accepted', label: t.invitations.states.accepted },
                { value: 'declined', label: t.invitations.states.declined },
              ]}
            />
            <TextField name="word" label={t.invitations.paperWord} maxlength={2000} />
            <Button>{t.invitations.save}</Button>
          </Form>
        </Details>
      )}
      <form method="post" action={`${base}/withdraw`}>
        <HiddenFields formKey={props.newKey()} />
        <Button small variant="tertiary">
          {t.invitations.withdraw}
          <span class="visually-hidden"> {v.institution}</span>
        </Button>
      </form>
    </>
  );
}

function Sent(props: InvitationsProps) {
  const t = useText(text).invitations;
  const { lang } = useView();
  return (
    <DataTable
      caption={t.list}
      captionHidden
      rows={props.invitations}
      columns={[
        { key: 'institution', label: t.institution, heading: true, cell: (v) => v.institution },
        { key: 'sent', label: t.sent, cell: (v) => formatDate(v.sentOn, lang) },
        {
          key: 'state',
          label: t.state,
          cell: (v) => (
            <>
              <Tag tone={TONES[v.state]}>{t.states[v.state]}</Tag>
              {v.answeredOn && ` ${formatDate(v.answeredOn, lang)}`}
              {v.onPaper && <span class="muted"> {t.onPaper}</span>}
              {v.answer && <p class="pre-line">{v.answer}</p>}
            </>
          ),
        },
        {
          key: 'actions',
          label: t.actions,
          quiet: true,
          cell: (v) => <Actions {...props} invitation={v} />,
        },
      ]}
    />
  );
}

/** Whom the partnership invited, what they answered, and the form to invite more. */
export function InvitationsPage(props: InvitationsProps) {
  const t = useText(text).invitations;
  const { lang } = useView();
  const { partnership: p, invitations, invitable, back } = props;
  const mine = back?.form === 'invite' ? back : undefined;
  const types = typeWords(lang);
  return (
    <PartnershipFrame
      partnership={p}
      member
      current="summary"
      title={t.title}
      lead={t.lead}
      failed={(back?.errors?.length ?? 0) > 0}
    >
      <Panel title={t.list} long>
        {invitations.length === 0 ? <p>{t.none}</p> : <Sent {...props} />}
      </Panel>
      {invitable !== null && (
        <Panel title={t.inviteTitle} long>
          {invitable.length === 0 ? (
            <p>{t.nobody}</p>
          ) : (
            <Form
              part="invite"
              action={`/partnerships/${p.id}/invitations`}
              formKey={props.newKey()}
              values={mine?.values}
              errors={mine?.errors}
            >
              <Checkboxes
                name="institution"
                label={t.institution}
                hint={t.inviteHint}
                options={invitable.map((each) => ({
                  value: each.id,
                  label: each.name,
                  hint: types[each.type] ?? each.type,
                }))}
              />
              <TextArea name="word" label={t.word} hint={t.wordHint} rows={4} optional />
              <FormActions submit={t.invite} cancelHref={`/partnerships/${p.id}`} />
            </Form>
          )}
        </Panel>
      )}
    </PartnershipFrame>
  );
}
