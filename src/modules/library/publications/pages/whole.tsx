import { Markdown } from '#ui/markdown.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as libraryText } from '../../text.pl.ts';
import type { Book } from '../schema.ts';
import { text } from '../text.pl.ts';

/** All chapters under each other, for paper and for who reads with Ctrl+F. */
export function WholePage({ book, cite }: { book: Book; cite: string }) {
  const t = useText(text);
  const l = useText(libraryText);
  const { lang } = useView();
  return (
    <Page
      title={book.title}
      lead={book.lead}
      reader="public"
      breadcrumb={[
        { href: '/knowledge', label: l.nav },
        { href: '/library', label: l.sections.library },
        { href: book.path, label: book.title },
      ]}
      meta={[t.whole, <a href={book.path}>{t.chapters}</a>]}
      head={<link rel="canonical" href={book.path} />}
    >
      <article class="article whole" lang={book.lang === lang ? undefined : book.lang}>
        <Markdown blocks={book.blocks} />
        {book.chapters.length > 0 && (
          <nav class="contents" aria-label={t.contents}>
            <p>
              <b>{t.contents}</b>
            </p>
            <ol>
              {book.chapters.map((chapter) => (
                <li>
                  <a href={`#chapter-${chapter.slug}`}>{chapter.title}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {book.chapters.map((chapter) => (
          <section
            class="chapter"
            lang={chapter.lang === book.lang ? undefined : chapter.lang}
            aria-labelledby={`chapter-${chapter.slug}`}
          >
            <h2 id={`chapter-${chapter.slug}`}>{chapter.title}</h2>
            {chapter.lead && <p class="lead">{chapter.lead}</p>}
            <Markdown blocks={chapter.blocks} lower={1} within={chapter.title} />
          </section>
        ))}
      </article>
      <p class="muted">
        {t.cite}: {cite}
      </p>
    </Page>
  );
}
