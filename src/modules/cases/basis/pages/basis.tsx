import { classWords } from '#modules/organisations/api.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Consent, ConsentTable } from '../../consents/api.ts';
import { CaseFrame, InstitutionBadge } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import type { Missing } from '../policy.ts';
import type { BasisOverview } from '../service.ts';
import { type Text, text } from '../text.pl.ts';
import { OwnData } from './own-data.tsx';

type PartnerLine = BasisOverview['partners'][number];

function MissingList(props: { base: string; overview: BasisOverview }) {
  const t = useText(text);
  const words = (m: Missing) => {
    if (m.what !== 'basis')
      return m.what === 'clause' ? (
        <a href={`${props.base}/clause`}>{t.missing.clause}</a>
      ) : (
        t.missing[m.what]
      );
    const partner = props.overview.partners.find((p) => p.institutionId === m.institutionId);
    const page = partner?.choices.length ? `institutions/${m.institutionId}` : 'consent';
    return <a href={`${props.base}/${page}`}>{t.missing.basis(partner?.name ?? '')}</a>;
  };
  return (
    <Panel title={t.missing.title} tone="tinted">
      <ul class="prose">
        {props.overview.missing.map((m) => (
          <li>{words(m)}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Clauses(props: { base: string; overview: BasisOverview; record: boolean }) {
  const t = useText(text);
  const forms: Readonly<Record<string, string>> = t.clause.forms;
  const langs: Readonly<Record<string, string>> = t.clause.langs;
  return (
    <Panel
      title={t.clause.title}
      action={props.record && <a href={`${props.base}/clause`}>{t.clause.record}</a>}
    >
      {props.overview.clauses.length === 0 ? (
        <p>{t.clause.none}</p>
      ) : (
        <RuledList
          items={props.overview.clauses.map((c) => (
            <>
              <DateText date={c.givenOn} />,{' '}
              {t.clause.given(c.version, langs[c.lang] ?? '', forms[c.form] ?? '')}
            </>
          ))}
        />
      )}
    </Panel>
  );
}

function Bases(props: { partner: PartnerLine }) {
  const t = useText(text);
  const { partner: p } = props;
  if (p.bases.length === 0 && !p.consentInForce)
    return (
      <Tag tone="warning" icon="alert">
        {t.partners.none}
      </Tag>
    );
  return (
    <>
      {p.bases.map((b) => (
        <div>
          {b.article}
          <div class="small muted">
            {b.label}
            {b.document && `, ${b.document}`}
            {b.validTo && (
              <>
                {', '}
                <DateText date={b.validTo} />
              </>
            )}
          </div>
        </div>
      ))}
      {p.consentInForce && <div>{t.partners.consent}</div>}
    </>
  );
}

/** What the institution collects itself, and apart from it what the partners share with it. */
function Scope(props: { partner: PartnerLine }) {
  const t = useText(text);
  const { lang } = useView();
  const shared = [...new Set(props.partner.bases.flatMap((b) => b.classes))];
  return (
    <>
      <OwnData own={props.partner.own} />
      {shared.length > 0 && (
        <div>
          <b>{t.partners.shared}</b> {shared.map((c) => classWords(lang)[c]).join('; ')}
        </div>
      )}
    </>
  );
}

function Partners(props: { base: string; overview: BasisOverview; record: boolean }) {
  const t = useText(text);
  return (
    <DataTable
      caption={t.partners.title}
      captionHidden
      rows={props.overview.partners}
      columns={[
        {
          key: 'institution',
          label: t.partners.institution,
          heading: true,
          cell: (p) => (
            <>
              <InstitutionBadge type={p.type} name={p.name} /> {p.name}
            </>
          ),
        },
        { key: 'basis', label: t.partners.basis, cell: (p) => <Bases partner={p} /> },
        {
          key: 'scope',
          label: t.partners.scope,
          cell: (p) => <Scope partner={p} />,
        },
        {
          key: 'change',
          label: t.partners.change,
          quiet: true,
          cell: (p) =>
            props.record && (
              <a
                href={
                  p.choices.length ? `${props.base}/institutions/${p.institutionId}` : `${props.base}/consent`
                }
              >
                {p.bases.length > 0 ? t.partners.change : t.partners.record}
                <span class="visually-hidden"> {p.name}</span>
              </a>
            ),
        },
      ]}
    />
  );
}

function nextLink(
  missing: Missing,
  base: string,
  overview: BasisOverview,
  t: Text,
): { href: string; label: string } | null {
  if (missing.what === 'clause') return { href: `${base}/clause`, label: t.clause.record };
  if (missing.what !== 'basis') return null;
  const partner = overview.partners.find((p) => p.institutionId === missing.institutionId);
  const label = `${t.partners.record}: ${partner?.name ?? ''}`;
  return partner?.choices.length
    ? { href: `${base}/institutions/${missing.institutionId}`, label }
    : { href: `${base}/consent`, label: t.consents.record };
}

/** Clause, bases, consents, what is missing, and the step to diagnosis. */
export function BasisPage(props: {
  head: CaseHead;
  formKey: string;
  overview: BasisOverview;
  consents: readonly Consent[];
  mayRecord: boolean;
  mayComplete: boolean;
}) {
  const t = useText(text);
  const { overview } = props;
  const c = props.head.case;
  const base = `/cases/${c.id}/basis`;
  const ready = props.mayComplete && overview.missing.length === 0;
  const plain = overview.partners.filter(
    (p) => p.bases.length === 0 && p.choices.some((b) => b.kind === 'statutory' && b.certain),
  ).length;
  // What is missing is done in this order: the clause, the bases of law in one step, a single basis or consent.
  const next = props.mayRecord && c.state === 'intake' ? overview.missing[0] : undefined;
  const link = next && !(next.what === 'basis' && plain > 0) ? nextLink(next, base, overview, t) : null;
  return (
    <CaseFrame head={props.head} current="basis" title={t.title} quiet="here">
      <p class="lead">{t.lead}</p>
      {c.state === 'intake' && overview.missing.length > 0 && <MissingList base={base} overview={overview} />}
      {link && (
        <p class="no-print">
          <ButtonLink href={link.href} variant="primary">
            {link.label}
          </ButtonLink>
        </p>
      )}
      {ready && (
        <Form light action={`${base}/complete`} formKey={props.formKey} version={c.rowVersion}>
          <p>{t.complete.hint}</p>
          <p>
            <Button variant="primary">{t.complete.submit}</Button>
          </p>
        </Form>
      )}
      <Clauses base={base} overview={overview} record={props.mayRecord} />
      <Panel title={t.partners.title} long>
        <Partners base={base} overview={overview} record={props.mayRecord} />
        {props.mayRecord && plain > 0 && (
          <Form light action={`${base}/statutory`} formKey={props.formKey}>
            <p>{t.partners.allHint(plain)}</p>
            <p>
              <Button variant={next?.what === 'basis' ? 'primary' : 'secondary'}>{t.partners.all}</Button>
            </p>
          </Form>
        )}
      </Panel>
      <Panel title={t.consents.title} long>
        <ConsentTable caseId={c.id} consents={props.consents} />
        {props.mayRecord && (
          <p class="no-print">
            <ButtonLink href={`${base}/consent`}>{t.consents.record}</ButtonLink>
          </p>
        )}
      </Panel>
      <p class="no-print">
        <a href={`/cases/${c.id}/access`}>{t.whoSees}</a> ·{' '}
        <a href="/consents/expiring">{t.consents.expiring}</a>
      </p>
    </CaseFrame>
  );
}
