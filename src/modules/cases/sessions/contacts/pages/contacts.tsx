import type { FieldError } from '#kernel/errors.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame, InstitutionBadge } from '../../../pages/case-frame.tsx';
import type { CaseHead } from '../../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Contact, ContactDuty } from '../schema.ts';
import { DutyLine } from './duty.tsx';

export function ContactsPage(props: {
  head: CaseHead;
  contacts: readonly Contact[];
  duty: ContactDuty;
  channels: readonly { readonly value: string; readonly label: string }[];
  canAdd: boolean;
  formKey: string;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const labelOf = (code: string) => props.channels.find((c) => c.value === code)?.label ?? code;
  return (
    <CaseFrame
      head={props.head}
      current="sessions"
      title={t.contacts}
      quiet={props.canAdd}
      failed={(props.errors?.length ?? 0) > 0}
    >
      <DutyLine duty={props.duty} />
      {props.canAdd && (
        <Panel level={3} title={t.addContact}>
          <Form
            action={`/cases/${props.head.case.id}/contacts`}
            formKey={props.formKey}
            values={props.values}
            errors={props.errors}
          >
            <FieldRow>
              <DateField name="held_on" label={t.heldOn} />
              <Select name="channel" label={t.channel} options={props.channels} width="m" />
            </FieldRow>
            <Radios
              name="reached"
              label={t.reached}
              inline
              options={[
                { value: 'yes', label: t.yes },
                { value: 'no', label: t.no },
              ]}
            />
            <TextArea name="note" label={t.note} rows={3} max={2000} optional />
            <FormActions submit={t.addContact} cancelHref={`/cases/${props.head.case.id}/sessions`} />
          </Form>
        </Panel>
      )}
      {props.contacts.length === 0 ? (
        <EmptyState title={t.noContacts}>{t.noContactsMore}</EmptyState>
      ) : (
        <DataTable
          caption={t.contacts}
          captionHidden
          rows={props.contacts}
          columns={[
            {
              key: 'on',
              label: t.heldOn,
              heading: true,
              cell: (k) => <DateText date={k.heldOn} />,
            },
            { key: 'channel', label: t.channel, cell: (k) => labelOf(k.channel) },
            { key: 'result', label: t.reached, cell: (k) => (k.reached ? t.yes : t.no) },
            {
              key: 'by',
              label: t.by,
              cell: (k) => (
                <>
                  <InstitutionBadge type={k.institutionType} name={k.institutionName} /> {k.workerName}
                </>
              ),
            },
            { key: 'note', label: t.note, cell: (k) => k.note },
          ]}
        />
      )}
    </CaseFrame>
  );
}
