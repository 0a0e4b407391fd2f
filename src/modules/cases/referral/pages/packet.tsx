import { formatPhone } from '#kernel/contact.ts';
import { formatDate } from '#kernel/time.ts';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { InstitutionBadge } from '../../pages/case-frame.tsx';
import { personName } from '../../person/api.ts';
import type { Term } from '../../schema.ts';
import type { Packet } from '../packet/schema.ts';
import { text } from '../text.pl.ts';

export const label = (terms: readonly Term[], code: string): string =>
  terms.find((term) => term.code === code)?.label ?? code;

interface Item {
  readonly term: string;
  readonly value: string;
}

function PersonItems(
  packet: Packet,
  t: ReturnType<typeof useText<typeof text.pl>>,
  date: (d: string) => string,
): Item[] {
  const p = packet.person;
  const none = t.packet.none;
  const langs: Readonly<Record<string, string>> = t.packet.langs;
  if (!p.disclosed)
    return [
      { term: t.packet.initials, value: p.initials },
      { term: t.packet.age, value: p.ageBand ?? t.bands.unknown },
      { term: t.packet.gmina, value: packet.gminaName },
    ];
  return [
    { term: t.packet.person, value: personName(p) },
    p.identifier
      ? { term: t.packet[p.identifier.kind], value: p.identifier.value }
      : { term: t.packet.pesel, value: none },
    { term: t.packet.born, value: p.birthDate ? date(p.birthDate) : none },
    { term: t.packet.lives, value: [p.locality, packet.gminaName].filter(Boolean).join(', ') },
    { term: t.packet.phone, value: p.phone ? formatPhone(p.phone) : none },
    { term: t.packet.email, value: p.email || none },
    { term: t.packet.lang, value: langs[p.lang] ?? p.lang },
  ];
}

/** What the recipient sees before it accepts; the same in the preview, on the page of the referral and in print. */
export function PacketView(props: {
  packet: Packet | null;
  hash?: string | null;
  needs: readonly Term[];
  forms: readonly Term[];
}) {
  const t = useText(text);
  const { lang } = useView();
  const { packet } = props;
  if (!packet) return <p class="muted">{t.packet.erased}</p>;
  const date = (d: string) => formatDate(d, lang);
  const { sender } = packet;
  return (
    <Panel
      title={t.packet.heading}
      foot={props.hash ? <span class="small break">{t.packet.hash(props.hash)}</span> : undefined}
    >
      <SummaryList
        items={[
          ...PersonItems(packet, t, date),
          {
            term: t.packet.needs,
            value: (
              <>
                {packet.needs.map((code) => label(props.needs, code)).join(', ')}{' '}
                {packet.urgent && <Tag tone="warning">{t.packet.urgent}</Tag>}
              </>
            ),
          },
          { term: t.packet.reason, value: <span class="pre-line">{packet.reason}</span> },
          {
            term: t.packet.informed,
            value: `${date(packet.informed.on)}, ${label(props.forms, packet.informed.form)}`,
          },
          {
            term: t.packet.from,
            value: (
              <>
                <InstitutionBadge type={sender.type} name={sender.institution} /> {sender.institution}
                {`, ${[sender.worker, sender.phone && formatPhone(sender.phone), sender.email].filter(Boolean).join(', ')}`}
              </>
            ),
          },
          ...(sender.sign ? [{ term: t.packet.sign, value: sender.sign }] : []),
          { term: t.packet.number, value: packet.number || t.preview.numberLater },
        ]}
      />
    </Panel>
  );
}
