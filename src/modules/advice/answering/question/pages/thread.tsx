import { formatDateTime } from '#kernel/time.ts';
import { DateText } from '#ui/components/format.tsx';
import { Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Message } from '../../../schema.ts';
import type { HungFile, QuestionView, Reading } from '../schema.ts';
import { text } from '../text.pl.ts';

export function Said(props: {
  message: Message;
  files: readonly HungFile[];
  base: string;
  joined?: boolean;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { message } = props;
  const title = { in: t.asker, out: t.answer, note: t.note }[message.direction];
  const at = message.sentAt ?? message.writtenAt;
  const files = props.files.filter(({ messageId }) => messageId === message.id);
  const facts = [
    message.authorName && t.by(message.authorName),
    message.reviewerName && t.reviewedBy(message.reviewerName),
    message.spoken && t.spoken,
    props.joined && t.ofJoined,
  ].filter(Boolean);
  return (
    <article class="said" data-direction={message.direction} id={`m-${message.id}`}>
      <h2>{title}</h2>
      <p class="muted">
        <time datetime={at.toISOString()}>{formatDateTime(at, lang)}</time>
        {facts.map((fact) => ` · ${fact}`)}
      </p>
      <div class="said-words">{message.body}</div>
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li>
              <a href={`${props.base}/file/${file.id}`} download>
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** Whether an answer is easy to read: its length, its sentences, its words, and one piece of advice. */
export function ReadingAid({ reading }: { reading: Reading | null }) {
  const t = useText(text);
  if (!reading) return null;
  return (
    <Notice tone={reading.advice === 'good' ? 'success' : 'info'} quiet>
      <p>
        <b>{t.reading.title}:</b> {t.reading[reading.advice]}{' '}
        {t.reading.facts(reading.words, reading.perSentence, reading.hard)}
      </p>
    </Notice>
  );
}

export function History(props: { view: QuestionView }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <RuledList
      items={props.view.history.map(({ at, kind, who }) => (
        <>
          {t.events[kind]}
          <br />
          <span class="muted">
            <time datetime={at.toISOString()}>{formatDateTime(at, lang)}</time> · {who ?? t.system}
          </span>
        </>
      ))}
    />
  );
}

/** How to reach who asked, and what they said of the answer. */
export function Contact(props: { view: QuestionView }) {
  const t = useText(text);
  const { question, contact, rating } = props.view;
  const known = contact && !contact.erased && (contact.name || contact.email || contact.phone);
  return (
    <>
      <Panel title={t.contact}>
        {known ? (
          <RuledList
            items={[
              contact.name,
              contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>,
              contact.phone && <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a>,
            ].filter(Boolean)}
          />
        ) : (
          <p>{contact?.erased ? t.erasedContact : question.channel === 'web' ? t.noContact : t.noWay}</p>
        )}
        <p class="muted">
          {t.asked} <DateText date={question.askedAt} />
        </p>
      </Panel>
      {rating && (
        <Panel title={t.rating}>
          <p>
            {rating.score}/5: {t.scores[SCORES.find((score) => score === rating.score) ?? 3]}
          </p>
          {rating.words && <p class="said-words">{rating.words}</p>}
        </Panel>
      )}
    </>
  );
}
const SCORES = [1, 2, 3, 4, 5] as const;
