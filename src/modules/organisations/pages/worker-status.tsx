import { formatDate, relativeDays, warsawDate } from '#kernel/time.ts';
import { Tag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { AuthorisationStatus, WorkerFunction } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONE: Readonly<Record<AuthorisationStatus['kind'], TagTone>> = {
  none: 'danger',
  future: 'warning',
  ending: 'warning',
  valid: 'success',
};

/** The authorisation of a worker today, in words: none means no access to any case. */
export function AuthorisationTag(props: { status: AuthorisationStatus }) {
  const t = useText(text).status;
  const { lang, now } = useView();
  const { status } = props;
  const words = (): string => {
    if (status.kind === 'none') return t.none;
    if (status.kind === 'future') return t.future(formatDate(status.from, lang));
    const until = formatDate(status.until, lang);
    return status.kind === 'valid'
      ? t.valid(until)
      : t.ending(until, relativeDays(warsawDate(now), status.until, lang));
  };
  return (
    <Tag
      tone={TONE[status.kind]}
      icon={status.kind === 'valid' ? 'done' : status.kind === 'none' ? 'danger' : 'alert'}
    >
      {words()}
    </Tag>
  );
}

/** Functions in words, one after another. */
export function FunctionWords(props: { functions: readonly WorkerFunction[] }) {
  const t = useText(text);
  return <>{props.functions.map((f) => t.functions[f]).join(', ') || t.noFunction}</>;
}
