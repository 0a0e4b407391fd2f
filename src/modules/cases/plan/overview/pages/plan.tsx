import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Details, EmptyState, Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../../pages/case-frame.tsx';
import { Arrangements, GoalPanel, ItemTable, PlanStateTag, Signatures } from '../../pages/content.tsx';
import { Warnings } from '../../pages/warnings.tsx';
import { nextOfDraft, type PlanItem } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { DiagnosisDigest, PlanOverview } from '../service.ts';

export function DiagnosisPanel(props: { diagnosis: DiagnosisDigest }) {
  const t = useText(text);
  const { diagnosis: d } = props;
  const parts = [
    { title: t.conclusion, body: d.conclusion },
    { title: t.ownView, body: d.ownView },
    { title: t.strengths, body: d.strengths },
    { title: t.functional, body: d.functional.join('\n') },
  ].filter((p) => p.body !== '');
  return (
    <Panel level={3} title={t.fromDiagnosis}>
      {parts.map((p, i) => (
        <Details summary={p.title} open={i === 0}>
          <p>{p.body}</p>
        </Details>
      ))}
    </Panel>
  );
}

function Versions(props: { o: PlanOverview; base: string }) {
  const t = useText(text);
  const { o, base } = props;
  if (o.versions.length === 0) return null;
  return (
    <Panel level={3} title={t.versions}>
      <RuledList
        items={o.versions.map((v, i) => (
          <>
            <a href={`${base}/versions/${v.version}`}>
              {t.version} {v.version}
            </a>
            , {t.states[v.state]} <DateText date={v.signedOn ?? v.createdAt} />
            {i < o.versions.length - 1 && (
              <>
                <br />
                <a class="small" href={`${base}/compare?to=${v.version}`}>
                  {t.compare}
                </a>
              </>
            )}
          </>
        ))}
      />
    </Panel>
  );
}

function Instruments(props: { o: PlanOverview; base: string }) {
  const t = useText(text);
  const { o, base } = props;
  return (
    <Panel
      level={3}
      title={t.instruments}
      id="instruments"
      foot={t.instrumentsMore}
      action={
        o.can.instrument && (
          <a href={`${base}/instruments/new`} class="no-print">
            {t.addInstrument}
          </a>
        )
      }
    >
      {o.instruments.length === 0 ? (
        <p class="muted">{t.noInstruments}</p>
      ) : (
        <DataTable
          caption={t.instruments}
          captionHidden
          rows={o.instruments}
          columns={[
            {
              key: 'kind',
              label: t.instrument,
              heading: true,
              cell: (n) => (
                <>
                  {o.can.instrument ? <a href={`${base}/instruments/${n.id}`}>{n.label}</a> : n.label}
                  {n.number && <span class="under">{n.number}</span>}
                </>
              ),
            },
            { key: 'owner', label: t.owner, cell: (n) => n.institutionName },
            {
              key: 'from',
              label: t.startedDate,
              cell: (n) => n.startedOn && <DateText date={n.startedOn} />,
            },
            { key: 'to', label: t.endsDate, cell: (n) => n.endsOn && <DateText date={n.endsOn} /> },
            { key: 'state', label: t.state, cell: (n) => t.instrumentStates[n.state] },
          ]}
        />
      )}
    </Panel>
  );
}

/** Everybody else has signed: what is left is the person's signature, which the reader may take down from paper. */
const onlyPersonSigns = (o: PlanOverview): boolean =>
  o.can.paper && o.missing.every((m) => m.signer === 'person');

/** The one filled button: what the reader should do with the plan now. */
function NextStep(props: { o: PlanOverview; base: string; formKey: string }) {
  const t = useText(text);
  const { o, base } = props;
  const post = (path: string, label: string) => (
    <Form action={`${base}${path}`} formKey={props.formKey} light>
      <Button variant="primary">{label}</Button>
    </Form>
  );
  if (o.can.create) return post('/new', t.create);
  if (o.can.sign.length > 0) {
    const both = o.can.sign.length === 2;
    const label = both
      ? t.signAs.both(o.institutionName)
      : o.can.sign[0] === 'coordinator'
        ? t.signAs.coordinator
        : t.signAs.institution(o.institutionName);
    return post('/sign', label);
  }
  if (onlyPersonSigns(o))
    return (
      <p class="no-print">
        <ButtonLink href={`${base}/paper`} variant="primary" icon="sign">
          {t.paper}
        </ButtonLink>
      </p>
    );
  if (o.plan?.state !== 'draft') return null;
  const next = nextOfDraft(o.plan);
  return (
    <p class="row no-print">
      {o.can.edit && next.step === 'arrangements' && (
        <ButtonLink href={`${base}/arrangements`} variant="primary">
          {t.fillArrangements}
        </ButtonLink>
      )}
      {o.can.direct && (
        <ButtonLink
          href={`${base}/sign`}
          variant={next.step === 'prepare' ? 'primary' : 'secondary'}
          icon="sign"
        >
          {t.prepare}
        </ButtonLink>
      )}
    </p>
  );
}

