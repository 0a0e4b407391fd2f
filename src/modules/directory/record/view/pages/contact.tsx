import { formatPhone } from '#kernel/contact.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { Icon } from '#ui/icon.tsx';
import { useText } from '#ui/view.tsx';
import type { RecordView } from '../../schema.ts';
import { text } from '../text.pl.ts';

/** A number as a telephone dials it. */
export const dialled = (phone: string) => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** Roles, never private persons. `ask` is where an enquiry is written; without it there is no such button. */
export function Contact(props: { record: RecordView; ask?: string }) {
  const t = useText(text);
  const { contactRole, phone, email, website, state } = props.record;
  const items = [
    contactRole !== '' && t.askFor(contactRole),
    phone !== '' && (
      <a href={dialled(phone)}>
        <Icon name="phone" /> {formatPhone(phone)}
      </a>
    ),
    email !== '' && (
      <a href={`mailto:${encodeURI(email)}`} class="break">
        <Icon name="mail" /> {email}
      </a>
    ),
    website !== '' && (
      <a href={website} rel="nofollow noopener external" class="break">
        <Icon name="newTab" /> {website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
      </a>
    ),
  ].filter((item) => item !== false);
  return (
    <Panel title={t.contact}>
      {items.length === 0 ? <p>{t.noContact}</p> : <RuledList items={items} />}
      {props.ask && state !== 'deregistered' && (
        <p class="no-print">
          <ButtonLink href={props.ask} variant="primary" icon="send">
            {t.ask}
          </ButtonLink>
        </p>
      )}
    </Panel>
  );
}
