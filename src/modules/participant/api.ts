import type { Lang } from '#kernel/i18n.ts';
import type { NavItem } from '#ui/view.tsx';
import { text } from './text.pl.ts';

export { noteInvitation } from './casework/service.ts';
export { unreadByCase } from './messages/service.ts';
export { joinInvited, participantActors } from './service.ts';

const SECTIONS = [
  { key: 'home', href: '/my', icon: 'home' },
  { key: 'plan', href: '/my/plan', icon: 'route' },
  { key: 'messages', href: '/my/messages', icon: 'mail' },
  { key: 'consents', href: '/my/consents', icon: 'sign' },
  { key: 'data', href: '/my/data', icon: 'eye' },
] as const;

/** The sections of the participant's window, under the thumb on a phone; what has no section of its own belongs to the start. */
export function participantNavigation(path: string, lang: Lang): NavItem[] {
  const at = SECTIONS.find(
    ({ key, href }) => key !== 'home' && (path === href || path.startsWith(`${href}/`)),
  );
  return SECTIONS.map(({ key, href, icon }) => ({
    href,
    icon,
    label: text[lang].nav[key],
    current: at ? at.href === href : href === '/my',
  }));
}

/** What a participant's window is called where an account chooses whom to act for. */
export const windowLabel = (lang: Lang): string => text[lang].window;
