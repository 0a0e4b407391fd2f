import { formatDate, formatDateTime } from '#kernel/time.ts';
import type { VersionRow } from '#modules/cases/plan/api.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { OwnConsent } from '../consents/schema.ts';
import type { Done, GivenClause } from '../schema.ts';
import { text } from '../text.pl.ts';
import { MyPage, Paragraphs } from './parts.tsx';

export function DocumentsPage(props: {
  plans: readonly VersionRow[];
  clauses: readonly GivenClause[];
  consents: readonly OwnConsent[];
  done?: Done;
}) {
  const t = useText(text).documents;
  const all = useText(text);
  const { lang } = useView();
  const { plans, clauses, consents } = props;
  const states: Readonly<Record<string, string>> = all.plan.stateOf;
  return (
    <MyPage title={t.title} lead={t.lead} under="home" done={props.done}>
      {plans.length + clauses.length + consents.length === 0 && (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      )}
      {plans.length > 0 && (
        <Panel title={t.plans}>
          <RuledList
            items={plans.map((v) => (
              <>
                <a href={`/my/plan/versions/${v.version}`}>{t.plan(v.version)}</a>{' '}
                <span class="muted">
                  {[states[v.state], v.signedOn && all.plan.signedOn(formatDate(v.signedOn, lang))]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                <br />
                <a href={`/my/documents/plan/${v.version}/pdf`}>{t.pdf}</a>
                {' · '}
                <a href={`/my/documents/plan/${v.version}/pdf?easy=1`}>{t.easyPdf}</a>
              </>
            ))}
          />
        </Panel>
      )}
      {clauses.length > 0 && (
        <Panel title={t.clauses}>
          <RuledList
            items={clauses.map((c) => (
              <>
                <a href={`/my/documents/clause/${c.id}`}>{t.clause(c.version)}</a>{' '}
                <span class="muted">{t.givenOn(formatDate(c.givenOn, lang))}</span>{' '}
                {c.toConfirm && <Tag tone="warning">{t.toConfirm}</Tag>}
                <br />
                <a href={`/my/documents/clause/${c.id}/pdf`}>{t.pdf}</a>
              </>
            ))}
          />
        </Panel>
      )}
      {consents.length > 0 && (
        <Panel title={t.consents}>
          <RuledList
            items={consents.map(({ consent, state }) => (
              <>
                <a href={`/my/consents/${consent.id}`}>{t.consent(consent.institutionName)}</a>{' '}
                <span class="muted">
                  {t.givenOn(formatDate(consent.givenOn, lang))}, {all.consents.states[state]}
                </span>
                <br />
                <a href={`/my/documents/consent/${consent.id}/pdf`}>{t.pdf}</a>
              </>
            ))}
          />
        </Panel>
      )}
    </MyPage>
  );
}

export function ClausePage(props: {
  given: GivenClause;
  lang: string;
  title: string;
  body: string;
  formKey: string;
}) {
  const t = useText(text).documents;
  const { lang } = useView();
  const { given } = props;
  const how: Readonly<Record<string, string>> = t.how;
  return (
    <MyPage
      title={props.title}
      under="documents"
      meta={[
        t.clause(given.version),
        t.givenOn(formatDate(given.givenOn, lang)),
        given.institutionName,
        how[given.form],
      ]}
    >
      <Panel>
        <Paragraphs text={props.body} lang={props.lang} />
      </Panel>
      {given.confirmedAt && <p>{t.confirmed(formatDateTime(given.confirmedAt, lang))}</p>}
      {given.toConfirm && (
        <Form light action={`/my/documents/clause/${given.id}`} formKey={props.formKey}>
          <FormActions submit={t.confirm} cancelHref="/my/documents" />
        </Form>
      )}
    </MyPage>
  );
}
