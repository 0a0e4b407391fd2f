import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Event, inLang } from '../../schema.ts';
import { text } from '../text.pl.ts';

export interface Typed {
  readonly event: Event;
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

/** A form about one part of an event. */
export function Frame(props: Typed & { title: string; lead?: string; children?: Child }) {
  const t = useText(text);
  const { lang } = useView();
  const { event } = props;
  return (
    <Page
      title={props.title}
      lead={props.lead}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: '/events/manage', label: t.title },
        { href: `/events/manage/${event.id}`, label: inLang(lang, event.titlePl, event.titleEn) },
      ]}
    >
      {props.children}
    </Page>
  );
}
