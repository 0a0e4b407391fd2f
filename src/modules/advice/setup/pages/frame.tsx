import type { Child } from 'hono/jsx';
import { Tabs } from '#ui/components/progress.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { useDeskCrumb } from '../../pages/frame.tsx';
import { text } from '../text.pl.ts';

const PATHS = {
  desk: '',
  people: '/people',
  topics: '/topics',
  times: '/times',
  templates: '/templates',
} as const;
export type SettingsTab = keyof typeof PATHS;
interface Named {
  readonly id: string;
  readonly namePl: string;
  readonly nameEn: string;
}

/** The frame of every page that sets up a desk. `title` is the heading of a page inside a part. */
export function SettingsFrame(props: {
  desk: Named;
  current: SettingsTab;
  title?: string;
  lead?: Child;
  trail?: readonly { readonly href: string; readonly label: string }[];
  actions?: Child;
  aside?: Child;
  failed?: boolean;
  width?: 'text';
  children?: Child;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { desk, current, title, trail = [], ...page } = props;
  const base = `/advice/desk/settings/${desk.id}`;
  const name = lang === 'en' && desk.nameEn !== '' ? desk.nameEn : desk.namePl;
  return (
    <Page
      {...page}
      title={title ?? name}
      breadcrumb={[
        ...useDeskCrumb(),
        { href: '/advice/desk/settings', label: t.title },
        ...(title === undefined ? [] : [{ href: base, label: name }]),
        ...trail,
      ]}
      before={
        <Tabs
          label={t.parts}
          items={(Object.keys(PATHS) as SettingsTab[]).map((tab) => ({
            href: base + PATHS[tab],
            label: t.tabs[tab],
            current: tab === current,
          }))}
        />
      }
    />
  );
}