function OtherSteps(props: { o: PlanOverview; base: string }) {
  const t = useText(text);
  const { o, base } = props;
  const links = [
    o.can.change && { href: `${base}/change`, label: t.change },
    o.can.paper && !onlyPersonSigns(o) && { href: `${base}/paper`, label: t.paper },
    o.plan?.state === 'signing' && o.can.direct && { href: `${base}/withdraw`, label: t.withdraw },
    o.plan?.state === 'draft' && o.can.direct && { href: `${base}/abandon`, label: t.abandon },
  ].filter((link) => link !== false);
  if (links.length === 0) return null;
  return (
    <p class="row no-print">
      {links.map((link) => (
        <ButtonLink href={link.href} small>
          {link.label}
        </ButtonLink>
      ))}
    </p>
  );
}

export function PlanPage(props: { o: PlanOverview; formKey: string }) {
  const t = useText(text);
  const { o } = props;
  const { plan } = o;
  const base = `/cases/${o.head.case.id}/plan`;
  const signed = o.versions.find((v) => v.state === 'signed');
  const open = o.versions.find((v) => v.state === 'draft' || v.state === 'signing');
  const itemActions = (item: PlanItem) =>
    o.can.edit ? (
      <span class="row">
        <a href={`${base}/items/${item.id}`} aria-label={`${t.editItem}: ${item.serviceLabel}`}>
          {t.edit}
        </a>
        <a href={`${base}/items/${item.id}/remove`} aria-label={`${t.removeItem}: ${item.serviceLabel}`}>
          {t.remove}
        </a>
      </span>
    ) : o.can.progress.includes(item.lineageId) ? (
      <a
        href={`${base}/progress/${item.lineageId}`}
        aria-label={`${t.edit}: ${t.progressTitle(item.serviceLabel)}`}
      >
        {t.edit}
      </a>
    ) : null;
  const withActions = o.can.edit || o.can.progress.length > 0 ? itemActions : undefined;
  const editBase = o.can.edit ? base : undefined;
  const step = plan?.state === 'draft' ? nextOfDraft(plan) : null;
  const bare = step?.step === 'item' ? step.goalId : null;
  return (
    <CaseFrame
      head={o.head}
      current="plan"
      title={plan ? t.versionTitle(plan.version) : t.title}
      quiet="here"
      aside={
        plan && (
          <>
            <Signatures plan={plan} missing={o.missing} />
            <Versions o={o} base={base} />
            {o.diagnosis && <DiagnosisPanel diagnosis={o.diagnosis} />}
          </>
        )
      }
    >
      {plan && (
        <div class="row">
          <PlanStateTag state={plan.state} />
          {plan.signedOn && <DateText date={plan.signedOn} />}
          {open && signed && (
            <a href={plan.state === 'signed' ? base : `${base}?show=in_force`} class="no-print">
              {plan.state === 'signed' ? t.showDraft : t.showInForce}
            </a>
          )}
        </div>
      )}
      {open && signed && <Notice title={t.openDraft}>{t.openDraftMore}</Notice>}
      <NextStep o={o} base={base} formKey={props.formKey} />
      {!plan && o.own.length === 0 && (
        <EmptyState title={t.nothingYet}>{o.can.create ? t.nothingYetMore : t.waitForDiagnosis}</EmptyState>
      )}
      {!plan && o.own.length > 0 && (
        <>
          <Notice>{t.ownItemsOnly}</Notice>
          <ItemTable items={o.own} caption={t.items(o.own.length)} showProgress actions={withActions} />
        </>
      )}
      {plan && (
        <>
          {o.warnings.length > 0 && (
            <Warnings
              warnings={o.warnings}
              action={`${base}/warnings`}
              version={plan.rowVersion}
              mayConfirm={o.can.confirm}
            />
          )}
          {plan.goals.length === 0 && <EmptyState title={t.noGoals}>{t.noGoalsMore}</EmptyState>}
          {plan.goals.map((goal) => (
            <GoalPanel
              goal={goal}
              showProgress={plan.state !== 'draft'}
              editBase={editBase}
              next={bare === goal.id}
              actions={withActions}
            />
          ))}
          {editBase && (
            <p class="no-print">
              <ButtonLink
                href={`${base}/goals/new`}
                variant={plan.goals.length === 0 ? 'primary' : 'secondary'}
                icon="add"
              >
                {t.addGoal}
              </ButtonLink>
            </p>
          )}
          <Arrangements plan={plan} editHref={editBase && `${base}/arrangements`} />
        </>
      )}
      {(plan || o.instruments.length > 0) && <Instruments o={o} base={base} />}
      <OtherSteps o={o} base={base} />
    </CaseFrame>
  );
}
