import { formatDateTime } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { DoorView } from '../service.ts';
import { text } from '../text.pl.ts';
import { Came, DoorFrame, nameOf } from './frame.tsx';

/** The door as it lies on the device: names, codes, and who is there already. What needs the network is not offered. */
export function KeptDoorPage(props: DoorView) {
  const t = useText(text);
  const { lang, now } = useView();
  const path = `/events/manage/${props.event.id}/door`;
  return (
    <DoorFrame
      {...props}
      lead={
        <>
          {t.keptLead(formatDateTime(now, lang))}{' '}
          <a href={`${path}?date=${props.date.id}`} data-no-prefetch>
            {t.keptReload}
          </a>
        </>
      }
      row={(p) => (
        <form method="post" action={path}>
          <input type="hidden" name="date" value={props.date.id} />
          <b>{nameOf(p)}</b>
          <Came person={p} />
          <Button small name="present" value="yes" variant="secondary">
            {t.markHere}
            <span class="visually-hidden">: {nameOf(p)}</span>
          </Button>
        </form>
      )}
    />
  );
}
