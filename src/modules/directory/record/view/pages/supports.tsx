import { formatDate } from '#kernel/time.ts';
import { formatMoney } from '#ui/components/format.tsx';
import { Details, Panel, SummaryList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../facts/text.pl.ts';
import type { Names, RecordView, SupportView } from '../../schema.ts';
import type { EntityPageView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { addressText } from './places.tsx';

/** How many places are free, and as of when: a figure without its day would promise too much. */
function FreePlaces(props: { support: SupportView }) {
  const t = useText(text);
  const { lang } = useView();
  const { placesFree: free, placesTotal: total, placesOn: on } = props.support;
  if (free === null || on === null) return total === null ? null : <Tag>{t.total(total)}</Tag>;
  return (
    <>
      <Tag tone={free > 0 ? 'success' : 'neutral'}>
        {free === 0 ? t.noFree : total === null ? t.free(free) : t.freeOf(free, total)}
      </Tag>{' '}
      <span class="muted">{t.freeOn(formatDate(on, lang))}</span>
    </>
  );
}

/** Different rules hold together; several values of one rule are alternatives. */
function ForWhom(props: { support: SupportView; names: Names }) {
  const t = useText(text);
  const { rules } = useText(words);
  const { support: s, names } = props;
  const named = (rule: string, value: string) =>
    rule === 'county' ? names.county(value) : rule === 'gmina' ? names.gmina(value) : value;
  const kinds = [...new Set(s.eligibility.map((e) => e.rule))];
  const conditions = [
    ...(s.minimumAge === null && s.maximumAge === null ? [] : [t.age(s.minimumAge, s.maximumAge)]),
    ...kinds.map((rule) => {
      const values = s.eligibility.filter((e) => e.rule === rule).map((e) => named(rule, e.value));
      return `${rules[rule]} ${values.filter(Boolean).join(t.or)}`.trim();
    }),
  ];
  return <>{conditions.join('; ') || t.everybody}</>;
}

function OneSupport(props: { support: SupportView; record: RecordView; names: Names }) {
  const t = useText(text);
  const { lang } = useView();
  const { languages } = useText(words);
  const names: Readonly<Record<string, string>> = languages;
  const { support: s, record } = props;
  const at = record.places.find((p) => p.id === s.placeId);
  const facts = [
    { term: t.forWhom, value: <ForWhom support={s} names={props.names} /> },
    {
      term: t.fee,
      value: [s.fee === 0 ? t.freeOfCharge : formatMoney(s.fee, lang), s.feeNote].filter(Boolean).join(', '),
    },
    { term: t.howToApply, value: s.howToApply },
    { term: t.papers, value: s.requiredPapers.join(', ') },
    { term: t.where, value: at ? [at.name, addressText(at)].filter(Boolean).join(', ') : '' },
    { term: t.languages, value: s.languages.map((l) => names[l] ?? l).join(', ') },
  ];
  return (
    <section class="stack" id={`support-${s.id}`}>
      <h3>{s.name}</h3>
      <p>
        <FreePlaces support={s} /> {!s.active && <Tag tone="warning">{t.paused}</Tag>}{' '}
        {s.takesReferrals && <Tag tone="info">{t.referrals}</Tag>}
      </p>
      <p class="muted">{props.names.term('support', s.kind)}</p>
      {s.description !== '' && <p class="pre-line">{s.description}</p>}
      {s.descriptionEasy !== '' && (
        <Details summary={t.easy}>
          <p class="pre-line">{s.descriptionEasy}</p>
        </Details>
      )}
      <SummaryList items={facts.filter((f) => f.value !== '')} />
    </section>
  );
}

export function Supports(props: { view: EntityPageView }) {
  const t = useText(text);
  const { record, names } = props.view;
  if (record.supports.length === 0) return null;
  return (
    <Panel title={t.supports} id="support" long>
      <div class="column">
        {record.supports.map((s) => (
          <OneSupport support={s} record={record} names={names} />
        ))}
      </div>
    </Panel>
  );
}
