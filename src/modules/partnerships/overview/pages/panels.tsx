import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag, WithThread } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { VersionsTable } from '../../agreements/pages/list.tsx';
import { type Member, NEEDS, type Readiness } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { PartnershipView } from '../schema.ts';

export function ReadinessPanel(props: { readiness: Readiness | null }) {
  const t = useText(text);
  const { readiness } = props;
  const whole = readiness !== null && NEEDS.every((need) => readiness[need]);
  return (
    <Panel title={t.readiness} id="readiness">
      <p>{whole ? t.ready : t.readinessLead}</p>
      <RuledList
        items={NEEDS.map((need) => (
          <>
            <Tag tone={readiness?.[need] ? 'success' : 'warning'} icon={readiness?.[need] ? 'done' : 'alert'}>
              {readiness?.[need] ? t.has : t.lacks}
            </Tag>{' '}
            {t.needs[need]}
          </>
        ))}
      />
    </Panel>
  );
}

export function MembersPanel(props: { view: PartnershipView }) {
  const t = useText(text);
  const { lang } = useView();
  const { members, contacts, coordinates, partnership } = props.view;
  const here = members.filter((m) => m.leftOn === null);
  const who = (m: Member) => {
    const own = contacts.filter((c) => c.institutionId === m.institutionId);
    const coordinator = own.find((c) => c.role === 'coordinator');
    return own.filter((c) => c === coordinator || c.workerId !== coordinator?.workerId);
  };
  return (
    <Panel
      title={`${t.members.title}: ${t.membersCount(here.length)}`}
      long
      action={
        coordinates && (
          <ButtonLink href={`/partnerships/${partnership.id}/invitations`} small icon="add">
            {t.members.add}
          </ButtonLink>
        )
      }
    >
      <DataTable
        caption={t.members.title}
        captionHidden
        rows={here}
        columns={[
          {
            key: 'institution',
            label: t.members.institution,
            heading: true,
            cell: (m) =>
              m.thread ? (
                <WithThread thread={m.thread} kind={m.type}>
                  {m.name}
                </WithThread>
              ) : (
                m.name
              ),
          },
          {
            key: 'contact',
            label: t.members.contact,
            cell: (m) =>
              who(m)
                .map((c) => (c.role === 'coordinator' ? `${c.worker} (${t.members.coordinator})` : c.worker))
                .join(', ') || <span class="muted">{t.members.noContact}</span>,
          },
          { key: 'since', label: t.members.since, cell: (m) => formatDate(m.joinedOn, lang) },
          {
            key: 'leave',
            label: t.members.leaveLink,
            quiet: true,
            cell: (m) =>
              coordinates ? (
                <a href={`/partnerships/${partnership.id}/members/${m.id}/leave`}>
                  {t.members.leaveLink}
                  <span class="visually-hidden"> {m.name}</span>
                </a>
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}

export function VersionsPanel(props: { view: PartnershipView }) {
  const t = useText(text).agreement;
  const { versions, partnership, coordinates } = props.view;
  const open = versions.some((v) => v.state === 'draft' || v.state === 'signing');
  const base = `/partnerships/${partnership.id}/agreements`;
  return (
    <Panel
      title={t.list}
      action={
        coordinates &&
        !open && (
          <ButtonLink href={`${base}/new`} small icon="edit">
            {versions.length === 0 ? t.write : t.amend}
          </ButtonLink>
        )
      }
    >
      {versions.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <VersionsTable partnershipId={partnership.id} versions={versions} member={props.view.member} />
      )}
    </Panel>
  );
}
