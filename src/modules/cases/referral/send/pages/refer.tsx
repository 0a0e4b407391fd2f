import { typed, typedList } from '#kernel/forms/forms.ts';
import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkbox, Checkboxes, Radios, Select } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { NearbyPanel } from '../../../nearby/api.ts';
import { Candidates, ContactFields, IdentityFields, personName } from '../../../person/api.ts';
import type { Term } from '../../../schema.ts';
import { MAX_REASON } from '../../schema.ts';
import type { Member } from '../../service.ts';
import { text } from '../../text.pl.ts';
import type { Nearby, ReferFormData } from '../form/schema.ts';
import { Drafts } from './drafts.tsx';

/** Institutions in two groups: who sees the identity, and who sees it only on acceptance. */
export function RecipientSelect(props: { members: readonly Member[] }) {
  const t = useText(text);
  const option = (m: Member) => ({
    value: m.id,
    label: m.competent && m.byLaw && m.type !== 'PUP' ? `${m.name} (${t.form.suggested})` : m.name,
  });
  const groups = [
    { label: t.form.byLaw, options: props.members.filter((m) => m.byLaw).map(option) },
    { label: t.form.byCode, options: props.members.filter((m) => !m.byLaw).map(option) },
  ].filter((g) => g.options.length > 0);
  return <Select name="recipient" label={t.form.recipient} hint={t.form.recipientHint} options={groups} />;
}

/** What a referral says apart from the person; the same for a new case and for an invitation to one under way. */
export function ContentFields(props: {
  needs: readonly Term[];
  forms: readonly Term[];
  members: readonly Member[];
  nearby: Nearby | null;
  chosen: string;
  /** Where the form goes to show what is nearby, and to pick a recipient from it. */
  nearbyAction: string;
}) {
  const t = useText(text);
  return (
    <>
      <Checkboxes
        name="needs"
        label={t.form.needs}
        hint={t.form.needsHint}
        options={props.needs.map((n) => ({ value: n.code, label: n.label }))}
      />
      <Fieldset legend={t.form.where}>
        <p class="no-print">
          <Button small icon="search" formaction={props.nearbyAction} formnovalidate>
            {t.form.nearby}
          </Button>
        </p>
        {props.nearby && (
          <NearbyPanel
            {...props.nearby}
            recipients={props.members.map(({ id }) => id)}
            chosen={props.chosen}
            chooseAction={props.nearbyAction}
          />
        )}
        <RecipientSelect members={props.members} />
        <TextArea name="reason" label={t.form.reason} hint={t.form.reasonHint} rows={3} max={MAX_REASON} />
        <Checkbox name="urgent" label={t.form.urgent} hint={t.form.urgentHint} />
      </Fieldset>
      <Fieldset legend={t.form.informed}>
        <FieldRow>
          <DateField name="informed_on" label={t.form.informedOn} />
          <Select
            name="informed_form"
            label={t.form.informedForm}
            width="m"
            options={props.forms.map((f) => ({ value: f.code, label: f.label }))}
          />
        </FieldRow>
      </Fieldset>
    </>
  );
}

function PersonPart(props: { data: ReferFormData }) {
  const t = useText(text);
  const { lang } = useView();
  const { known, candidates, gminas, values } = props.data;
  if (known)
    return (
      <Panel title={personName(known)} tone="tinted">
        <input type="hidden" name="person" value={known.id} />
        <p>
          {[
            known.birthDate && formatDate(known.birthDate, lang),
            gminas.find((g) => g.id === known.gminaId)?.name,
            known.locality,
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
        <p class="muted">{t.form.known}</p>
        <Button small formaction="/referrals/new/other" formnovalidate>
          {t.form.otherPerson}
        </Button>
      </Panel>
    );
  return (
    <Fieldset legend={t.form.person}>
      <IdentityFields
        unidentified={typed(values, 'unidentified') === 'yes' || typed(values, 'document') !== ''}
      />
      <p class="no-print">
        <Button small icon="search" formaction="/referrals/new/check" formnovalidate>
          {t.form.check}
        </Button>
      </p>
      {candidates?.length === 0 && (
        <div id="candidates" tabindex={-1}>
          <Notice tone="success">{t.form.nobody}</Notice>
        </div>
      )}
      {candidates && candidates.length > 0 && (
        <Candidates
          typed={props.data.written}
          candidates={candidates}
          handoverAction="/referrals/new/handover"
        />
      )}
      {!candidates && typed(values, 'person') === 'new' && <input type="hidden" name="person" value="new" />}
      <ContactFields gminas={gminas} />
    </Fieldset>
  );
}

export function ReferPage(props: { data: ReferFormData }) {
  const t = useText(text);
  const { data } = props;
  const bases: Readonly<Record<string, string>> = t.view.bases;
  const operating = data.partnerships.filter((p) => p.operating);
  const values = { lang: 'pl', ...data.values, needs: typedList(data.values, 'needs') };
  return (
    <Page
      title={t.form.title}
      lead={t.form.lead}
      breadcrumb={[{ href: '/referrals', label: t.title }]}
      failed={Boolean(data.errors?.length)}
      aside={data.drafts.length > 0 ? <Drafts drafts={data.drafts} /> : undefined}
    >
      {operating.length === 0 ? (
        <EmptyState title={t.form.noPartnership}>{t.form.noPartnershipBody}</EmptyState>
      ) : (
        <Form action="/referrals/new" values={values} errors={data.errors} autosave="/referrals/draft">
          <input type="hidden" name="draft" value={data.draftId} />
          {typed(data.values, 'previous') && (
            <input type="hidden" name="previous" value={typed(data.values, 'previous')} />
          )}
          {operating.length > 1 ? (
            <Select
              name="partnership"
              label={t.form.partnership}
              options={operating.map((p) => ({ value: p.id, label: p.name }))}
            />
          ) : (
            <input type="hidden" name="partnership" value={operating[0]?.id ?? ''} />
          )}
          <PersonPart data={data} />
          <ContentFields
            needs={data.needs}
            forms={data.forms}
            members={data.members}
            nearby={data.nearby}
            chosen={typed(data.values, 'recipient')}
            nearbyAction="/referrals/new/nearby"
          />
          {data.bases.length > 0 && (
            <Radios
              name="basis"
              label={t.form.basis}
              hint={t.form.basisHint}
              options={data.bases.map((code) => ({ value: code, label: bases[code] ?? code }))}
            />
          )}
          <TextField name="office_sign" label={t.form.officeSign} width="m" optional />
          <FormActions submit={t.form.next}>
            <Button formaction="/referrals/new/save" formnovalidate>
              {t.form.saveDraft}
            </Button>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}
