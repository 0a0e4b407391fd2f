import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { formatLongDate, formatTime, warsawDate } from '#kernel/time.ts';
import { Panel } from '#ui/components/panels.tsx';
import { Markdown } from '#ui/markdown.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Event, inLang, type Material, type Session } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What organisers write, in Markdown. */
export function Prose(props: { text: string }) {
  if (props.text.trim() === '') return null;
  return (
    <div class="prose">
      <Markdown blocks={parseMarkdown(props.text)} />
    </div>
  );
}

/** Sessions day by day; what runs at the same time stands one under another with its room. */
export function Programme({
  event,
  sessions,
}: {
  event: Pick<Event, 'occurrences'>;
  sessions: readonly Session[];
}) {
  const t = useText(text);
  const { lang } = useView();
  if (sessions.length === 0) return null;
  const days = event.occurrences
    .map((date) => ({ date, list: sessions.filter((s) => s.occurrenceId === date.id) }))
    .filter(({ list }) => list.length > 0);
  return (
    <Panel title={t.programme} long>
      {days.map(({ date, list }) => (
        <>
          {days.length > 1 && <h3>{formatLongDate(warsawDate(date.startsAt), lang)}</h3>}
          <dl class="programme">
            {list.map((s) => (
              <div>
                <dt class="num">{`${formatTime(s.startsAt)}–${formatTime(s.endsAt)}`}</dt>
                <dd>
                  <b>{inLang(lang, s.titlePl, s.titleEn)}</b>
                  {s.room && <span> · {t.room(s.room)}</span>}
                  {s.speakersPl && (
                    <p>
                      {t.speakers}: {inLang(lang, s.speakersPl, s.speakersEn)}
                    </p>
                  )}
                  {s.aboutPl && <p>{inLang(lang, s.aboutPl, s.aboutEn)}</p>}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ))}
    </Panel>
  );
}

export function Materials(props: { materials: readonly Material[]; href: (material: Material) => string }) {
  const t = useText(text);
  if (props.materials.length === 0) return null;
  return (
    <Panel title={t.materials}>
      <ul class="plain-list">
        {props.materials.map((m) => (
          <li>
            <a href={props.href(m)} download rel="nofollow">
              {m.title}
            </a>{' '}
            ({t.materialKinds[m.kind]}, {m.fileKind.toUpperCase()}, {Math.max(1, Math.round(m.size / 1024))}{' '}
            kB
            {m.audience === 'registered' && `, ${t.forRegistered}`})
          </li>
        ))}
      </ul>
    </Panel>
  );
}
