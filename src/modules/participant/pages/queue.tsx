import { formatDate } from '#kernel/time.ts';
import type { OwnPlace } from '#modules/cases/api.ts';
import { Details, Panel } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

/** What the person waits for, where they stand, why, and by what rules. */
export function QueuePanel(props: { queue: readonly OwnPlace[] }) {
  const t = useText(text).home.queue;
  const { lang } = useView();
  const day = (date: string) => <span class="nowrap">{formatDate(date, lang)}</span>;
  return (
    <>
      {props.queue.map((own) => (
        <Panel title={t.title}>
          <p>
            <b>{own.service}</b>, {own.institution}
            <br />
            {own.state === 'offered' && own.answerUntil ? (
              <>
                {t.offered} {day(own.answerUntil)}.
              </>
            ) : (
              <>
                {own.place !== null && t.place(own.place - 1)} {t.since} {day(own.since)}.
              </>
            )}
          </p>
          <p>
            {own.ground ? t.ground(own.ground) : t.date}
            {own.shiftReason && ` ${t.shifted(own.shiftReason)}`}
          </p>
          <Details summary={t.rules}>
            <p class="pre-line">{own.who}</p>
            <p class="pre-line">{own.orderWords}</p>
            {own.appeal && (
              <p class="pre-line">
                {t.appeal} {own.appeal}
              </p>
            )}
          </Details>
        </Panel>
      ))}
    </>
  );
}
