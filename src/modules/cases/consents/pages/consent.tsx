import { formatDate, formatDateTime, warsawDate } from '#kernel/time.ts';
import { classWords } from '#modules/organisations/api.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText, TimeText } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { GrantLine } from '../../grants/api.ts';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import { type Consent, consentInForce } from '../schema.ts';
import { text } from '../text.pl.ts';
import { ConsentState } from './ledger.tsx';

export interface TakenOut {
  readonly at: Date | null;
  readonly action: string | null;
  readonly institution_name: string | null;
}

function Facts(props: { consent: Consent }) {
  const t = useText(text);
  const { lang } = useView();
  const { consent } = props;
  const ways: Readonly<Record<string, string>> = t.ways;
  const langs: Readonly<Record<string, string>> = t.langs;
  const by: Readonly<Record<string, string>> = t.detail.by;
  return (
    <SummaryList
      items={[
        {
          term: t.state,
          value: (
            <>
              <ConsentState consent={consent} /> {consent.withdrawnBy && by[consent.withdrawnBy]}
            </>
          ),
        },
        {
          term: t.scope,
          value: (
            <ul>
              {consent.classes.map((c) => (
                <li>{classWords(lang)[c]}</li>
              ))}
            </ul>
          ),
        },
        { term: t.given, value: <DateText date={consent.givenOn} /> },
        { term: t.until, value: <DateText date={consent.validTo} /> },
        { term: t.detail.way, value: ways[consent.way] },
        {
          term: t.detail.version,
          value: t.form.version(consent.textVersion, langs[consent.lang] ?? consent.lang),
        },
        ...(consent.note ? [{ term: t.detail.note, value: consent.note }] : []),
      ]}
    />
  );
}

/** One consent: what it covers, the receipt for the person, what stays open without it, and what has left Splot. */
export function ConsentPage(props: {
  head: CaseHead;
  consent: Consent;
  remains: readonly GrantLine[];
  takenOut: readonly TakenOut[];
  mayChange: boolean;
}) {
  const t = useText(text);
  const { lang, now } = useView();
  const { consent } = props;
  const here = `/cases/${props.head.case.id}/basis/consents/${consent.id}`;
  const actions: Readonly<Record<string, string>> = t.detail.actions;
  return (
    <CaseFrame head={props.head} current="basis" title={t.detail.title(consent.institutionName)}>
      <Panel>
        <Facts consent={consent} />
      </Panel>
      <Panel title={t.detail.receipt}>
        <p>
          {t.detail.receiptGiven(
            consent.institutionName,
            formatDate(consent.givenOn, lang),
            formatDate(consent.validTo, lang),
          )}
        </p>
        {consent.withdrawnAt && (
          <p>
            {t.detail.receiptWithdrawn(consent.institutionName, formatDateTime(consent.withdrawnAt, lang))}
          </p>
        )}
      </Panel>
      <Panel title={t.detail.remains}>
        {props.remains.length === 0 ? (
          <p>{t.detail.nothingRemains}</p>
        ) : (
          <ul class="prose">
            {props.remains.map((g) => (
              <li>
                {classWords(lang)[g.dataClass]}: {g.article}
              </li>
            ))}
          </ul>
        )}
        <p class="small">{t.detail.others}</p>
      </Panel>
      <Panel title={t.detail.takenOut}>
        {props.takenOut.length === 0 ? (
          <p>{t.detail.noTakenOut}</p>
        ) : (
          <>
            <p>{t.detail.takenOutHint}</p>
            <DataTable
              caption={t.detail.takenOut}
              captionHidden
              rows={props.takenOut}
              columns={[
                {
                  key: 'at',
                  label: t.detail.at,
                  heading: true,
                  cell: (x) => x.at && <TimeText at={x.at} />,
                },
                { key: 'what', label: t.detail.what, cell: (x) => actions[x.action ?? ''] },
                { key: 'who', label: t.recipient, cell: (x) => x.institution_name },
              ]}
            />
          </>
        )}
      </Panel>
      {props.mayChange && consentInForce(consent, warsawDate(now)) && (
        <p class="form-actions no-print">
          {consent.classes.length > 1 && <ButtonLink href={`${here}/narrow`}>{t.detail.narrow}</ButtonLink>}
          <ButtonLink href={`${here}/withdraw`} danger>
            {t.detail.withdraw}
          </ButtonLink>
        </p>
      )}
    </CaseFrame>
  );
}
