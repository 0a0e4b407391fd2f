import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { WithThread } from '#ui/components/tags.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Member, Partnership } from '../../schema.ts';
import type { Invitation } from '../schema.ts';
import { text } from '../text.pl.ts';

/** The invitation as the invited institution reads it, with the place for its answer. */
export function InvitationPage(props: {
  partnership: Partnership;
  invitation: Invitation;
  members: readonly Member[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).invitation;
  const { lang } = useView();
  const { partnership: p, invitation: v } = props;
  return (
    <PartnershipFrame
      partnership={p}
      member={false}
      current="summary"
      title={t.title}
      lead={t.lead(p.name)}
      failed={(props.errors?.length ?? 0) > 0}
      aside={
        <Panel title={t.members}>
          <RuledList
            items={props.members.map((m) =>
              m.thread ? (
                <WithThread thread={m.thread} kind={m.type}>
                  {m.name}
                </WithThread>
              ) : (
                m.name
              ),
            )}
          />
        </Panel>
      }
    >
      <Panel title={t.word}>
        {v.word && <p class="pre-line">{v.word}</p>}
        <p class="muted">{t.from(v.invitedBy, formatDate(v.sentOn, lang))}</p>
      </Panel>
      <Panel title={t.means}>
        <RuledList items={[t.meaning.member, t.meaning.draft, t.meaning.free]} />
      </Panel>
      <Panel title={t.answer}>
        <Form
          light
          action={`/partnerships/${p.id}/invitation`}
          formKey={props.formKey}
          values={props.values}
          errors={props.errors}
        >
          <Radios
            name="answer"
            label={t.answer}
            options={[
              { value: 'accepted', label: t.accepted },
              { value: 'declined', label: t.declined },
            ]}
          />
          <TextArea name="word" label={t.ownWord} rows={3} optional />
          <FormActions submit={t.send} cancelHref={`/partnerships/${p.id}`} />
        </Form>
      </Panel>
    </PartnershipFrame>
  );
}
