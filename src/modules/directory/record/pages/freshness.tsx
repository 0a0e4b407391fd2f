import { formatDate, warsawDate } from '#kernel/time.ts';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { EntityState } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type FreshnessRules, freshnessOf } from '../schema.ts';

/** How old the last confirmation is, said in words. */
export function FreshnessTag(props: { confirmedOn: string | null; rules: FreshnessRules }) {
  const t = useText(text).freshness;
  const { lang, now } = useView();
  const { confirmedOn } = props;
  const { freshness, months } = freshnessOf(confirmedOn, warsawDate(now), props.rules);
  if (confirmedOn === null || months === null) return <Tag tone="warning">{t.never}</Tag>;
  if (freshness === 'unconfirmed') return <Tag tone="warning">{t.unconfirmed(months)}</Tag>;
  const day = formatDate(confirmedOn, lang);
  return freshness === 'ageing' ? <Tag>{t.ageing(day)}</Tag> : <Tag tone="success">{t.confirmed(day)}</Tag>;
}

/** The state of activity, shown where it is anything but active. */
export function EntityStateTag(props: { state: EntityState }) {
  const t = useText(text).states;
  const tone = props.state === 'active' ? 'success' : props.state === 'suspended' ? 'warning' : 'danger';
  return <Tag tone={tone}>{t[props.state]}</Tag>;
}
