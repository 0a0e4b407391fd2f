import type { Child } from 'hono/jsx';
import { Icon } from '../icon.tsx';
import { text } from '../text.pl.ts';
import { type ThreadKey, threads } from '../threads.ts';
import { useText } from '../view.tsx';

/** Small blocks that fill up, `done` of `total` (up to 8). */
export function Progress(props: { done: number; total?: number; label?: string }) {
  const t = useText(text);
  const total = props.total ?? 4;
  const name = [props.label, t.progress(props.done, total)].filter(Boolean).join(': ');
  return (
    <span class="progress" role="img" aria-label={name} title={name}>
      {Array.from({ length: total }, (_, index) => (
        <i data-done={index < props.done ? '' : undefined} />
      ))}
    </span>
  );
}

/** The steps of a journey of several pages; a step already done may be a link back. */
export function Steps(props: { current: number; steps: readonly { label: string; href?: string }[] }) {
  const t = useText(text);
  return (
    <nav aria-label={t.steps}>
      <ol class="steps">
        {props.steps.map((step, index) => {
          const done = index < props.current;
          return (
            <li
              data-state={done ? 'done' : undefined}
              aria-current={index === props.current ? 'step' : undefined}
            >
              <i class="mark" aria-hidden="true">
                {done ? <Icon name="accept" /> : index + 1}
              </i>
              <span>
                {done && step.href ? <a href={step.href}>{step.label}</a> : step.label}
                {done && <span class="visually-hidden"> ({t.stepDone})</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Sections of one thing as links; the address says which one is open. */
export function Tabs(props: {
  label: string;
  items: readonly { href: string; label: Child; current?: boolean; count?: number }[];
}) {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        {props.items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count === undefined ? null : <span class="muted num">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What happened, newest first, with who and when; the dot carries the thread of whoever did it. */
export function Timeline(props: {
  items: readonly { when: Child; what: Child; who?: Child; thread?: ThreadKey; more?: Child }[];
}) {
  return (
    <ol class="timeline">
      {props.items.map((item) => (
        <li style={item.thread && `--thread:${threads[item.thread].colour}`}>
          <div>{item.what}</div>
          <div class="when">
            {item.when}
            {item.who && ' · '}
            {item.who}
          </div>
          {item.more && <div class="small">{item.more}</div>}
        </li>
      ))}
    </ol>
  );
}
