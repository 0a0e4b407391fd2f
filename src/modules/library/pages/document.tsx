import type { Child } from 'hono/jsx';
import { headingsOf, words } from '#kernel/markdown/tree.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { Markdown } from '#ui/markdown.tsx';
import { type Crumb, Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { FactsView } from '../facts/pages/facts.tsx';
import { FACT_FIELDS } from '../facts/schema.ts';
import { datedness, type Reading, type Shown, sectionOf } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Beside, languageName } from './beside.tsx';
import { DocumentData } from './structured.tsx';

const WORDS_A_MINUTE = 180;

/** A document as everybody reads it. `more` stands between the text and the discussion. */
export function DocumentPage(
  props: Reading & { more?: Child; discussion?: Child; before?: Child; head?: Child },
) {
  const t = useText(text);
  const { lang } = useView();
  const { shown, blocks } = props;
  const minutes = Math.max(1, Math.round(words(blocks) / WORDS_A_MINUTE));
  return (
    <Page
      title={shown.title}
      lead={shown.lead}
      reader="public"
      description={shown.lead}
      breadcrumb={useCrumbs(shown)}
      meta={[
        t.kinds[shown.kind],
        <>
          {t.document.published} <DateText date={shown.publishedAt} />
          {warsawDate(shown.updatedAt) !== warsawDate(shown.publishedAt) && (
            <>
              , {t.document.updated} <DateText date={shown.updatedAt} />
            </>
          )}
        </>,
        // Of a book it would be the minutes of its cover, of a card those of its notes.
        FACT_FIELDS[shown.kind] === undefined && t.document.minutes(minutes),
      ]}
      head={
        <>
          {shown.langs.map((each) => (
            <link rel="alternate" hreflang={each} href={`${props.siteUrl}${shown.path}?lang=${each}`} />
          ))}
          <DocumentData shown={shown} siteUrl={props.siteUrl} />
          {props.head}
        </>
      }
      actions={
        props.edits && (
          <Form light action={`/library/edit/documents/${shown.id}/correct`}>
            <input type="hidden" name="lang" value={shown.lang} />
            <Button icon="edit">{t.document.edit}</Button>
          </Form>
        )
      }
      before={
        <>
          {shown.lang !== lang && <Notice quiet>{t.document.otherLang(languageName(t, shown.lang))}</Notice>}
          <Dated shown={shown} />
          {props.before}
        </>
      }
      aside={<Beside {...props} />}
    >
      <article class="article" lang={shown.lang === lang ? undefined : shown.lang}>
        <Picture shown={shown} />
        <Contents {...props} />
        {shown.kind !== 'publication' && <FactsView facts={shown.facts} />}
        <Markdown blocks={blocks} embed={props.embed} />
      </article>
      {props.more}
      {props.discussion}
    </Page>
  );
}

function useCrumbs(shown: Shown): Crumb[] {
  const t = useText(text);
  const section = sectionOf(shown.kind);
  const crumbs = [{ href: '/knowledge', label: t.nav }];
  if (section !== 'pages') crumbs.push({ href: `/${section}`, label: t.sections[section] });
  if (shown.parent && shown.kind === 'chapter')
    crumbs.push({ href: shown.parent.path, label: shown.parent.title });
  return crumbs;
}

/** Says when the law behind a text has changed, or nobody has looked at it for too long. */
function Dated({ shown }: { shown: Shown }) {
  const t = useText(text).document;
  const { now, lang } = useView();
  const { changed, overdue } = datedness(shown, warsawDate(now));
  return (
    <>
      {changed.map((act) => (
        <Notice tone="warning">{t.changed(act.short, formatDate(act.changedOn ?? '', lang))}</Notice>
      ))}
      {overdue && changed.length === 0 && <Notice tone="warning">{t.overdue}</Notice>}
    </>
  );
}

function Picture({ shown }: { shown: Shown }) {
  const t = useText(text).document;
  if (shown.imageId === null) return null;
  return (
    <figure>
      <img src={`/library/images/${shown.imageId}`} alt={shown.imageAlt || t.noImageAlt} />
      {shown.imageLicence && <figcaption class="muted">{shown.imageLicence}</figcaption>}
    </figure>
  );
}

const LONG = 3;
function Contents({ blocks }: Reading) {
  const t = useText(text).document;
  const headings = headingsOf(blocks).filter((heading) => heading.level === 2);
  if (headings.length < LONG) return null;
  return (
    <nav class="contents" aria-label={t.onPage}>
      <p>
        <b>{t.onPage}</b>
      </p>
      <ol>
        {headings.map((heading) => (
          <li>
            <a href={`#${heading.id}`}>{heading.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
