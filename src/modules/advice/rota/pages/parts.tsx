import { Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import type { Shift } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Who has a shift, and whose it would have been. */
export function ShiftText({ shift }: { shift: Shift }) {
  const t = useText(text);
  const { person, instead, why } = shift;
  const calledOff = why === 'holiday' || why === 'changed';
  return (
    <>
      <span class="num nowrap">
        {shift.from}–{shift.to}
      </span>{' '}
      {person ? (
        person.name
      ) : (
        <Tag tone={calledOff ? 'neutral' : 'warning'}>{calledOff ? t.off : t.nobody}</Tag>
      )}
      {instead && why && <small>{` (${t.whys[why]}; ${t.instead(instead.name)})`}</small>}
      {shift.note !== '' && <small> {shift.note}</small>}
    </>
  );
}

/** Who is on duty at this moment, in one line for the inbox. */
export function NowOnDuty({ shifts }: { shifts: readonly Shift[] }) {
  const t = useText(text);
  return (
    <p>
      <b>{t.now}:</b>{' '}
      {shifts.length === 0
        ? t.nowNobody
        : shifts.map((s) => `${s.person?.name ?? ''} (${t.kinds[s.kind]}, ${t.until(s.to)})`).join('; ')}
    </p>
  );
}
