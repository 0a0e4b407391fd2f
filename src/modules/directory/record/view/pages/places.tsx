import { formatDate, type LocalDate } from '#kernel/time.ts';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../facts/text.pl.ts';
import type { Names, PlaceView } from '../../schema.ts';
import { type EntityPageView, hoursOn } from '../schema.ts';
import { text } from '../text.pl.ts';

const hoursText = (all: readonly { opens: string | null; closes: string | null }[]) =>
  all.map((o) => `${o.opens}–${o.closes}`).join(', ');

export const addressText = (p: PlaceView): string =>
  [p.street, [p.postalCode, p.locality].filter(Boolean).join(' ')].filter(Boolean).join(', ');

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** The rules of the week, days with equal hours together as they follow each other. */
function Week(props: { place: PlaceView }) {
  const { lang } = useView();
  const t = useText(text);
  const { days } = useText(words);
  const rows = WEEK.map((day) => {
    const rules = props.place.opening.filter((o) => o.weekday === day);
    const season = (o: (typeof rules)[number]) =>
      [
        o.validFrom && t.since(formatDate(o.validFrom, lang)),
        o.validTo && t.until(formatDate(o.validTo, lang)),
        o.note,
      ].filter(Boolean);
    const shown = rules.map((o) => [hoursText([o]), ...season(o)].join(' ')).join('; ');
    return { day, shown: shown || t.closed };
  });
  const groups: { first: number; last: number; shown: string }[] = [];
  for (const { day, shown } of rows) {
    const group = groups.at(-1);
    if (group?.shown === shown) group.last = day;
    else groups.push({ first: day, last: day, shown });
  }
  const name = (day: number) => days[day as keyof typeof days];
  return (
    <SummaryList
      items={groups.map((g) => ({
        term: g.first === g.last ? name(g.first) : `${name(g.first)} – ${name(g.last)}`,
        value: <span class="num">{g.shown}</span>,
      }))}
    />
  );
}

function Exceptions(props: { place: PlaceView; today: LocalDate }) {
  const t = useText(text);
  const { lang } = useView();
  const coming = props.place.opening.filter((o) => o.onDay !== null && o.onDay >= props.today);
  if (coming.length === 0) return null;
  return (
    <>
      <h4>{t.exceptions}</h4>
      <ul class="ruled">
        {coming.map((o) => (
          <li>
            {[o.onDay && formatDate(o.onDay, lang), o.opens === null ? t.closed : hoursText([o]), o.note]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Today(props: { place: PlaceView; today: LocalDate }) {
  const t = useText(text);
  const open = hoursOn(props.place.opening, props.today);
  return open.length > 0 ? (
    <Tag tone="success">{t.openToday(hoursText(open))}</Tag>
  ) : (
    <Tag>{t.closedToday}</Tag>
  );
}

function OnePlace(props: { place: PlaceView; names: Names; today: LocalDate }) {
  const t = useText(text);
  const { placeKinds } = useText(words);
  const { place: p, names } = props;
  const address = addressText(p);
  const where = [address, p.countyCode && t.county(names.county(p.countyCode))].filter(Boolean).join(', ');
  return (
    <section class="stack">
      <h3>{p.name || (p.isMain ? t.seat : placeKinds[p.kind])}</h3>
      <p>
        {where || placeKinds[p.kind]} {p.isMain && p.name !== '' && <Tag>{t.seat}</Tag>}{' '}
        {p.opening.length > 0 && <Today place={p} today={props.today} />}
      </p>
      {p.opening.some((o) => o.weekday !== null) && <Week place={p} />}
      <Exceptions place={p} today={props.today} />
      {p.access.length > 0 && (
        <>
          <h4>{t.access}</h4>
          <ul class="prose">
            {p.access.map((a) => (
              <li>
                {names.term('access', a.code)}
                {a.note !== '' && ` (${a.note})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {(p.directions !== '' || p.lat !== null) && <h4>{t.directions}</h4>}
      {p.directions !== '' && <p>{p.directions}</p>}
      {p.lat !== null && p.lon !== null && (
        <p>
          <a
            class="no-print"
            href={`geo:${p.lat},${p.lon}?q=${p.lat},${p.lon}(${encodeURIComponent(address)})`}
          >
            {t.map}
          </a>{' '}
          <span class="muted num">{t.coordinates(p.lat.toFixed(5), p.lon.toFixed(5))}</span>
        </p>
      )}
    </section>
  );
}

export function Places(props: { view: EntityPageView }) {
  const t = useText(text);
  const { record, names, today } = props.view;
  if (record.places.length === 0) return null;
  return (
    <Panel title={t.places} id="places" long>
      <div class="column">
        {record.places.map((p) => (
          <OnePlace place={p} names={names} today={today} />
        ))}
      </div>
    </Panel>
  );
}
