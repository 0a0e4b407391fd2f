import type { StoredMail } from '#kernel/mail.ts';
import { formatDateTime } from '#kernel/time.ts';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

const LINK = /(https?:\/\/\S*[^\s.,;)])/;

/** The letters of a demonstration, newest first, with links to follow. */
export function OutboxPage(props: { letters: readonly StoredMail[] }) {
  const t = useText(text).outbox;
  const { lang } = useView();
  return (
    <Page title={t.title} lead={t.lead} width="text">
      {props.letters.length === 0 && <EmptyState title={t.none} />}
      {props.letters.map((letter) => (
        <Panel title={letter.subject}>
          <p class="muted">{t.to(letter.to, formatDateTime(letter.createdAt, lang))}</p>
          {letter.body.split(/\n{2,}/).map((paragraph) => (
            <p>{paragraph.split(LINK).map((part) => (LINK.test(part) ? <a href={part}>{part}</a> : part))}</p>
          ))}
        </Panel>
      ))}
    </Page>
  );
}
