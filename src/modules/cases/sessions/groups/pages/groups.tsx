import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox, Select, Suggest } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { OwnItem } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Group, GroupView, Listed } from '../service.ts';

export function GroupsPage(props: { groups: readonly Listed[] }) {
  const t = useText(text);
  return (
    <Page
      title={t.groups}
      breadcrumb={[{ href: '/sessions', label: t.title }]}
      actions={
        <ButtonLink href="/sessions/groups/new" variant="primary" icon="add">
          {t.newGroup}
        </ButtonLink>
      }
    >
      {props.groups.length === 0 ? (
        <EmptyState title={t.noGroups}>{t.noGroupsMore}</EmptyState>
      ) : (
        <DataTable
          caption={t.groups}
          captionHidden
          rows={props.groups}
          columns={[
            {
              key: 'name',
              label: t.groupName,
              heading: true,
              cell: (g) => (
                <>
                  <a href={`/sessions/groups/${g.id}`}>{g.name}</a>
                  {!g.active && <span class="under">{t.inactive}</span>}
                </>
              ),
            },
            { key: 'service', label: t.service, cell: (g) => g.service },
            { key: 'leader', label: t.leader, cell: (g) => g.workerName },
            { key: 'place', label: t.place, cell: (g) => g.place },
            { key: 'members', label: t.members, number: true, cell: (g) => String(g.members) },
          ]}
        />
      )}
    </Page>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function GroupFormPage(props: {
  action: string;
  formKey: string;
  version?: number;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  services: readonly Choice[];
  workers: readonly Choice[];
}) {
  const t = useText(text);
  const edit = props.version !== undefined;
  return (
    <Page
      title={edit ? t.editGroup : t.newGroup}
      breadcrumb={[
        { href: '/sessions', label: t.title },
        { href: '/sessions/groups', label: t.groups },
      ]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={props.action}
        formKey={props.formKey}
        version={props.version}
        values={props.values}
        errors={props.errors}
      >
        <TextField name="name" label={t.groupName} maxlength={120} />
        <Suggest name="service_code" label={t.service} options={props.services} width="l" />
        <Select name="worker_id" label={t.leader} options={props.workers} width="m" />
        <TextField name="place" label={t.place} optional maxlength={200} />
        {edit && <Checkbox name="active" label={t.active} />}
        <FormActions cancelHref="/sessions/groups" />
      </Form>
    </Page>
  );
}

function AddMember(props: {
  group: Group;
  items: readonly (OwnItem & { service: string })[];
  formKey: string;
}) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Form action={`/sessions/groups/${props.group.id}/members`} formKey={props.formKey} light>
      <Select
        name="item"
        label={t.person}
        options={props.items.map((i) => ({
          value: `${i.caseId}:${i.lineageId}`,
          label: t.itemOption(
            i.personName,
            i.caseNumber,
            i.service,
            formatDate(i.startsOn, lang),
            formatDate(i.dueOn, lang),
          ),
        }))}
      />
      <div>
        <Button icon="add">{t.addMember}</Button>
      </div>
    </Form>
  );
}

export function GroupPage(props: { view: GroupView; formKey: string }) {
  const t = useText(text);
  const { group, members, items } = props.view;
  const base = `/sessions/groups/${group.id}`;
  return (
    <Page
      title={group.name}
      breadcrumb={[
        { href: '/sessions', label: t.title },
        { href: '/sessions/groups', label: t.groups },
      ]}
      meta={[group.service, group.workerName, group.place, group.active ? null : t.inactive]}
      actions={
        group.active && (
          <ButtonLink href={`/sessions/new?for=g:${group.id}`} variant="primary" icon="add">
            {t.plan}
          </ButtonLink>
        )
      }
    >
      <Panel title={`${t.members}: ${members.length}`} long>
        {members.length === 0 ? (
          <p class="muted">{t.noMembers}</p>
        ) : (
          <DataTable
            caption={t.members}
            captionHidden
            rows={members}
            columns={[
              {
                key: 'name',
                label: t.person,
                heading: true,
                cell: (m) => (
                  <>
                    {m.name}
                    <a class="under" href={`/cases/${m.caseId}/sessions`}>
                      {m.caseNumber}
                    </a>
                  </>
                ),
              },
              { key: 'since', label: t.heldOn, cell: (m) => <DateText date={m.joinedOn} /> },
              {
                key: 'do',
                label: t.removeMember,
                quiet: true,
                cell: (m) => (
                  <Form action={`${base}/members/${m.id}/remove`} light>
                    <Button small variant="tertiary">
                      {t.removeMember}
                      <span class="visually-hidden">: {m.name}</span>
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
        )}
        {group.active && items.length > 0 && (
          <AddMember group={group} items={items} formKey={props.formKey} />
        )}
      </Panel>
      <p>
        <ButtonLink href={`${base}/edit`} small>
          {t.editGroup}
        </ButtonLink>
      </p>
    </Page>
  );
}
