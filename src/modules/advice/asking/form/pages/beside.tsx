import { type HelpLine, HelpLines } from '#modules/site/api.ts';
import type { OptionGroup } from '#ui/components/choices.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Details, Panel, RuledList } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Hours } from '../../../rota/api.ts';
import type { Desk } from '../../../schema.ts';
import { DeskName } from '../../pages/parts.tsx';
import { text } from '../../text.pl.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface AskView {
  /** The secret that the link of this very form will have. */
  readonly once: string;
  readonly desks: readonly Desk[];
  /** When somebody is at the telephone or receives people, by desk. */
  readonly hours: ReadonlyMap<string, Hours>;
  readonly topics: readonly OptionGroup[];
  readonly counties: readonly Choice[];
  readonly callers: readonly Choice[];
  readonly lines: readonly HelpLine[];
  /** Working days until the first answer, and months that contact data are kept. */
  readonly days: number;
  readonly months: number;
}

/** The hours of a desk for everybody: what kind and when, no names. */
function HoursOf(props: { hours: Hours | undefined }) {
  const t = useText(text).hours;
  if (!props.hours) return null;
  const { shifts, now } = props.hours;
  const held = shifts.filter(({ person }) => person !== null);
  return (
    <>
      {now.length > 0 && (
        <p>
          <b>{t.now}</b> {now.map((s) => `${t.kinds[s.kind]}, ${t.until(s.to)}`).join('; ')}
        </p>
      )}
      {held.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Details summary={t.title}>
          <RuledList
            items={held.map((s) => (
              <>
                <DateText date={s.on} long />{' '}
                <span class="num nowrap">
                  {s.from}–{s.to}
                </span>
                , {t.kinds[s.kind]}
              </>
            ))}
          />
        </Details>
      )}
    </>
  );
}

function ByPhone(props: Pick<AskView, 'desks' | 'hours'>) {
  const t = useText(text);
  const reached = props.desks.filter((desk) => desk.phone !== '' || desk.email !== '');
  if (reached.length === 0) return null;
  return (
    <Panel title={t.byPhone}>
      <RuledList
        items={reached.map((desk) => (
          <>
            <b>
              <DeskName desk={desk} />
            </b>
            {desk.phone && (
              <>
                <br />
                <a class="num" href={`tel:${desk.phone.replaceAll(' ', '')}`}>
                  {desk.phone}
                </a>
              </>
            )}
            {desk.email && (
              <>
                <br />
                <a href={`mailto:${desk.email}`}>{desk.email}</a>
              </>
            )}
            <HoursOf hours={props.hours.get(desk.id)} />
          </>
        ))}
      />
    </Panel>
  );
}

/** Beside the form: what becomes of a question, where somebody answers at once, and the way back to an answer. */
export function Beside(props: { view: AskView; crisis: boolean }) {
  const t = useText(text);
  const { actor } = useView();
  const { view } = props;
  return (
    <>
      {!props.crisis && (
        <Panel title={t.helpTitle}>
          <p>{t.help}</p>
          <HelpLines lines={view.lines} />
        </Panel>
      )}
      <Panel title={t.whatHappens}>
        <ul class="prose">
          {[t.stepRead, t.stepTime(view.days), t.stepAnonymous, t.stepArticle].map((step) => (
            <li>{step}</li>
          ))}
        </ul>
      </Panel>
      <ByPhone {...view} />
      <Panel>
        <RuledList
          items={[
            ...(actor ? [<a href="/advice/mine">{t.mine.title}</a>] : []),
            <a href="/advice/answer">{t.haveCode}</a>,
            <a href="/knowledge">{t.knowledge}</a>,
          ]}
        />
      </Panel>
    </>
  );
}
