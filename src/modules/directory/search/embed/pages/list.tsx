import { RuledList } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import type { EntityList } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Entities of the base within a text: who, what, where, and a link to the whole search. */
export function Entities({ list }: { list: EntityList }) {
  const t = useText(text);
  return (
    <section aria-label={t.label}>
      <RuledList
        items={list.hits.map((hit) => (
          <>
            <a href={`/directory/${hit.id}`}>{hit.name}</a>{' '}
            <span class="muted">
              {[list.names('type', hit.type), hit.locality].filter((each) => each !== '').join(', ')}
            </span>
          </>
        ))}
      />
      <p class="no-print">
        <a href={list.href}>{t.all(list.total)}</a>
      </p>
    </section>
  );
}
