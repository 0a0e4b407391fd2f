import { formatDate } from '#kernel/time.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Card, Term } from '../../schema.ts';
import type { Alike, Reason } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Partnerships that are alike, with the reasons in words. */
export function SimilarPage(props: { card: Card; alike: readonly Alike[]; terms: readonly Term[] }) {
  const t = useText(text);
  const { lang } = useView();
  const { card } = props;
  const number = (n: number) => formatNumber(n, lang, { max: 0 });
  const told = (reason: Reason): string => {
    switch (reason.kind) {
      case 'gminas':
        return t.gminas(reason.own, reason.other);
      case 'inhabitants':
        return t.inhabitants(number(reason.own), number(reason.other));
      case 'terms':
        return t.terms(
          props.terms
            .filter(({ code }) => reason.codes.includes(code))
            .map(({ name }) => name)
            .join(', '),
        );
      default:
        return t.reasons[reason.kind];
    }
  };
  return (
    <Page
      title={t.title}
      lead={t.lead(card.name)}
      breadcrumb={[
        { href: '/network', label: t.network },
        { href: `/network/${card.id}`, label: card.name },
      ]}
    >
      <p>{t.how}</p>
      {props.alike.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={props.alike}
          columns={[
            {
              key: 'name',
              label: t.partnership,
              heading: true,
              cell: ({ facts, points }) => (
                <>
                  <a href={`/network/${facts.id}`}>{facts.name}</a>
                  <span class="under plain">
                    {facts.county} · {t.since(formatDate(facts.startedOn, lang))} · {t.common(points)}
                  </span>
                </>
              ),
            },
            {
              key: 'why',
              label: t.why,
              cell: ({ reasons }) => (
                <ul class="plain-list">
                  {reasons.map((reason) => (
                    <li>{told(reason)}</li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
