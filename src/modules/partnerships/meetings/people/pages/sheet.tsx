import { PrintButton } from '#ui/components/buttons.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import { When, Where } from '../../pages/parts.tsx';
import type { Meeting, Place } from '../../schema.ts';
import type { Attendee } from '../schema.ts';
import { text } from '../text.pl.ts';

const FREE_ROWS = 8;

/** The list to sign, as it is printed. */
export function SheetPage(props: { place: Place; meeting: Meeting; attendees: readonly Attendee[] }) {
  const t = useText(text);
  const { meeting, place } = props;
  const rows = [
    ...props.attendees.map((a) => ({ name: a.name, from: a.from })),
    ...Array.from({ length: FREE_ROWS }, () => ({ name: '\u00a0', from: '' })),
  ];
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="attendance"
      title={t.sheet}
      lead={`${place.name}: ${meeting.title}`}
      meta={[<When meeting={meeting} />, <Where meeting={{ ...meeting, link: '' }} />]}
      actions={<PrintButton />}
    >
      <p class="no-print">{t.sheetLead}</p>
      <table class="table">
        <caption class="visually-hidden">{t.sheet}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t.number}
            </th>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.from}</th>
            <th scope="col">{t.signature}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr>
              <td class="number">{index + 1}</td>
              <td>{row.name}</td>
              <td>{row.from}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">{t.emptyRows}</p>
    </MeetingFrame>
  );
}
