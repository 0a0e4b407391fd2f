import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox, Checkboxes, Select } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import { type Card, CONTACT_ROWS, TERM_KINDS, type Term } from '../schema.ts';
import { text } from '../text.pl.ts';

const valuesOf = (card: Card): FormValues => ({
  lead: card.lead,
  specialises: card.specialises,
  targetNote: card.targetNote,
  proudOf: card.proudOf,
  site: card.site,
  hosts: card.hosts ? 'yes' : '',
  hostOffer: card.hostOffer,
  ...Object.fromEntries(
    TERM_KINDS.map((kind) => [
      kind,
      card.terms.filter((term) => term.kind === kind).map((term) => term.code),
    ]),
  ),
  ...Object.fromEntries(
    card.contacts.flatMap((contact, n) => [
      [`topic${n}`, contact.term.code],
      [`institution${n}`, contact.institutionId],
      [`role${n}`, contact.role],
    ]),
  ),
});

/** The coordinator writes the card. */
export function EditCardPage(props: {
  card: Card;
  terms: readonly Term[];
  formKey: string;
  values?: FormValues;
  errors?: readonly FieldError[];
  current?: Card | null;
}) {
  const t = useText(text);
  const { card, terms } = props;
  const options = (kind: string) =>
    terms.filter((term) => term.kind === kind).map(({ code, name }) => ({ value: code, label: name }));
  const action = `/partnerships/${card.id}/card`;
  const published = card.publishedOn !== null;
  return (
    <PartnershipFrame
      partnership={card}
      member
      current="summary"
      title={t.editTitle}
      lead={t.editLead}
      width="text"
      failed={(props.errors ?? []).length > 0}
    >
      <Form
        action={action}
        formKey={props.formKey}
        version={card.rowVersion}
        values={props.values ?? valuesOf(card)}
        errors={props.errors}
      >
        <TextArea name="lead" label={t.leadField} hint={t.leadHint} rows={2} max={400} />
        <TextArea name="specialises" label={t.specialises} rows={5} max={3000} optional />
        {TERM_KINDS.map((kind) => (
          <Checkboxes name={kind} label={t.kinds[kind]} options={options(kind)} optional />
        ))}
        <TextArea name="targetNote" label={t.targetNote} rows={3} max={2000} optional />
        <TextArea name="proudOf" label={t.proudOf} rows={4} max={3000} optional />
        <TextField name="site" label={t.siteField} type="url" maxlength={300} optional />
        <Checkbox name="hosts" label={t.hostsField} />
        <TextArea name="hostOffer" label={t.hostOffer} rows={3} max={2000} optional />
        <Fieldset legend={t.contactsLegend} hint={t.contactsHint}>
          {CONTACT_ROWS.map((n) => (
            <Fieldset legend={t.contactN(n + 1)} block={false}>
              <Select name={`topic${n}`} label={t.topicField} options={options('topic')} optional />
              <Select
                name={`institution${n}`}
                label={t.institutionField}
                options={card.members.map((m) => ({ value: m.institutionId, label: m.name }))}
                optional
              />
              <TextField name={`role${n}`} label={t.roleField} maxlength={120} optional />
            </Fieldset>
          ))}
        </Fieldset>
        {published ? (
          <FormActions submit={t.saveShown} cancelHref={`/network/${card.id}`} />
        ) : (
          <div class="form-actions">
            <Button variant="primary" name="publish" value="yes">
              {t.publish}
            </Button>
            <Button>{t.save}</Button>
          </div>
        )}
      </Form>
      {published && (
        <p>
          <ButtonLink href={`${action}/hide`} variant="tertiary">
            {t.hide}
          </ButtonLink>
        </p>
      )}
    </PartnershipFrame>
  );
}

export function HideCardPage(props: { card: Card; formKey: string }) {
  const t = useText(text);
  const { card } = props;
  return (
    <PartnershipFrame
      partnership={card}
      member
      current="summary"
      title={t.hide}
      lead={t.hideHow}
      width="text"
    >
      <Form action={`/partnerships/${card.id}/card/hide`} formKey={props.formKey} light>
        <FormActions submit={t.hide} cancelHref={`/network/${card.id}`} />
      </Form>
    </PartnershipFrame>
  );
}
