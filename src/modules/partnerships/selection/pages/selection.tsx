import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { ErrorSummary } from '#ui/components/form.tsx';
import { EmptyState, Panel, RuledList, WaitsFor } from '#ui/components/panels.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { SelectionView, Version } from '../schema.ts';
import { text } from '../text.pl.ts';
import { ServicesPanel } from './services.tsx';
import { ConsentPanel, CriteriaPanels, RulesPanel } from './version.tsx';

function Waits(props: { view: SelectionView }) {
  const t = useText(text).waits;
  const { open, coordinates, institutionId } = props.view;
  if (!open) return null;
  const { selection, missing } = open;
  if (selection.state === 'draft')
    return <WaitsFor tone={coordinates ? 'mine' : 'others'} who={t.coordinator} what={`${t.draft}.`} />;
  if (missing.length === 0)
    return <WaitsFor tone={coordinates ? 'mine' : 'others'} who={t.coordinator} what={`${t.ready}.`} />;
  return (
    <WaitsFor
      tone={missing.some((m) => m.id === institutionId) ? 'mine' : 'others'}
      who={missing.map((m) => m.name).join(', ')}
      what={`${t.members}.`}
    />
  );
}

function useMeta() {
  const t = useText(text);
  const { lang } = useView();
  return ({ selection: s }: Version) => [
    <StateTag
      tone={s.state === 'in_force' ? 'success' : s.state === 'superseded' ? 'neutral' : 'info'}
      label={t.states[s.state]}
    />,
    t.version(s.version),
    ...(s.validFrom
      ? [
          s.validTo
            ? t.validTo(formatDate(s.validFrom, lang), formatDate(s.validTo, lang))
            : t.validFrom(formatDate(s.validFrom, lang)),
        ]
      : []),
  ];
}

/** The rules of the partnership, what is being changed in them, and services people wait for. */
export function SelectionPage(props: {
  view: SelectionView;
  keys: readonly string[];
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { view } = props;
  const { partnership: p, inForce, open } = view;
  const base = `/partnerships/${p.id}/selection`;
  const meta = useMeta();
  const shown = inForce ?? open;
  const write = (label: string) => (
    <ButtonLink variant="primary" href={`${base}/write`}>
      {label}
    </ButtonLink>
  );
  return (
    <PartnershipFrame
      partnership={p}
      member
      current="selection"
      title={t.title}
      lead={t.lead}
      meta={shown ? meta(shown) : undefined}
      failed={(props.errors?.length ?? 0) > 0}
      before={<Waits view={view} />}
      aside={
        <>
          {open && (
            <ConsentPanel
              version={open}
              base={base}
              coordinates={view.coordinates}
              represents={view.represents}
              institutionId={view.institutionId}
              keys={props.keys}
            />
          )}
          {view.past.length > 0 && (
            <Panel title={t.past}>
              <RuledList
                items={view.past.map((s) => <a href={`${base}/versions/${s.id}`}>{t.version(s.version)}</a>)}
              />
            </Panel>
          )}
          {inForce && !open && view.coordinates && (
            <Panel title={t.change} level={3}>
              <ButtonLink href={`${base}/write`}>{t.change}</ButtonLink>
            </Panel>
          )}
        </>
      }
    >
      {props.errors && <ErrorSummary errors={props.errors} />}
      {!shown && (
        <EmptyState title={t.none} action={view.coordinates ? write(t.write) : undefined}>
          {t.noneMore}
        </EmptyState>
      )}
      {inForce && (
        <>
          <RulesPanel version={inForce} title={`${t.rules}, ${t.version(inForce.selection.version)}`} />
          <CriteriaPanels version={inForce} base={base} writes={false} />
        </>
      )}
      {open && (
        <>
          <RulesPanel
            version={open}
            title={`${t.rules}, ${t.version(open.selection.version)}: ${t.states[open.selection.state]}`}
            action={
              open.selection.state === 'draft' && view.coordinates ? (
                <ButtonLink small href={`${base}/write`}>
                  {t.edit}
                </ButtonLink>
              ) : undefined
            }
          />
          <CriteriaPanels
            version={open}
            base={base}
            writes={open.selection.state === 'draft' && view.coordinates}
          />
        </>
      )}
      <ServicesPanel view={view} base={base} />
    </PartnershipFrame>
  );
}

/** An earlier version, as it was. */
export function VersionPage(props: { partnership: SelectionView['partnership']; version: Version }) {
  const t = useText(text);
  const { partnership: p, version } = props;
  const base = `/partnerships/${p.id}/selection`;
  const meta = useMeta();
  return (
    <PartnershipFrame
      partnership={p}
      member
      current="selection"
      title={`${t.title}: ${t.version(version.selection.version)}`}
      trail={[{ href: base, label: t.title }]}
      meta={meta(version)}
      aside={
        <ConsentPanel
          version={version}
          base={base}
          coordinates={false}
          represents={false}
          institutionId=""
          keys={[]}
        />
      }
    >
      <RulesPanel version={version} title={t.parts.who} />
      <CriteriaPanels version={version} base={base} writes={false} />
    </PartnershipFrame>
  );
}
