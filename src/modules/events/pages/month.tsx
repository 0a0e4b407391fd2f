import { addDays, addMonths, formatDate, formatTime, type LocalDate, weekday } from '#kernel/time.ts';
import { useText, useView } from '#ui/view.tsx';
import { inLang, type Kind } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface MonthCell {
  readonly slug: string;
  readonly kind: Kind;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly startsAt: Date;
  readonly off: boolean;
  readonly day: LocalDate;
}

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The weeks of a month from Monday on; null where the week belongs to another month. */
export function weeksOf(month: string): (LocalDate | null)[][] {
  const first = `${month}-01`;
  const next = addMonths(first, 1);
  const weeks: (LocalDate | null)[][] = [];
  for (let day = addDays(first, 1 - weekday(first)); day < next; day = addDays(day, 7))
    weeks.push(WEEK.map((_, n) => addDays(day, n)).map((one) => (one >= first && one < next ? one : null)));
  return weeks;
}

/** A month as a table of weeks; on a phone, the days on which something happens, one under another. */
export function Month(props: {
  shown: string;
  cells: readonly MonthCell[];
  href: (month: string) => string;
  thisMonth: string;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { shown, cells, href } = props;
  const name = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'pl', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const step = (n: number) => addMonths(`${shown}-01`, n).slice(0, 7);
  return (
    <section class="month-view" aria-labelledby="month-name">
      <div class="month-head">
        <h2 id="month-name">{name.format(new Date(`${shown}-01T00:00:00Z`))}</h2>
        <p>
          <a href={href(step(-1))} rel="prev">
            {t.previous}
          </a>
          {shown !== props.thisMonth && <a href={href(props.thisMonth)}>{t.thisMonth}</a>}
          <a href={href(step(1))} rel="next">
            {t.next}
          </a>
        </p>
      </div>
      {cells.length === 0 && <p>{t.noneMonth}</p>}
      <table class="month">
        <caption class="visually-hidden">{name.format(new Date(`${shown}-01T00:00:00Z`))}</caption>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th scope="col">
                <abbr title={t.weekdays[day]}>{t.weekdays[day].slice(0, lang === 'en' ? 3 : 2)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(shown).map((week) => (
            <tr>
              {week.map((day) => (
                <Day day={day} cells={cells.filter((cell) => cell.day === day)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day(props: { day: LocalDate | null; cells: readonly MonthCell[] }) {
  const t = useText(text);
  const { lang } = useView();
  const { day, cells } = props;
  if (!day) return <td class="outside" />;
  return (
    <td class={cells.length > 0 ? 'busy' : undefined}>
      <time datetime={day} class="num">
        <span aria-hidden="true">{Number(day.slice(8))}</span>
        <span class="visually-hidden">{formatDate(day, lang)}</span>
      </time>
      {cells.length > 0 && (
        <ul>
          {cells.map((cell) => (
            <li>
              <a href={`/events/${cell.slug}`}>
                <span class="num">{formatTime(cell.startsAt)}</span>{' '}
                {cell.off ? (
                  <s>{inLang(lang, cell.titlePl, cell.titleEn)}</s>
                ) : (
                  inLang(lang, cell.titlePl, cell.titleEn)
                )}
                {cell.off && <span class="visually-hidden"> ({t.states.cancelled})</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}
