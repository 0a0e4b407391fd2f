import type { OwnPlace } from '#modules/cases/api.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { LookLine } from '../data/pages/looks.tsx';
import type { Look } from '../data/schema.ts';
import { DateEntry } from '../dates/pages/dates.tsx';
import type { MyDate } from '../dates/schema.ts';
import type { Turn } from '../policy.ts';
import type { Done, Window } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Day, MyPage } from './parts.tsx';
import { QueuePanel } from './queue.tsx';

export interface HomeView {
  readonly window: Window;
  readonly turn: Turn;
  readonly stage: 'none' | 'start' | 'under' | 'half' | 'over' | 'all';
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly dates: readonly MyDate[];
  readonly reviewOn: string | null;
  readonly looks: readonly Look[];
  readonly consents: number;
  readonly queue: readonly OwnPlace[];
  readonly done?: Done;
}

function TurnPanel(props: { turn: Turn }) {
  const t = useText(text).home;
  const { turn } = props;
  if (!turn)
    return (
      <Panel title={t.nothing}>
        <p>{t.nothingMore}</p>
      </Panel>
    );
  const words = {
    sign: { title: t.signTitle, more: t.signMore, label: t.signButton, href: '/my/plan/sign' },
    message: {
      title: t.messageTitle,
      more: t.messageMore,
      label: t.messageButton,
      href: `/my/messages#m-${turn.kind === 'message' ? turn.id : ''}`,
    },
    clause: {
      title: t.clauseTitle,
      more: t.clauseMore,
      label: t.clauseButton,
      href: `/my/documents/clause/${turn.kind === 'clause' ? turn.id : ''}`,
    },
  }[turn.kind];
  return (
    <Panel tone="next" title={t.turn}>
      <p>
        <b>{words.title}</b>
        <br />
        {words.more}
      </p>
      <ButtonLink variant="primary" href={words.href}>
        {words.label}
      </ButtonLink>
    </Panel>
  );
}

function DatesPanel(props: { dates: readonly MyDate[]; reviewOn: string | null }) {
  const all = useText(text);
  const t = all.home;
  const entries = [
    ...props.dates.map((date) => <DateEntry date={date} />),
    ...(props.reviewOn && props.dates.length < 3
      ? [
          <div>
            <b>
              <Day date={props.reviewOn} />
            </b>
            <br />
            {all.dates.review}
          </div>,
        ]
      : []),
  ];
  return (
    <Panel title={t.dates} foot={<a href="/my/dates">{t.allDates}</a>}>
      {entries.length > 0 ? <RuledList items={entries} /> : <p>{t.noDates}</p>}
    </Panel>
  );
}

export function HomePage(props: HomeView) {
  const all = useText(text);
  const t = all.home;
  const { window: w, progress } = props;
  const lead = progress
    ? [t.stages[props.stage], t.steps(progress.done, progress.total)].filter(Boolean).join(' ')
    : t.states[w.state];
  return (
    <MyPage title={t.hello(w.givenName)} lead={lead} done={props.done}>
      <TurnPanel turn={props.turn} />
      <QueuePanel queue={props.queue} />
      <DatesPanel dates={props.dates} reviewOn={props.reviewOn} />
      <Panel title={t.agreed} foot={<a href="/my/consents">{t.agreedLink}</a>}>
        <p>{props.consents > 0 ? t.agreedCount(props.consents) : t.agreedNone}</p>
      </Panel>
      <Panel title={t.looks} foot={<a href="/my/data">{t.allLooks}</a>}>
        {props.looks.length > 0 ? (
          <RuledList items={props.looks.map((look) => <LookLine look={look} day />)} />
        ) : (
          <p>{t.noLooks}</p>
        )}
      </Panel>
      <Panel title={t.coordinator}>
        {w.coordinator ? (
          <p>
            <b>{w.coordinator.name}</b>, {w.coordinator.institutionName}
            {w.coordinator.standIn && (
              <>
                <br />
                {t.standIn(w.coordinator.standIn)}
              </>
            )}
            {w.coordinator.institutionPhone && (
              <>
                <br />
                {t.phone}:{' '}
                <a href={`tel:${w.coordinator.institutionPhone.replace(/[^\d+]/g, '')}`}>
                  {w.coordinator.institutionPhone}
                </a>
              </>
            )}
          </p>
        ) : (
          <p>{all.messages.noCoordinator}</p>
        )}
        {w.coordinator && <ButtonLink href="/my/messages/new">{t.write(w.coordinator.name)}</ButtonLink>}
      </Panel>
      <Panel title={t.more}>
        <ul class="prose">
          <li>
            <a href="/my/plan">{t.toPlan}</a>
          </li>
          <li>
            <a href="/my/documents">{t.documents}</a>
          </li>
          <li>
            <a href="/advice/mine">{t.asked}</a>
          </li>
        </ul>
      </Panel>
    </MyPage>
  );
}

/** Signed in, but no case is there: an invitation outlived it, or it was erased. */
export function NoCasePage(props: { name: string }) {
  const t = useText(text).home;
  return (
    <MyPage title={t.hello(props.name)}>
      <EmptyState title={t.empty} action={<ButtonLink href="/advice">{t.ask}</ButtonLink>}>
        {t.emptyMore}
      </EmptyState>
    </MyPage>
  );
}
