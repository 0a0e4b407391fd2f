import { formatDate, warsawDate } from '#kernel/time.ts';
import { classWords } from '#modules/organisations/api.ts';
import { DateText } from '#ui/components/format.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Consent, consentInForce } from '../schema.ts';
import { text } from '../text.pl.ts';

export function ConsentState(props: { consent: Consent }) {
  const t = useText(text);
  const { lang, now } = useView();
  const { consent } = props;
  if (consent.withdrawnAt)
    return <Tag icon="refuse">{t.withdrawn(formatDate(warsawDate(consent.withdrawnAt), lang))}</Tag>;
  return consentInForce(consent, warsawDate(now)) ? (
    <Tag tone="success" icon="accept">
      {t.inForce}
    </Tag>
  ) : (
    <Tag icon="clock">{t.over}</Tag>
  );
}

/** All consents of a case, those in force and those that are over. */
export function ConsentTable(props: { caseId: string; consents: readonly Consent[] }) {
  const t = useText(text);
  const { lang } = useView();
  if (props.consents.length === 0) return <p>{t.none}</p>;
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={props.consents}
      columns={[
        {
          key: 'recipient',
          label: t.recipient,
          heading: true,
          cell: (c) => (
            <a href={`/cases/${props.caseId}/basis/consents/${c.id}`}>{c.institutionName || t.open}</a>
          ),
        },
        {
          key: 'scope',
          label: t.scope,
          cell: (c) => c.classes.map((d) => classWords(lang)[d]).join('; '),
        },
        { key: 'given', label: t.given, cell: (c) => <DateText date={c.givenOn} /> },
        { key: 'until', label: t.until, cell: (c) => <DateText date={c.validTo} /> },
        { key: 'state', label: t.state, cell: (c) => <ConsentState consent={c} /> },
      ]}
    />
  );
}
