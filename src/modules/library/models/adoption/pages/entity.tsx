import { formatDate } from '#kernel/time.ts';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Adopter } from '../schema.ts';
import { text } from '../text.pl.ts';
import { AdoptionTag } from './adopters.tsx';

/** On the page of an entity: the models it uses and agreed to be named with. */
export function EntityModels(props: { adoptions: readonly (Adopter & { readonly title: string })[] }) {
  const t = useText(text).entity;
  const { lang } = useView();
  if (props.adoptions.length === 0) return null;
  return (
    <Panel title={t.title}>
      <RuledList
        items={props.adoptions.map((each) => (
          <>
            <a href={`/models/${each.modelSlug}`}>{each.title}</a>, {t.line(formatDate(each.since, lang))}{' '}
            <AdoptionTag state={each.state} />
          </>
        ))}
      />
    </Panel>
  );
}
