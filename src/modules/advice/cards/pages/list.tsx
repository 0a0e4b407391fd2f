import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { DeskFrame, useDeskCrumb } from '../../pages/frame.tsx';
import { CARD_STATES, CARDS_PAGE, type CardLine, type CardsQuery, type Choice } from '../schema.ts';
import { text } from '../text.pl.ts';
import { CardTable } from './table.tsx';

export function useCardCrumbs() {
  const t = useText(text);
  return [...useDeskCrumb(), { href: '/advice/cards', label: t.title }];
}

export function CardsPage(props: {
  query: CardsQuery;
  lines: readonly CardLine[];
  total: number;
  hours: number;
  types: readonly Choice[];
  writes: boolean;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { query } = props;
  const filtered = Boolean(query.state || query.type || query.month || query.mine || query.client);
  return (
    <DeskFrame
      current="cards"
      title={t.title}
      lead={t.lead}
      breadcrumb={useCardCrumbs().slice(0, 1)}
      meta={[t.count(props.total, formatNumber(props.hours, lang, { max: 1 }))]}
      actions={
        <>
          {props.writes && (
            <ButtonLink href="/advice/cards/new" variant="primary">
              {t.add}
            </ButtonLink>
          )}
          <ButtonLink href="/advice/cards/months">{t.months}</ButtonLink>
          <ButtonLink href="/advice/cards/value">{t.deminimis}</ButtonLink>
          <ButtonLink href="/advice/cards/rates">{t.rates}</ButtonLink>
        </>
      }
    >
      <FilterBar action="/advice/cards" clearHref={filtered ? '/advice/cards' : undefined}>
        <Select
          name="state"
          label={t.list.state}
          value={query.state ?? ''}
          empty={t.list.any}
          options={CARD_STATES.map((value) => ({ value, label: t.states[value] }))}
        />
        <Select
          name="type"
          label={t.list.type}
          value={query.type ?? ''}
          empty={t.list.any}
          options={props.types.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField
          name="month"
          label={t.list.month}
          value={query.month ?? ''}
          hint={t.list.monthHint}
          width="s"
        />
        <Select
          name="mine"
          label={t.list.whose}
          value={query.mine ?? ''}
          empty={t.all}
          options={[{ value: 'yes', label: t.own }]}
        />
      </FilterBar>
      {props.lines.length === 0 ? (
        <EmptyState title={t.empty}>{filtered ? t.emptyFound : t.emptyMore}</EmptyState>
      ) : (
        <>
          <CardTable lines={props.lines} caption={t.title} />
          <Pagination page={query.page} pageSize={CARDS_PAGE} total={props.total} />
        </>
      )}
    </DeskFrame>
  );
}
