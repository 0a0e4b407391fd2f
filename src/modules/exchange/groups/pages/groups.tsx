import type { FieldError } from '#kernel/errors.ts';
import { threadOf } from '#modules/organisations/api.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag, WithThread } from '#ui/components/tags.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { type Group, groupPath, JOININGS, type ListedGroup, type Member, READINGS } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Sent {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

/** All groups a worker may know of, their own first. */
export function GroupsPage(props: { groups: readonly ListedGroup[]; mayFound: boolean }) {
  const t = useText(text);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={props.mayFound && <ButtonLink href="/groups/new">{t.found}</ButtonLink>}
    >
      {props.groups.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
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
              cell: (group) => (
                <>
                  <a href={groupPath(group.id)}>{group.name}</a>{' '}
                  {group.belongs && <Tag tone="accent">{t.mine}</Tag>}
                  {group.closed && <Tag>{t.closed}</Tag>}
                </>
              ),
            },
            { key: 'description', label: t.description, cell: (group) => group.description },
            {
              key: 'last',
              label: t.lastAt,
              cell: (group) => (group.lastAt ? <TimeText at={group.lastAt} /> : '–'),
            },
          ]}
        />
      )}
    </Page>
  );
}

const crumbs = (t: { title: string }, group?: Group) => [
  { href: '/groups', label: t.title },
  ...(group ? [{ href: groupPath(group.id), label: group.name }] : []),
];

export function FoundPage(props: Sent & { formKey: string }) {
  const t = useText(text);
  return (
    <Page title={t.foundTitle} width="text" failed={(props.errors ?? []).length > 0} breadcrumb={crumbs(t)}>
      <Form action="/groups/new" formKey={props.formKey} values={props.values} errors={props.errors}>
        <TextField name="name" label={t.name} maxlength={120} />
        <TextArea name="description" label={t.description} rows={4} max={2000} />
        <Radios
          name="reading"
          label={t.reading}
          options={READINGS.map((value) => ({ value, label: t.readings[value] }))}
        />
        <Radios
          name="joining"
          label={t.joining}
          options={JOININGS.map((value) => ({ value, label: t.joinings[value] }))}
        />
        <FormActions submit={t.foundSubmit} cancelHref="/groups" />
      </Form>
    </Page>
  );
}

export function InvitePage(props: Sent & { group: Group }) {
  const t = useText(text);
  return (
    <Page
      title={t.inviteTitle}
      lead={t.inviteLead}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={crumbs(t, props.group)}
    >
      <Form action={`${groupPath(props.group.id)}/invite`} values={props.values} errors={props.errors} light>
        <TextField name="email" type="email" label={t.email} maxlength={254} width="m" />
        <FormActions submit={t.inviteSubmit} cancelHref={groupPath(props.group.id)} />
      </Form>
    </Page>
  );
}

export function MembersPage(props: { group: Group; members: readonly Member[] }) {
  const t = useText(text);
  return (
    <Page title={t.membersTitle(props.group.name)} breadcrumb={crumbs(t, props.group)}>
      <DataTable
        caption={t.members}
        captionHidden
        rows={props.members}
        columns={[
          { key: 'name', label: t.member, heading: true, cell: (member) => member.name },
          {
            key: 'institution',
            label: t.institution,
            cell: (member) => {
              const thread = threadOf(member.institutionType);
              return thread ? (
                <WithThread thread={thread} name={member.institution}>
                  {member.institution}
                </WithThread>
              ) : (
                member.institution
              );
            },
          },
          { key: 'role', label: t.role, cell: (member) => (member.keeper ? t.keeper : t.plainMember) },
        ]}
      />
    </Page>
  );
}

/** An invitation, or a link that turns letters off: opening changes nothing, the button does. */
export function LinkPage(props: {
  action: string;
  kind: 'join' | 'digest';
  about: { name: string; description: string } | null;
}) {
  const t = useText(text);
  const isJoin = props.kind === 'join';
  if (props.about === null) {
    return (
      <Page title={t.joinTitle} width="text" unprinted>
        <p>{t.joinVoid}</p>
      </Page>
    );
  }
  return (
    <Page title={isJoin ? t.joinTitle : t.digestTitle} width="text" unprinted>
      {isJoin ? (
        <>
          <h2>{props.about.name}</h2>
          <p>{props.about.description}</p>
        </>
      ) : (
        <p>{t.digestLead}</p>
      )}
      <Form action={props.action} light>
        <FormActions submit={isJoin ? t.joinSubmit : t.digestSubmit} />
      </Form>
    </Page>
  );
}

export function DigestLeftPage() {
  const t = useText(text);
  return (
    <Page title={t.digestTitle} width="text" unprinted>
      <p>{t.digestLeft}</p>
    </Page>
  );
}
