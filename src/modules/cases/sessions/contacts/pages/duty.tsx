import { formatDate } from '#kernel/time.ts';
import { Notice } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { ContactDuty } from '../schema.ts';

/** When the person was last reached and by when they must be again; a notice once it is overdue. */
export function DutyLine(props: { duty: ContactDuty; href?: string }) {
  const t = useText(text);
  const { lang } = useView();
  const { duty } = props;
  const last = duty.lastOn ? t.lastContact(formatDate(duty.lastOn, lang)) : t.neverContacted;
  const link = props.href && <a href={props.href}>{t.contacts}</a>;
  if (duty.overdue && duty.dueOn)
    return (
      <Notice tone="warning">
        <p>
          {t.overdueContact(formatDate(duty.dueOn, lang))} {last} {link}
        </p>
        <p class="small">{t.contactSource}</p>
      </Notice>
    );
  return (
    <p>
      {last} {duty.dueOn && t.nextContact(formatDate(duty.dueOn, lang), duty.everyDays)} {link}
    </p>
  );
}
