import { Tabs } from '#ui/components/progress.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

const PATHS = { table: '/region', calls: '/region/calls', calendar: '/region/calendar' } as const;
export type RegionTab = keyof typeof PATHS;

export function RegionTabs({ current }: { current: RegionTab }) {
  const t = useText(text);
  return (
    <Tabs
      label={t.parts}
      items={(Object.keys(PATHS) as RegionTab[]).map((tab) => ({
        href: PATHS[tab],
        label: t.nav[tab],
        current: tab === current,
      }))}
    />
  );
}
