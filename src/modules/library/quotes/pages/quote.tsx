import { Markdown } from '#ui/markdown.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { QuotedPart } from '../schema.ts';
import { text } from '../text.pl.ts';

/** A part of another document with where it comes from. */
export function Quote({ part }: { part: QuotedPart }) {
  const t = useText(text);
  const { lang } = useView();
  const { source } = part;
  if (part.blocks.length === 0)
    return (
      <p>
        {t.gone} <a href={part.path}>{source.title}</a>
      </p>
    );
  const foreign = part.lang === lang ? undefined : part.lang;
  return (
    <figure class="quoted">
      <blockquote cite={part.path}>
        <p lang={foreign}>
          <b>{part.title}</b>
        </p>
        <Markdown blocks={part.blocks} lang={foreign} />
      </blockquote>
      <figcaption class="muted">
        {t.source} <a href={part.path}>{source.title}</a>
        {part.about}
        {foreign && ` ${t.otherLang}`}
      </figcaption>
    </figure>
  );
}
