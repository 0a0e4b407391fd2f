import type { Child } from 'hono/jsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Partnership } from '../schema.ts';
import { text } from '../text.pl.ts';
import { PathTabs } from './tabs.tsx';

/** The parts of a partnership, in the order of its life, with their addresses under `/partnerships/:id`. */
const PATHS = {
  summary: '',
  agreement: '/agreements',
  plan: '/plan',
  selection: '/selection',
  meetings: '/meetings',
  standard: '/standard',
  evaluation: '/evaluation',
  cooperation: '/cooperation',
} as const;
export type PartnershipTab = keyof typeof PATHS;

/**
 * The frame of every page of a partnership: its name, and its parts as tabs for those who are its members.
 * `title` is the heading of a page inside a part; `trail` what stands between the partnership and it.
 */
export function PartnershipFrame(props: {
  partnership: Pick<Partnership, 'id' | 'name'>;
  /** Whether the reader's institution is a member: the others see the summary alone. */
  member: boolean;
  current: PartnershipTab;
  title?: string;
  lead?: Child;
  trail?: readonly { readonly href: string; readonly label: string }[];
  meta?: readonly Child[];
  actions?: Child;
  before?: Child;
  aside?: Child;
  failed?: boolean;
  width?: 'text';
  children?: Child;
}) {
  const t = useText(text);
  const { partnership: p, current, member, title, trail = [], before, ...page } = props;
  const base = `/partnerships/${p.id}`;
  return (
    <Page
      {...page}
      title={title ?? p.name}
      breadcrumb={[
        { href: '/partnerships', label: t.title },
        ...(title === undefined ? [] : [{ href: base, label: p.name }]),
        ...trail,
      ]}
      before={
        <>
          {member && <PathTabs label={t.parts} base={base} paths={PATHS} names={t.tabs} current={current} />}
          {before}
        </>
      }
    />
  );
}
