import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Panel, RuledList, WaitsFor } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag, WithThread } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CeilingTable } from '../../agreements/pages/ceiling.tsx';
import { type Member, NEEDS, type Readiness } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { PartnershipView } from '../schema.ts';
import { PartnershipStateTag } from './list.tsx';

function ReadinessPanel(props: { readiness: Readiness | null }) {
  const t = useText(text);
  const { readiness } = props;
  const whole = readiness !== null && NEEDS.every((need) => readiness[need]);
  return (
    <Panel title={t.readiness}>
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

function MembersPanel(props: { view: PartnershipView }) {
  const t = useText(text);
  const { lang } = useView();
  const { members, contacts, coordinates, partnership } = props.view;
  const here = members.filter((m) => m.leftOn === null);
  const who = (m: Member) => contacts.filter((c) => c.institutionId === m.institutionId);
  return (
    <Panel
      title={`${t.members.title}: ${t.membersCount(here.length)}`}
      long
      action={
        coordinates && (
          <ButtonLink href={`/partnerships/${partnership.id}/members/new`} small icon="add">
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

function VersionsPanel(props: { view: PartnershipView }) {
  const t = useText(text).agreement;
  const { lang } = useView();
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
        <DataTable
          caption={t.list}
          captionHidden
          rows={versions}
          columns={[
            {
              key: 'version',
              label: t.versionColumn,
              heading: true,
              cell: (v) => <a href={`${base}/${v.version}`}>{t.version(v.version)}</a>,
            },
            {
              key: 'state',
              label: t.valid,
              cell: (v) => (
                <Tag tone={v.state === 'in_force' ? 'success' : 'neutral'}>{t.states[v.state]}</Tag>
              ),
            },
            {
              key: 'period',
              label: t.from,
              cell: (v) => t.period(formatDate(v.validFrom, lang), v.validTo && formatDate(v.validTo, lang)),
            },
            { key: 'signatures', label: t.signatures, number: true, cell: (v) => v.signatures },
          ]}
        />
      )}
    </Panel>
  );
}

function Waits(props: { view: PartnershipView }) {
  const t = useText(text);
  const { state } = props.view.partnership;
  if (state === 'operating' || state === 'ended') return null;
  const open = props.view.versions.find((v) => v.state === 'signing' || v.state === 'draft');
  const base = `/partnerships/${props.view.partnership.id}`;
  return (
    <WaitsFor
      tone={props.view.coordinates ? 'mine' : 'others'}
      who={t.waits[state]}
      action={
        props.view.coordinates && open ? (
          <ButtonLink variant="primary" href={`${base}/agreements/${open.version}`}>
            {t.agreement.version(open.version)}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

export function PartnershipPage(props: { view: PartnershipView }) {
  const t = useText(text);
  const { view } = props;
  const { partnership: p } = view;
  const base = `/partnerships/${p.id}`;
  const coordinator = view.contacts.find((c) => c.role === 'coordinator');
  return (
    <Page
      title={p.name}
      breadcrumb={[{ href: '/partnerships', label: t.title }]}
      meta={[
        <PartnershipStateTag state={p.state} />,
        p.county,
        coordinator ? t.coordinatorIs(coordinator.worker) : t.noCoordinator,
      ]}
      before={<Waits view={view} />}
      aside={
        <>
          <ReadinessPanel readiness={view.readiness} />
          <Panel title={t.area.title}>
            <p>{view.area.map((g) => g.name).join(', ') || t.area.none}</p>
            {view.coordinates && <ButtonLink href={`${base}/area`}>{t.area.change}</ButtonLink>}
          </Panel>
          {view.represents && (
            <Panel title={t.members.contacts}>
              <ButtonLink href={`${base}/contacts`}>{t.members.nameContact}</ButtonLink>
            </Panel>
          )}
        </>
      }
    >
      <MembersPanel view={view} />
      <VersionsPanel view={view} />
      <Panel title={t.ceiling.title}>
        <CeilingTable ceiling={view.inForce?.ceiling ?? []} />
      </Panel>
      {view.moves.length > 0 && (
        <Panel title={t.actions.title} level={3}>
          <div class="form-actions no-print">
            {view.moves.map((to) => (
              <ButtonLink href={`${base}/state/${to}`} danger={to === 'ended'}>
                {t.actions[to as keyof typeof t.actions.confirm]}
              </ButtonLink>
            ))}
          </div>
        </Panel>
      )}
    </Page>
  );
}
