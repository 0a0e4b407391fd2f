import { newId } from '#kernel/ids.ts';
import { formatDateTime } from '#kernel/time.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, Notice, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { DeskFrame, useDeskCrumb } from '../../pages/frame.tsx';
import type { SetAside } from '../schema.ts';
import { text } from '../text.pl.ts';

function OneLetter({ letter }: { letter: SetAside }) {
  const t = useText(text);
  const { lang } = useView();
  const base = `/advice/desk/letters/${letter.id}`;
  return (
    <article>
      <h2>{letter.subject || t.noSubject}</h2>
      <p>
        <Tag tone="warning">{t.reasons[letter.reason]}</Tag> {letter.fromName}{' '}
        {letter.fromAddress || t.noSender}
        {', '}
        <time datetime={letter.receivedAt.toISOString()}>{formatDateTime(letter.receivedAt, lang)}</time>
      </p>
      {letter.body && <p class="said">{letter.body}</p>}
      <div class="form-actions">
        <Form light action={`${base}/take`} formKey={newId()}>
          <FormActions submit={t.take} />
        </Form>
        <Form light action={`${base}/drop`} formKey={newId()}>
          <FormActions submit={t.drop} />
        </Form>
      </div>
    </article>
  );
}

/** Letters that wait for a person: automatic answers, newsletters, damaged ones. Nothing that came is lost. */
export function LettersPage(props: {
  letters: readonly SetAside[];
  mailbox: { readonly checkedAt: Date; readonly problem: string | null } | null;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { letters, mailbox } = props;
  return (
    <DeskFrame
      title={t.title}
      lead={t.lead}
      current="letters"
      breadcrumb={useDeskCrumb()}
      before={
        mailbox?.problem ? (
          <Notice tone="warning" title={t.problem}>
            {t.problemMore(formatDateTime(mailbox.checkedAt, lang), mailbox.problem)}
          </Notice>
        ) : undefined
      }
    >
      {letters.length === 0 ? (
        <EmptyState title={t.none}>{mailbox ? t.noneMore : t.off}</EmptyState>
      ) : (
        <RuledList items={letters.map((letter) => <OneLetter letter={letter} />)} />
      )}
    </DeskFrame>
  );
}
