import { formatMoney } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { OfferView } from '../../schema.ts';
import type { EntityPageView } from '../schema.ts';
import { text } from '../text.pl.ts';

export function PriceText(props: { offer: OfferView }) {
  const t = useText(text);
  const { lang } = useView();
  const { priceFrom: from, priceTo: to, priceUnit } = props.offer;
  const unit = priceUnit === '' ? '' : ` / ${priceUnit}`;
  if (from === null && to === null) return <>{t.onRequest}</>;
  const shown =
    from === null
      ? t.upTo(formatMoney(to ?? 0, lang))
      : to === null
        ? t.from(formatMoney(from, lang))
        : from === to
          ? formatMoney(from, lang)
          : `${formatMoney(from, lang)} – ${formatMoney(to, lang)}`;
  return <span class="num">{shown + unit}</span>;
}

export function Offers(props: { view: EntityPageView }) {
  const t = useText(text);
  const { record, names } = props.view;
  if (record.offers.length === 0) return null;
  return (
    <Panel title={t.offers} id="offers" long>
      <RuledList
        items={[...record.offers]
          .sort((a, b) => Number(b.active) - Number(a.active))
          .map((o) => (
            <>
              <a href={`/directory/${record.id}/offers/${o.id}`}>
                <b>{o.name}</b>
              </a>{' '}
              {!o.active && <Tag tone="warning">{t.paused}</Tag>}{' '}
              {o.reservedBasis.length > 0 && <Tag tone="info">{t.reservedShort}</Tag>}
              <div class="muted">
                {[
                  names.term('category', o.category),
                  o.capacity === null ? '' : t.upToUnits(o.capacity, o.capacityUnit),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {' · '}
                <PriceText offer={o} />
              </div>
            </>
          ))}
      />
    </Panel>
  );
}
