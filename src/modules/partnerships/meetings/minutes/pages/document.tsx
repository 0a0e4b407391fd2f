import { formatDate, formatDateTime, formatTime } from '#kernel/time.ts';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../text.pl.ts';
import type { Content, MinutesPoint } from '../schema.ts';
import { text } from '../text.pl.ts';

const Paragraphs = (props: { text: string }) => (
  <>
    {props.text
      .split(/\n\s*\n/)
      .filter(Boolean)
      .map((part) => (
        <p class="pre-line">{part}</p>
      ))}
  </>
);

/** What was noted, decided and taken on at a point. */
export function PointItems(props: { point: MinutesPoint }) {
  const t = useText(text);
  const { lang } = useView();
  const { point: p } = props;
  const day = (date: string) => formatDate(date, lang);
  return (
    <>
      <Paragraphs text={p.notes} />
      {p.decisions.length > 0 && (
        <ul>
          {p.decisions.map((d) => (
            <li>
              <b>
                {t.decision} {d.number}:
              </b>{' '}
              {d.body}{' '}
              <span class="muted">
                (
                {[t.from(day(d.validFrom)), d.checkOn && t.check(day(d.checkOn)), d.votes && t.votes(d.votes)]
                  .filter(Boolean)
                  .join('; ')}
                )
              </span>
            </li>
          ))}
        </ul>
      )}
      {p.tasks.length > 0 && (
        <ul>
          {p.tasks.map((task) => (
            <li>
              <b>{t.task}:</b> {task.what}{' '}
              <span class="muted">({[task.owner, t.until(day(task.due))].join(', ')})</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The minutes to read. */
export function MinutesDocument(props: { content: Content }) {
  const t = useText(text);
  const all = useText(words);
  const { lang } = useView();
  const { content: c } = props;
  const from = new Date(c.startsAt);
  return (
    <>
      <Panel>
        <SummaryList
          items={[
            { term: t.body, value: `${t.bodies[c.bodyKind]}: ${c.place}` },
            { term: t.when, value: `${formatDateTime(from, lang)}–${formatTime(new Date(c.endsAt))}` },
            { term: t.where, value: c.where || all.modes[c.mode] },
            { term: t.chair, value: c.chair || '–' },
            { term: t.clerk, value: c.clerk || '–' },
          ]}
        />
      </Panel>
      <Panel title={t.present} foot={t.presentCount(c.present.length)}>
        <ul>
          {c.present.map((p) => (
            <li>{[p.name, p.from].filter(Boolean).join(', ')}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={t.points} long>
        <ol>
          {c.points.map((p) => (
            <li>
              <p>
                <b>{p.title}</b>
                {p.presenter && <span class="muted"> · {p.presenter}</span>}
              </p>
              <PointItems point={p} />
            </li>
          ))}
        </ol>
        <Paragraphs text={c.general} />
      </Panel>
    </>
  );
}
