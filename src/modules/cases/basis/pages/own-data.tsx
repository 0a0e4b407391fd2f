import { classWords } from '#modules/organisations/api.ts';
import { useText, useView } from '#ui/view.tsx';
import type { OwnScope } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Data of the institution itself with the article they are collected on; of the protected ones, who reads them. */
export function OwnData(props: { own: readonly OwnScope[] }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <>
      {props.own.map((o) => (
        <div>
          <b>{t.partners.own}</b>{' '}
          {o.classes
            .map((c) => (c === 'D8' ? `${classWords(lang)[c]} (${t.partners.named})` : classWords(lang)[c]))
            .join('; ')}
          <div class="small muted">{t.partners.ownBasis(o.article)}</div>
        </div>
      ))}
    </>
  );
}
