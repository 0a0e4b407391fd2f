import { formatPhone } from '#kernel/contact.ts';
import { DateText, formatNumber } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Enquiry, EnquiryState, Question } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<EnquiryState | 'expired', TagTone>> = {
  draft: 'neutral',
  confirming: 'warning',
  sent: 'info',
  expired: 'warning',
  closed: 'success',
  stopped: 'danger',
};

export function EnquiryStateTag(props: { state: EnquiryState; expired: boolean }) {
  const { states } = useText(text);
  const state = props.expired ? 'expired' : props.state;
  return <StateTag tone={TONES[state]} label={states[state]} />;
}

/** What is needed and who asks, as everybody involved reads it. */
export function Facts(props: { enquiry: Enquiry; changeHref?: string }) {
  const t = useText(text);
  const { lang } = useView();
  const { enquiry: e } = props;
  const basis = Object.entries(t.bases).find(([code]) => code === e.reservedBasis)?.[1];
  const items = [
    { term: t.facts.category, value: [e.categoryName, ...e.cpv.map((code) => `CPV ${code}`)].join(', ') },
    { term: t.facts.description, value: <span class="pre-line">{e.description}</span> },
    {
      term: t.facts.quantity,
      value: e.quantity !== null && `${formatNumber(e.quantity, lang)} ${e.quantityUnit}`,
    },
    { term: t.facts.place, value: e.place },
    { term: t.facts.starts, value: e.startsOn !== null && <DateText date={e.startsOn} /> },
    { term: t.facts.answerBy, value: <DateText date={e.answerBy} /> },
    { term: t.facts.value, value: e.valueBand !== 'unknown' && t.bands[e.valueBand] },
    { term: t.facts.reserved, value: basis ?? false },
    { term: t.facts.who, value: e.contact?.name ?? t.facts.erased },
    { term: t.facts.contact, value: e.contact !== null && <ContactText contact={e.contact} /> },
  ].filter((item) => item.value !== false);
  return (
    <Panel
      title={t.facts.heading}
      long
      action={props.changeHref !== undefined && <a href={props.changeHref}>{t.facts.change}</a>}
    >
      <SummaryList items={items} />
    </Panel>
  );
}

function ContactText({ contact }: { contact: NonNullable<Enquiry['contact']> }) {
  return (
    <>
      {contact.role && <div>{contact.role}</div>}
      <div>
        <a href={`mailto:${encodeURI(contact.email)}`} class="break">
          {contact.email}
        </a>
      </div>
      {contact.phone && <div>{formatPhone(contact.phone)}</div>}
    </>
  );
}

/** A question with its answer; `children` is the form of whoever may answer. */
export function QuestionItem(props: { question: Question }) {
  const { question: q } = props;
  return (
    <>
      <p class="pre-line">
        <b>{q.body}</b> <DateText date={q.askedAt} />
      </p>
      {q.answer && <p class="pre-line">{q.answer}</p>}
    </>
  );
}
