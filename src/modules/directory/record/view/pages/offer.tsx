import { formatDate, warsawDate } from '#kernel/time.ts';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../../text.pl.ts';
import { text as factWords } from '../../facts/text.pl.ts';
import { EntityStateTag, FreshnessTag } from '../../pages/freshness.tsx';
import type { OfferView } from '../../schema.ts';
import type { EntityPageView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Contact } from './contact.tsx';
import { PriceText } from './offers.tsx';

export function OfferPage(props: { view: EntityPageView; offer: OfferView }) {
  const t = useText(text);
  const all = useText(words);
  const bases: Readonly<Record<string, string>> = useText(factWords).bases;
  const { lang } = useView();
  const { record: r, names, rules } = props.view;
  const { offer: o } = props;
  const lines = (values: readonly string[]) => values.length > 0 && values.map((v) => <div>{v}</div>);
  const ask = `/enquiries/new?entity=${r.id}&offer=${o.id}`;
  const items = [
    { term: t.category, value: names.term('category', o.category) },
    { term: t.price, value: <PriceText offer={o} /> },
    { term: t.capacity, value: o.capacity !== null && t.upToUnits(o.capacity, o.capacityUnit) },
    { term: t.lead, value: o.leadDays !== null && t.leadDays(o.leadDays) },
    { term: t.range, value: o.rangeKm !== null && t.rangeKm(o.rangeKm) },
    { term: t.reserved, value: lines(o.reservedBasis.map((b) => bases[b] ?? b)) },
    {
      term: t.codes,
      value: lines(
        o.codes.map(
          (c) =>
            `${c.taxonomy === 'cpv' ? 'CPV' : c.taxonomy === 'pkd2007' ? 'PKD 2007' : 'PKD 2025'} ${c.code} ${names.term(c.taxonomy, c.code)}`,
        ),
      ),
    },
    { term: t.certificates, value: o.certificates },
    { term: t.samples, value: o.samples !== '' && <span class="pre-line">{o.samples}</span> },
  ].filter((item) => item.value !== false && item.value !== '');
  return (
    <Page
      title={o.name}
      lead={<a href={`/directory/${r.id}`}>{r.name}</a>}
      breadcrumb={[
        { href: '/directory', label: all.nav },
        { href: `/directory/${r.id}`, label: r.shortName },
      ]}
      description={`${o.name}, ${r.name}. ${o.description}`.slice(0, 300)}
      meta={[
        <FreshnessTag confirmedOn={r.confirmedOn} rules={rules} />,
        r.state !== 'active' && <EntityStateTag state={r.state} />,
        !o.active && <Tag tone="warning">{t.paused}</Tag>,
      ]}
      aside={<Contact record={r} ask={ask} />}
    >
      <Panel long foot={t.offerUpdated(formatDate(warsawDate(o.updatedAt), lang))}>
        {o.description !== '' && <p class="pre-line">{o.description}</p>}
        <SummaryList items={items} />
      </Panel>
    </Page>
  );
}
