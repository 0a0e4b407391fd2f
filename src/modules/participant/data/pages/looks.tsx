import { formatDate, formatTime } from '#kernel/time.ts';
import { useText, useView } from '#ui/view.tsx';
import { ClassWords } from '../../pages/parts.tsx';
import { text } from '../../text.pl.ts';
import type { Look } from '../schema.ts';

/** Who, from where, when, what for, and what could be seen; in one sentence each. */
export function LookLine(props: { look: Look; day?: boolean }) {
  const t = useText(text).data;
  const { lang } = useView();
  const { look } = props;
  return (
    <div>
      <b>{look.workerName ?? t.someone}</b>, {look.institutionName}
      <br />
      {props.day && `${formatDate(look.day, lang)}, `}
      <span class="num">{t.between(formatTime(look.firstAt), formatTime(look.lastAt))}</span>,{' '}
      {t.purposes[look.purpose]}
      <br />
      <span class="muted">
        {t.kinds[look.kind]}:{' '}
        {look.kind === 'changed' || look.classes.length === 0 ? (
          look.objects.map((object) => t.objects[object]).join('; ')
        ) : (
          <ClassWords classes={look.classes} />
        )}
      </span>
      {look.emergency && (
        <>
          <br />
          {t.emergency}
        </>
      )}
    </div>
  );
}
