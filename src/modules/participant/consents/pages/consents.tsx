import { formatDate, formatDateTime } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Details, EmptyState, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Right } from '../../data/schema.ts';
import { Basis, ClassWords, MyPage, Paragraphs } from '../../pages/parts.tsx';
import type { Done, GivenClause } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { ConsentWords, OwnConsent } from '../schema.ts';

const TONES: Readonly<Record<OwnConsent['state'], TagTone>> = {
  given: 'success',
  withdrawn: 'neutral',
  expired: 'neutral',
};

function ConsentPanel(props: { own: OwnConsent }) {
  const t = useText(text).consents;
  const { lang } = useView();
  const { consent, state } = props.own;
  return (
    <Panel
      title={consent.institutionName}
      action={<StateTag tone={TONES[state]} label={t.states[state]} />}
      foot={<a href={`/my/consents/${consent.id}`}>{t.open}</a>}
    >
      <p>
        {state === 'given' ? t.sees(consent.institutionName) : t.saw(consent.institutionName)}{' '}
        <ClassWords classes={consent.classes} />.
        <br />
        {t.until} {formatDate(consent.validTo, lang)}
      </p>
      {state === 'given' && (
        <ButtonLink href={`/my/consents/${consent.id}/withdraw`}>{t.withdraw}</ButtonLink>
      )}
    </Panel>
  );
}

export function ConsentsPage(props: {
  consents: readonly OwnConsent[];
  rights: readonly Right[];
  clause: GivenClause | null;
  done?: Done;
}) {
  const t = useText(text);
  const byLaw = props.rights.filter((r) => r.article !== null);
  return (
    <MyPage title={t.consents.title} lead={t.consents.lead} done={props.done}>
      {props.consents.length === 0 && <EmptyState title={t.consents.none}>{t.consents.noneMore}</EmptyState>}
      {props.consents.map((own) => (
        <ConsentPanel own={own} />
      ))}
      {props.clause && (
        <Panel title={t.consents.clause}>
          <p>
            <a href={`/my/documents/clause/${props.clause.id}`}>{t.consents.clauseLink}</a>
          </p>
        </Panel>
      )}
      {byLaw.length > 0 && (
        <Panel title={t.consents.law} long>
          <p>{t.consents.lawMore}</p>
          <RuledList
            items={byLaw.map((r) => (
              <>
                <b>{r.institutionName}</b>: <ClassWords classes={r.classes} />
                <br />
                <Basis article={r.article ?? ''} />
              </>
            ))}
          />
        </Panel>
      )}
    </MyPage>
  );
}

export function ConsentPage(props: { own: OwnConsent; words: ConsentWords }) {
  const t = useText(text).consents;
  const { lang } = useView();
  const { consent, state } = props.own;
  return (
    <MyPage
      title={t.saw(consent.institutionName)}
      under="consents"
      meta={[<StateTag tone={TONES[state]} label={t.states[state]} />]}
    >
      <SummaryList
        items={[
          { term: t.sees(consent.institutionName), value: <ClassWords classes={consent.classes} /> },
          { term: t.given, value: formatDate(consent.givenOn, lang) },
          { term: t.until, value: formatDate(consent.validTo, lang) },
          ...(consent.withdrawnAt
            ? [{ term: t.withdrawnAt, value: formatDateTime(consent.withdrawnAt, lang) }]
            : []),
        ]}
      />
      {props.words.easy && (
        <Details summary={t.easy} wide>
          <Paragraphs text={props.words.easy} />
        </Details>
      )}
      <Panel title={t.text}>
        <Paragraphs text={props.words.body} lang={props.words.lang} />
      </Panel>
      {state === 'given' && (
        <ButtonLink href={`/my/consents/${consent.id}/withdraw`}>{t.withdraw}</ButtonLink>
      )}
    </MyPage>
  );
}
