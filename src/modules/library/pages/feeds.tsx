import { useText } from '#ui/view.tsx';
import type { Section } from '../schema.ts';
import { text } from '../text.pl.ts';

const FORMATS = [
  ['atom', 'Atom'],
  ['rss', 'RSS'],
  ['json', 'JSON Feed'],
] as const;

/** The same list for readers of feeds and for other libraries, at its foot. */
export function FeedLinks({ section }: { section: Section }) {
  const t = useText(text).list;
  return (
    <p class="no-print muted">
      {t.feeds}{' '}
      {FORMATS.map(([ending, name]) => (
        <>
          <a href={`/${section}/feed.${ending}`} data-no-prefetch>
            {name}
          </a>
          {' · '}
        </>
      ))}
      <a href="/oai?verb=Identify" data-no-prefetch>
        OAI-PMH
      </a>
    </p>
  );
}
