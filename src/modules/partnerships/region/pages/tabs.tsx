import { useText } from '#ui/view.tsx';
import { PathTabs } from '../../pages/tabs.tsx';
import { text } from '../text.pl.ts';

const PATHS = { table: '/region', calls: '/region/calls', calendar: '/region/calendar' } as const;
export type RegionTab = keyof typeof PATHS;

export function RegionTabs({ current }: { current: RegionTab }) {
  const t = useText(text);
  return <PathTabs label={t.parts} paths={PATHS} names={t.nav} current={current} />;
}
