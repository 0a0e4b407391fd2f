import type { FieldError } from '#kernel/errors.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingsFrame } from '../../pages/frame.tsx';
import type { Place } from '../../schema.ts';
import type { GroupLine } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Sent {
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}

export function GroupsPage(props: { groups: readonly GroupLine[]; mayConvene: boolean }) {
  const t = useText(text);
  const convene = props.mayConvene && (
    <ButtonLink href="/partner-groups/new" variant="primary" icon="add">
      {t.new}
    </ButtonLink>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={props.groups.length > 0 && convene}>
      {props.groups.length === 0 ? (
        <EmptyState title={t.none} action={convene}>
          {t.noneHint}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={props.groups}
          columns={[
            {
              key: 'name',
              label: t.name,
              heading: true,
              cell: (g: GroupLine) => <a href={`/partner-groups/${g.id}`}>{g.name}</a>,
            },
            { key: 'voivodeship', label: t.voivodeship, cell: (g) => g.voivodeship },
            { key: 'convener', label: t.convener, cell: (g) => g.convener },
            { key: 'members', label: t.members, cell: (g) => t.count(g.members) },
            { key: 'next', label: t.next, cell: (g) => (g.nextAt ? <TimeText at={g.nextAt} /> : t.noNext) },
          ]}
        />
      )}
    </Page>
  );
}

export function NewGroupPage(
  props: Sent & { voivodeships: readonly { readonly id: string; readonly name: string }[] },
) {
  const t = useText(text);
  return (
    <Page
      title={t.new}
      lead={t.newLead}
      breadcrumb={[{ href: '/partner-groups', label: t.title }]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form action="/partner-groups/new" formKey={props.formKey} values={props.values} errors={props.errors}>
        <TextField name="name" label={t.name} />
        <Select
          name="voivodeship"
          label={t.voivodeship}
          width="m"
          options={props.voivodeships.map((v) => ({ value: v.id, label: v.name }))}
        />
        <TextArea name="aim" label={t.aim} optional rows={4} max={2000} />
        <FormActions submit={t.save} cancelHref="/partner-groups" />
      </Form>
    </Page>
  );
}

export function MembersPage(
  props: Sent & {
    place: Place;
    institutions: readonly { readonly id: string; readonly name: string; readonly member: boolean }[];
  },
) {
  const t = useText(text);
  const { place, institutions } = props;
  return (
    <MeetingsFrame place={place} current="meetings" title={t.changeMembers} lead={t.membersHint}>
      <Form
        action={`${place.base}/members`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <Checkboxes
          name="member"
          label={t.institutions}
          values={props.values ? undefined : institutions.filter((i) => i.member).map((i) => i.id)}
          options={institutions.map((i) => ({ value: i.id, label: i.name }))}
        />
        <FormActions submit={t.saveMembers} cancelHref={place.base} />
      </Form>
    </MeetingsFrame>
  );
}
