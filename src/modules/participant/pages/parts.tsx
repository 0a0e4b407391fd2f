import type { Child } from 'hono/jsx';
import type { DataClass } from '#kernel/access.ts';
import { formatLongDate, formatTime, type LocalDate, warsawDate } from '#kernel/time.ts';
import { Notice } from '#ui/components/panels.tsx';
import { type Crumb, Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Done } from '../schema.ts';
import { text } from '../text.pl.ts';

/** A page of the participant's window: large text, one column, and what was just done said on top. */
export function MyPage(props: {
  title: string;
  lead?: Child;
  meta?: readonly Child[];
  /** Pages under another one lead back to it. */
  under?: 'home' | 'plan' | 'messages' | 'consents' | 'data' | 'documents';
  done?: Done;
  failed?: boolean;
  children?: Child;
}) {
  const t = useText(text);
  const up: Readonly<Record<NonNullable<typeof props.under>, Crumb>> = {
    home: { href: '/my', label: t.nav.home },
    plan: { href: '/my/plan', label: t.nav.plan },
    messages: { href: '/my/messages', label: t.nav.messages },
    consents: { href: '/my/consents', label: t.nav.consents },
    data: { href: '/my/data', label: t.nav.data },
    documents: { href: '/my/documents', label: t.documents.title },
  };
  const home = props.under && props.under !== 'home' ? [up.home] : [];
  return (
    <Page
      reader="participant"
      title={props.title}
      lead={props.lead}
      meta={props.meta}
      breadcrumb={props.under && [...home, up[props.under]]}
      failed={props.failed}
      before={props.done && <Notice tone="success">{t.done[props.done]}</Notice>}
    >
      {props.children}
    </Page>
  );
}

/** A service of the catalogue at the beginning of a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** „Poniedziałek, 23 listopada 2026, 8:00”: the day of the week is what people remember. */
export function Moment(props: { at: Date }) {
  const { lang } = useView();
  return (
    <time datetime={props.at.toISOString()}>
      {capital(formatLongDate(warsawDate(props.at), lang))}, {formatTime(props.at)}
    </time>
  );
}

export function Day(props: { date: LocalDate }) {
  const { lang } = useView();
  return <time datetime={props.date}>{capital(formatLongDate(props.date, lang))}</time>;
}

/** Classes of data in everyday words, as a list in a sentence. */
export function ClassWords(props: { classes: readonly DataClass[] }) {
  const t = useText(text);
  return <>{props.classes.map((c) => t.classes[c]).join('; ')}</>;
}

/** What a person wrote, with its lines kept. */
export function Paragraphs(props: { text: string; lang?: string }) {
  const { lang } = useView();
  const other = props.lang && props.lang !== lang ? props.lang : undefined;
  return (
    <div class="prose" lang={other}>
      {props.text
        .split(/\n{2,}/)
        .filter((part) => part.trim() !== '')
        .map((part) => (
          <p>
            {part.split('\n').map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ))}
    </div>
  );
}

/** The plan is what the institution wrote and everybody signed, so it is not translated: that is said, not left to guess. */
export function InPolish() {
  const t = useText(text).plan;
  return useView().lang === 'pl' ? null : <p class="muted">{t.inPolish}</p>;
}

/** Texts that list several sentences keep each on a line of its own. */
export const sentences = (lines: string): string[] => lines.split('\n');

/** Why an institution may see it: an article as it stands in Polish law, read out in Polish in every language. */
export function Basis(props: { article: string }) {
  const t = useText(text).data;
  return (
    <span class="muted">
      {t.byLaw}: <span lang="pl">{props.article}</span>
    </span>
  );
}
