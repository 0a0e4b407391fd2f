import type { Child } from 'hono/jsx';
import { createContext, useContext } from 'hono/jsx';
import type { Lang, Languages } from '#kernel/i18n.ts';
import type { IconName } from './icon.tsx';
import type { ThreadKey } from './threads.ts';

export type TextSize = 'a' | 'b' | 'c';
export type Contrast = 'auto' | 'light' | 'dark' | 'high';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  /** Shown in the participant's bar at the bottom of a phone. */
  readonly icon?: IconName;
}

export interface ViewActor {
  readonly name: string;
  readonly functionLabel: string;
  readonly institutionName: string;
  readonly institutionThread?: ThreadKey;
  readonly canSwitch: boolean;
  /** The person of a case in their own window, not somebody at work. */
  readonly participant: boolean;
}

/** What every page knows about the request it answers. Set once by the kernel, read by `useView`. */
export interface View {
  readonly lang: Lang;
  /** Path with the query, for "come back here" links. */
  readonly path: string;
  readonly now: Date;
  readonly actor: ViewActor | null;
  readonly waitingCount: number | null;
  readonly prefs: { readonly size: TextSize; readonly contrast: Contrast };
  readonly nav: readonly NavItem[];
  /** Languages this page exists in; Polish and English when not said. */
  readonly langs?: readonly Lang[];
  readonly cspNonce?: string;
  readonly version?: string;
  /** Minutes until the session ends, for the warning. */
  readonly sessionMinutes?: number;
  readonly demo: boolean;
  /** No letter leaves this demonstration: they are read at `/outbox`. */
  readonly outbox?: boolean;
}

const ViewContext = createContext<View | null>(null);

export function ViewProvider(props: { view: View; children?: Child }) {
  return <ViewContext.Provider value={props.view}>{props.children}</ViewContext.Provider>;
}

/** Throws outside a ViewProvider: a page rendered without its request is a programming error. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('useView outside a ViewProvider');
  return view;
}

/** The texts of a module in the language of the page. */
export function useText<T>(texts: Languages<T>): T {
  return texts[useView().lang];
}
