import { Button, ButtonLink } from '../components/buttons.tsx';
import { DateText, Money, Num, TimeText } from '../components/format.tsx';
import {
  DefinitionHint,
  Details,
  EmptyState,
  Notice,
  Panel,
  SummaryList,
  WaitsFor,
} from '../components/panels.tsx';
import { Progress, Steps, Tabs, Timeline } from '../components/progress.tsx';
import { ChipLinks, StateTag, ThreadBadge, ThreadLine } from '../components/tags.tsx';
import { text } from '../text.pl.ts';
import { THREAD_KEYS } from '../threads.ts';
import { useText } from '../view.tsx';
import { galleryText } from './words.ts';

export function ButtonsSection() {
  const g = useText(galleryText);
  return (
    <Panel title={g.buttons} id="buttons">
      <div class="row">
        <Button variant="primary">{g.plan}</Button>
        <Button>{g.second}</Button>
        <Button variant="tertiary">{g.third}</Button>
        <Button danger icon="trash">
          {g.remove}
        </Button>
        <Button disabled>{g.disabled}</Button>
        <ButtonLink href="#buttons" icon="download" small>
          {g.download}
        </ButtonLink>
      </div>
    </Panel>
  );
}

export function StatesSection() {
  const g = useText(galleryText);
  const t = useText(text);
  return (
    <Panel title={g.states} id="states">
      <div class="row">
        <StateTag tone="accent" label={g.running} />
        <StateTag tone="info" label={g.waiting} />
        <StateTag tone="success" label={g.closed} />
        <StateTag tone="warning" label={g.unconfirmed} />
        <StateTag tone="danger" label={t.overdue} />
        <StateTag tone="neutral" label={g.draft} icon="edit" />
      </div>
      <ul class="plain halves">
        {THREAD_KEYS.map((key) => (
          <li class="row">
            <ThreadBadge thread={key} />
            <ThreadLine thread={key}>{t.threads[key]}</ThreadLine>
          </li>
        ))}
      </ul>
      <div class="row">
        {['CIS', 'KIS', 'WTZ', 'ZAZ'].map((kind) => (
          <span>
            <ThreadBadge thread="reintegration" kind={kind} name={kind} /> {kind}
          </span>
        ))}
        <Progress done={3} label={g.goal} />
        <Progress done={5} total={9} label={g.goal} />
      </div>
      <ChipLinks
        label={g.trade}
        items={[
          { href: '#states', label: g.catering, current: true },
          { href: '#states', label: g.cleaning },
          { href: '#states', label: g.greenery },
        ]}
      />
    </Panel>
  );
}

export function NoticesSection() {
  const g = useText(galleryText);
  return (
    <>
      <WaitsFor
        who={g.waitsWho}
        what={g.waitsWhat}
        more={g.waitsMore}
        action={<Button variant="primary">{g.plan}</Button>}
      />
      <WaitsFor tone="mine" who={g.you} what={g.waitsMine} />
      <WaitsFor tone="late" who={g.waitsWho} what={g.waitsLate} />
      <WaitsFor />
      {(['info', 'success', 'warning', 'danger'] as const).map((tone) => (
        <Notice tone={tone} title={g.notice[tone].title}>
          {g.notice[tone].body}
        </Notice>
      ))}
      <EmptyState title={g.emptyTitle} action={<ButtonLink href="#notices">{g.newReferral}</ButtonLink>}>
        {g.emptyBody}
      </EmptyState>
    </>
  );
}

export function ReadingSection(props: { now: Date }) {
  const g = useText(galleryText);
  const t = useText(text);
  return (
    <>
      <Tabs
        label={g.sections}
        items={[
          { href: '#reading', label: g.overview, current: true },
          { href: '#reading', label: g.plans, count: 3 },
          { href: '#reading', label: t.history, count: 41 },
        ]}
      />
      <Steps
        current={1}
        steps={[{ label: g.person, href: '#reading' }, { label: g.basis }, { label: g.check }]}
      />
      <SummaryList
        items={[
          { term: g.person, value: 'Jan W., Wierzbno', action: <a href="#reading">{g.change}</a> },
          { term: g.when, value: <DateText date="2026-03-05" after=" (za 4 dni)" /> },
          { term: g.changed, value: <TimeText at={props.now} /> },
          { term: g.amount, value: <Money grosze={123450} /> },
          { term: g.hours, value: <Num value={1234.5} unit="godz." /> },
        ]}
      />
      <p>
        {g.sentence} <DefinitionHint term={g.term}>{g.definition}</DefinitionHint> {g.sentenceEnd}
      </p>
      <Details summary={g.why}>{g.whyBody}</Details>
      <Timeline
        items={[
          {
            when: <TimeText at={props.now} />,
            what: g.event1,
            who: 'Tomasz Lis, PUP',
            thread: 'labour-office',
          },
          {
            when: <DateText date="2026-11-10" />,
            what: g.event2,
            who: 'Anna Wąs, OPS',
            thread: 'social-assistance',
          },
          {
            when: <DateText date="2026-07-04" />,
            what: g.event3,
            who: 'Jan W.',
            thread: 'person',
            more: g.event3More,
          },
        ]}
      />
    </>
  );
}
