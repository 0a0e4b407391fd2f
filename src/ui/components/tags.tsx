import type { Child } from 'hono/jsx';
import { Icon, type IconName } from '../icon.tsx';
import { text } from '../text.pl.ts';
import { type ThreadKey, threadLabel, threads } from '../threads.ts';
import { useText } from '../view.tsx';

export type TagTone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

/** A status in a word, with an icon where the colour alone would have to be understood. */
export function Tag(props: { tone?: TagTone; icon?: IconName; children?: Child }) {
  return (
    <span class="tag" data-color={props.tone ?? 'neutral'}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </span>
  );
}

const STATE_ICON: Record<TagTone, IconName | undefined> = {
  neutral: undefined,
  accent: 'route',
  info: 'waiting',
  success: 'done',
  warning: 'alert',
  danger: 'danger',
};

/** The state of a case, a referral, an application: word and icon, colour only in addition. */
export function StateTag(props: { tone: TagTone; label: string; icon?: IconName }) {
  return (
    <Tag tone={props.tone} icon={props.icon ?? STATE_ICON[props.tone]}>
      {props.label}
    </Tag>
  );
}

/** Two letters of the institution's thread. `name` (the institution) is read out instead of the type. */
export function ThreadBadge(props: { thread: ThreadKey; kind?: string; name?: string }) {
  const t = useText(text);
  const name = props.name ?? t.threads[props.thread];
  return (
    <span
      class="thread"
      style={`--thread:${threads[props.thread].colour}`}
      role="img"
      aria-label={name}
      title={name}
    >
      {threadLabel(props.thread, props.kind)}
    </span>
  );
}

/** A badge followed by text, aligned as a row of a list. */
export function WithThread(props: { thread: ThreadKey; kind?: string; name?: string; children?: Child }) {
  return (
    <div class="with-thread">
      <ThreadBadge thread={props.thread} kind={props.kind} name={props.name} />
      <div>{props.children}</div>
    </div>
  );
}

/** A short stretch of the thread, as it runs in the weave; for legends. */
export function ThreadLine(props: { thread: ThreadKey; children?: Child }) {
  const thread = threads[props.thread];
  return (
    <span class="thread-line">
      <svg viewBox="0 0 36 6" aria-hidden="true" focusable="false">
        <line
          x1="1"
          y1="3"
          x2="35"
          y2="3"
          stroke={thread.colour}
          stroke-width="2.5"
          stroke-dasharray={thread.dash || undefined}
        />
      </svg>
      {props.children}
    </span>
  );
}

export function ChipLinks(props: {
  label: string;
  items: readonly { href: string; label: string; current?: boolean }[];
}) {
  return (
    <nav aria-label={props.label}>
      <ul class="chips">
        {props.items.map((item) => (
          <li>
            <a class="chip" href={item.href} aria-current={item.current ? 'true' : undefined}>
              {item.current && <Icon name="accept" />}
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
