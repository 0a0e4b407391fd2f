import { useText, useView } from '#ui/view.tsx';
import { PathTabs } from '../../pages/tabs.tsx';
import { text } from '../text.pl.ts';

const PATHS = {
  cards: '/network',
  calls: '/network/calls',
  announcements: '/network/announcements',
  questions: '/network/questions',
  visits: '/network/visits',
} as const;
export type NetworkTab = keyof typeof PATHS;
/** What workers alone open. */
const WORK: readonly NetworkTab[] = ['questions', 'visits'];

/** Parts of the network, as far as whoever reads may open them. */
export function NetworkTabs({ current }: { current: NetworkTab }) {
  const t = useText(text);
  const { actor } = useView();
  const worker = actor !== null && !actor.participant;
  return (
    <PathTabs
      label={t.sections}
      paths={PATHS}
      names={t.nav}
      current={current}
      shown={(tab) => worker || !WORK.includes(tab)}
    />
  );
}
