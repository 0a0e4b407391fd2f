import { formatNip, formatRegon } from '#kernel/identifiers.ts';
import { formatDate } from '#kernel/time.ts';
import { Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { WithThread } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { threadOfType } from '../../../schema.ts';
import { text as words } from '../../../text.pl.ts';
import { text as factWords } from '../../facts/text.pl.ts';
import { EntityStateTag } from '../../pages/freshness.tsx';
import type { EntityPageView } from '../schema.ts';
import { text } from '../text.pl.ts';

export function Facts(props: { view: EntityPageView }) {
  const t = useText(text);
  const { sizes } = useText(words);
  const kinds = useText(factWords).founders;
  const { lang } = useView();
  const { record: r, names, today } = props.view;
  const statuses = r.statuses.map((s) =>
    [
      names.term('status', s.status),
      s.decisionNumber && t.decision(s.decisionNumber),
      s.authority,
      t.since(formatDate(s.validFrom, lang)),
      s.validTo &&
        (s.validTo < today ? t.ended(formatDate(s.validTo, lang)) : t.until(formatDate(s.validTo, lang))),
    ]
      .filter(Boolean)
      .join(', '),
  );
  const lines = (values: readonly string[]) => values.length > 0 && values.map((v) => <div>{v}</div>);
  const items = [
    {
      term: t.runBy,
      value: r.parentId !== null && <a href={`/directory/${r.parentId}`}>{names.entity(r.parentId)}</a>,
    },
    { term: t.status, value: lines(statuses) },
    { term: t.legalForm, value: r.legalForm !== null && names.term('legal_form', r.legalForm) },
    { term: 'NIP', value: r.nip !== null && formatNip(r.nip) },
    { term: 'REGON', value: r.regon !== null && formatRegon(r.regon) },
    { term: 'KRS', value: r.krs },
    { term: t.registerNumber, value: r.registerNumber },
    { term: t.founded, value: r.foundedOn !== null && formatDate(r.foundedOn, lang) },
    { term: t.size, value: r.sizeBand !== null && sizes[r.sizeBand] },
    { term: t.groups, value: lines(r.groups.map((g) => names.term('group', g))) },
    {
      term: t.founders,
      value: lines(r.founders.map((f) => [kinds[f.kind], f.name].filter(Boolean).join(': '))),
    },
    {
      term: t.pkd,
      value: lines(
        r.pkd.map((p) => `${p.code} ${names.term(p.taxonomy, p.code)}${p.isMain ? ` (${t.mainPkd})` : ''}`),
      ),
    },
    { term: t.counties, value: r.servedCounties.map(names.county).join(', ') },
  ].filter((item) => item.value !== false && item.value !== null && item.value !== '');
  return (
    <Panel title={t.facts} id="facts" long>
      <SummaryList items={items} />
    </Panel>
  );
}

export function Units(props: { view: EntityPageView }) {
  const t = useText(text);
  const { units } = props.view;
  if (units.length === 0) return null;
  return (
    <Panel title={t.units} id="units">
      <RuledList
        items={units.map((u) => (
          <WithThread thread={threadOfType(u.type)} kind={u.type}>
            <a href={`/directory/${u.id}`}>{u.name}</a>{' '}
            {u.state !== 'active' && <EntityStateTag state={u.state} />}
          </WithThread>
        ))}
      />
    </Panel>
  );
}

export function Photos(props: { view: EntityPageView }) {
  const t = useText(text);
  const { lang } = useView();
  const { photos } = props.view.record;
  if (photos.length === 0) return null;
  return (
    <Panel title={t.photos} id="photos">
      <div class="halves">
        {photos.map((p) => (
          <figure class="photo">
            <img
              src={`/directory/photos/${p.fileId}`}
              alt={lang === 'en' && p.altEn !== '' ? p.altEn : p.altPl}
              loading="lazy"
              decoding="async"
              style="max-width: 100%; height: auto"
            />
            {p.licence !== '' && <figcaption class="small muted">{p.licence}</figcaption>}
          </figure>
        ))}
      </div>
    </Panel>
  );
}
