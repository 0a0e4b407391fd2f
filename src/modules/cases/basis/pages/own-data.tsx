import { useText, useView } from '#ui/view.tsx';
import { className } from '../../access/api.ts';
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
            .map((c) => (c === 'D8' ? `${className(lang, c)} (${t.partners.named})` : className(lang, c)))
            .join('; ')}
          <div class="small muted">{t.partners.ownBasis(o.article)}</div>
        </div>
      ))}
    </>
  );
}
