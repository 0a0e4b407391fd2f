import { Panel } from '#ui/components/panels.tsx';
import { ThreadBadge, ThreadLine } from '#ui/components/tags.tsx';
import { text as uiText } from '#ui/text.pl.ts';
import { THREAD_KEYS } from '#ui/threads.ts';
import { useText } from '#ui/view.tsx';
import type { Lane, WeaveInput } from '#ui/weave/model.ts';
import { Weave } from '#ui/weave/weave.tsx';
import { type Text, text } from '../text.pl.ts';

/** What a shared case looks like, on an invented one. */
export function ExamplePanel() {
  const t = useText(text);
  return (
    <Panel title={t.example.title}>
      <div class="columns">
        <Weave input={example(t.example)} caption={t.example.caption} />
        <Legend />
      </div>
    </Panel>
  );
}

/** Every type of institution with its colour, pattern and letters, as they return on every page. */
function Legend() {
  const t = useText(text);
  const names = useText(uiText).threads;
  return (
    <section>
      <h3>{t.threads}</h3>
      <ul class="thread-legend">
        {THREAD_KEYS.map((thread) => (
          <li>
            <ThreadBadge thread={thread} />
            <ThreadLine thread={thread}>{names[thread]}</ThreadLine>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Invented, and standing still in time, so that the page is the same every day. */
function example(t: Text['example']): WeaveInput {
  const lanes: readonly Lane[] = [
    { id: 'ops', label: t.lanes.ops, thread: 'social-assistance' },
    { id: 'pup', label: t.lanes.pup, thread: 'labour-office' },
    { id: 'ngo', label: t.lanes.ngo, thread: 'ngo' },
    { id: 'cis', label: t.lanes.cis, thread: 'reintegration', kind: 'CIS' },
    { id: 'employer', label: t.lanes.employer, thread: 'employer' },
  ];
  return {
    today: '2026-10-02',
    lanes,
    path: [
      { laneId: 'ops', from: '2026-04-08', to: '2026-04-13' },
      { laneId: 'pup', from: '2026-04-17', to: '2026-04-27' },
      { laneId: 'ops', from: '2026-05-06', to: '2026-05-12' },
      { laneId: 'ngo', from: '2026-05-25', to: '2026-06-10' },
      { laneId: 'cis', from: '2026-06-22', to: '2026-09-18' },
      { laneId: 'pup', from: '2026-09-25', to: null },
    ],
    knots: [
      { at: '2026-04-08', laneId: 'ops', kind: 'referral', label: t.knots.referral },
      { at: '2026-04-17', laneId: 'pup', kind: 'acceptance', label: t.knots.accepted },
      { at: '2026-05-06', laneId: 'ops', kind: 'diagnosis', label: t.knots.diagnosis },
      { at: '2026-05-25', laneId: 'ngo', kind: 'signature', label: t.knots.signed },
      { at: '2026-09-25', laneId: 'pup', kind: 'review', label: t.knots.review },
    ],
    attendance: [
      {
        laneId: 'cis',
        from: '2026-06-24',
        to: '2026-09-16',
        label: t.knots.workshops,
        marks: [
          ...Array<'present'>(8).fill('present'),
          'excused',
          ...Array<'present'>(9).fill('present'),
          'absent',
          ...Array<'present'>(7).fill('present'),
        ],
      },
    ],
    due: [{ laneId: 'employer', at: '2026-10-26', label: t.knots.job }],
  };
}
