import { formatDate } from '#kernel/time.ts';
import { Markdown } from '#ui/markdown.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { QuotedPart } from '../schema.ts';
import { text } from '../text.pl.ts';

/** A part of another document with where it comes from. What that part quotes is a link: a quotation never grows on. */
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
        <Markdown
          blocks={part.blocks}
          lang={foreign}
          embed={(name, attrs) => (name === 'quote' ? <Nested attrs={attrs} /> : null)}
        />
      </blockquote>
      <figcaption class="muted">
        {t.source} <a href={part.path}>{source.title}</a>
        {[
          source.publication === source.title ? '' : source.publication,
          t.version(part.number),
          part.legalStateOn ? t.legalState(formatDate(part.legalStateOn, lang)) : '',
        ]
          .filter((each) => each !== '')
          .map((each) => `, ${each}`)}
        .{foreign && ` ${t.otherLang}`}
      </figcaption>
    </figure>
  );
}

const SLUG = /^[a-z0-9-]{1,100}$/;

function Nested({ attrs }: { attrs: Readonly<Record<string, string>> }) {
  const t = useText(text);
  const { document = '', chapter = '', part = '' } = attrs;
  if (!SLUG.test(document)) return null;
  const path = `/library/${document}${SLUG.test(chapter) ? `/${chapter}` : ''}`;
  return (
    <p>
      {t.nested} <a href={`${path}${SLUG.test(part) ? `#${part}` : ''}`}>{path}</a>
    </p>
  );
}
