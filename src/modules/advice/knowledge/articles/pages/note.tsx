import { Notice } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';

/** Says at a question that its answer helps others now. */
export function PublishedNote({ told }: { told: { readonly path: string; readonly title: string } }) {
  const t = useText(text).note;
  return (
    <Notice tone="success" quiet>
      {t.published} <a href={told.path}>{told.title}</a>
    </Notice>
  );
}
