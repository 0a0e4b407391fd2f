import type { Child } from 'hono/jsx';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Agreement, Partnership } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { text } from '../text.pl.ts';

/** The versions of the agreement, newest first. */
export function VersionsTable(props: {
  partnershipId: string;
  versions: readonly Agreement[];
  /** Only members read the text. */
  member: boolean;
}) {
  const { agreement: t, state } = useText(words);
  const { lang } = useView();
  return (
    <DataTable
      caption={t.list}
      captionHidden
      rows={props.versions}
      columns={[
        {
          key: 'version',
          label: t.versionColumn,
          heading: true,
          cell: (v) =>
            props.member ? (
              <a href={`/partnerships/${props.partnershipId}/agreements/${v.version}`}>
                {t.version(v.version)}
              </a>
            ) : (
              t.version(v.version)
            ),
        },
        {
          key: 'state',
          label: state,
          cell: (v) => <Tag tone={v.state === 'in_force' ? 'success' : 'neutral'}>{t.states[v.state]}</Tag>,
        },
        {
          key: 'period',
          label: t.valid,
          cell: (v) => t.period(formatDate(v.validFrom, lang), v.validTo && formatDate(v.validTo, lang)),
        },
        { key: 'signatures', label: t.signatures, number: true, cell: (v) => v.signatures },
      ]}
    />
  );
}

export function VersionsPage(props: {
  partnership: Partnership;
  versions: readonly Agreement[];
  coordinates: boolean;
  /** What waits for an answer in the draft, in words; null without a draft. */
  waiting: string | null;
  stage: Child;
}) {
  const [t, all] = [useText(text), useText(words).agreement];
  const { partnership: p, versions, coordinates } = props;
  const base = `/partnerships/${p.id}/agreements`;
  const open = versions.find((v) => v.state === 'draft' || v.state === 'signing');
  const start = coordinates && !open && (
    <ButtonLink href={`${base}/new`} icon="edit" variant={versions.length === 0 ? 'primary' : 'secondary'}>
      {versions.length === 0 ? t.start.first : t.start.amend}
    </ButtonLink>
  );
  return (
    <PartnershipFrame
      partnership={p}
      member
      current="agreement"
      title={t.title}
      lead={t.listLead}
      before={props.stage}
    >
      {versions.length === 0 ? (
        <EmptyState title={t.none} action={start}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <Panel title={all.list} action={start} long>
          <VersionsTable partnershipId={p.id} versions={versions} member />
          {open?.state === 'draft' && props.waiting && (
            <p>
              {props.waiting}{' '}
              {props.coordinates && <a href={`${base}/${open.version}/edit`}>{t.builder.title}</a>}
            </p>
          )}
        </Panel>
      )}
    </PartnershipFrame>
  );
}
