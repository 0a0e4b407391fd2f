import type { Child } from 'hono/jsx';
import { Icon, type IconName } from '../icon.tsx';
import { Mark } from '../mark.tsx';
import { text } from '../text.pl.ts';
import { useText } from '../view.tsx';
import { fieldId } from './address.ts';

/** A card of the page; a part of it once it has a title. `tone="next"` marks the one that says whose turn it is. */
export function Panel(props: {
  title?: Child;
  id?: string;
  level?: 2 | 3;
  action?: Child;
  foot?: Child;
  tone?: 'next' | 'tinted';
  /** A long panel, such as a table, may run over a page break in print. */
  long?: boolean;
  children?: Child;
}) {
  const Box = props.title ? 'section' : 'div';
  const heading = props.level === 3 ? <h3>{props.title}</h3> : <h2>{props.title}</h2>;
  return (
    <Box class={props.long ? 'panel may-break' : 'panel'} id={props.id} data-tone={props.tone}>
      {(props.title || props.action) && (
        <div class="panel-head">
          {props.title && heading}
          {props.action}
        </div>
      )}
      {props.children}
      {props.foot && <p class="panel-foot">{props.foot}</p>}
    </Box>
  );
}

/** The line under the title: what this waits for, from whom, until when; and the next action. */
export function WaitsFor(props: {
  /** Who must act; without it nothing is waiting. */
  who?: Child;
  what?: Child;
  more?: Child;
  /** `mine`: the reader must act. `late`: the date has passed. */
  tone?: 'others' | 'mine' | 'late';
  action?: Child;
}) {
  const t = useText(text);
  return (
    <section class="waits" data-tone={props.who ? props.tone : 'none'}>
      <div>
        <p>
          {props.who ? (
            <b>
              {t.waitsFor} {props.who}.
            </b>
          ) : (
            <b>{t.waitsNobody}</b>
          )}{' '}
          {props.what}
        </p>
        {props.more && <p class="more">{props.more}</p>}
      </div>
      {props.action}
    </section>
  );
}

export type Tone = 'info' | 'success' | 'warning' | 'danger';
const NOTICE_ICON: Record<Tone, IconName> = {
  info: 'info',
  success: 'done',
  warning: 'alert',
  danger: 'danger',
};

/** Says what happened and what to do. Danger interrupts a screen reader, the others wait for their turn. */
export function Notice(props: { tone?: Tone; title?: Child; quiet?: boolean; children?: Child }) {
  const tone = props.tone ?? 'info';
  const role = props.quiet ? undefined : tone === 'danger' ? 'alert' : 'status';
  return (
    <div class="notice" data-color={tone} role={role}>
      <Icon name={NOTICE_ICON[tone]} />
      <div>
        {props.title && <h2>{props.title}</h2>}
        {props.children && <div>{props.children}</div>}
      </div>
    </div>
  );
}

/** What would be here and how it gets there. */
export function EmptyState(props: { title: string; action?: Child; children?: Child }) {
  return (
    <div class="empty">
      <Mark />
      <h2>{props.title}</h2>
      {props.children && <p>{props.children}</p>}
      {props.action}
    </div>
  );
}

export function SummaryList(props: { items: readonly { term: Child; value: Child; action?: Child }[] }) {
  return (
    <dl class="summary facts">
      {props.items.map((item) => (
        <div>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
          {item.action && <dd class="no-print">{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** A list with thin rules between rows, for side panels. */
export function RuledList(props: { items: readonly Child[] }) {
  return (
    <ul class="ruled">
      {props.items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

export function Details(props: {
  summary: Child;
  open?: boolean;
  wide?: boolean;
  id?: string;
  children?: Child;
}) {
  return (
    <details class={props.wide ? 'more-details wide' : 'more-details'} open={props.open} id={props.id}>
      <summary>
        <Icon name="more" />
        {props.summary}
      </summary>
      <div>{props.children}</div>
    </details>
  );
}

/** A term whose meaning opens beside it; a popover, so that it may stand inside a sentence and needs no script. */
export function DefinitionHint(props: { term: string; children?: Child }) {
  const t = useText(text);
  const id = fieldId(`term-${props.term}`);
  return (
    <>
      <button type="button" class="define" popovertarget={id} title={t.whatIsThis(props.term)}>
        {props.term}
      </button>
      <span class="definition" popover="auto" id={id}>
        <b>{props.term}</b>
        {' – '}
        {props.children}
      </span>
    </>
  );
}
