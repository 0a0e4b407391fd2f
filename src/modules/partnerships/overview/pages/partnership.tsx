import { ButtonLink } from '#ui/components/buttons.tsx';
import { Panel, WaitsFor } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { CeilingTable } from '../../agreements/pages/ceiling.tsx';
import { Stage } from '../../initiative/pages/stage.tsx';
import { text as words } from '../../initiative/text.pl.ts';
import { PartnershipFrame } from '../../pages/frame.tsx';
import { text } from '../../text.pl.ts';
import type { PartnershipView } from '../schema.ts';
import { PartnershipStateTag } from './list.tsx';
import { MembersPanel, ReadinessPanel, VersionsPanel } from './panels.tsx';

export function PartnershipPage(props: { view: PartnershipView }) {
  const [t, own] = [useText(text), useText(words)];
  const { view } = props;
  const { partnership: p } = view;
  const base = `/partnerships/${p.id}`;
  const coordinator = view.contacts.find((c) => c.role === 'coordinator');
  return (
    <PartnershipFrame
      partnership={p}
      member={view.member}
      current="summary"
      meta={[
        <PartnershipStateTag state={p.state} />,
        p.county,
        coordinator ? t.coordinatorIs(coordinator.worker) : t.noCoordinator,
      ]}
      before={
        <>
          {view.stage && <Stage stage={view.stage} />}
          {view.invited && (
            <WaitsFor
              tone="mine"
              who={own.invitation.waits}
              action={
                <ButtonLink variant="primary" href={`${base}/invitation`}>
                  {own.invitation.open}
                </ButtonLink>
              }
            />
          )}
        </>
      }
      aside={
        <>
          <ReadinessPanel readiness={view.readiness} />
          <Panel title={t.area.title}>
            <p>{view.area.map((g) => g.name).join(', ') || t.area.none}</p>
            {view.member && (
              <p>
                <a href={`${base}/needs`}>{own.needs.link}</a>
              </p>
            )}
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
    </PartnershipFrame>
  );
}
