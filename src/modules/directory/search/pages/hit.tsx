import { formatDate } from '#kernel/time.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { EntityStateTag, type FreshnessRules, FreshnessTag } from '../../record/api.ts';
import { ENTITY_STATES } from '../../schema.ts';
import type { Hit, NameOf } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface HitProps {
  readonly hit: Hit;
  readonly names: NameOf;
  readonly rules: FreshnessRules;
}

/** One entity among those found: who, how far, what, how fresh. */
export function HitItem({ hit, names, rules }: HitProps) {
  const t = useText(text);
  const { lang } = useView();
  const what = [
    ...hit.categories.map((code) => names('category', code)),
    ...hit.supportKinds.map((code) => names('support', code)),
  ];
  const county = hit.countyName && hit.countyName !== hit.locality ? t.countyShort(hit.countyName) : '';
  const where = [hit.locality, county].filter(Boolean).join(', ');
  const state = ENTITY_STATES.find((one) => one === hit.state && one !== 'active');
  return (
    <li class="hit">
      <h3>
        <a href={`/directory/${hit.id}`}>{hit.name}</a>
        {hit.km !== null && (
          <span class="km num">{formatNumber(hit.km, lang, { max: hit.km < 3 ? 1 : 0 })}&nbsp;km</span>
        )}
      </h3>
      <p>{[what.slice(0, 3).join(', ') || names('type', hit.type), where].filter(Boolean).join(' · ')}</p>
      {hit.summary && <p>{hit.summary}</p>}
      <p class="tags">
        <FreshnessTag confirmedOn={hit.confirmedOn} rules={rules} />
        {hit.freePlaces > 0 && (
          <span>
            <Tag tone="info">{t.freePlaces(hit.freePlaces)}</Tag>
            {hit.freeOn && <span class="small muted"> {t.freeOn(formatDate(hit.freeOn, lang))}</span>}
          </span>
        )}
        {state && <EntityStateTag state={state} />}
      </p>
    </li>
  );
}
