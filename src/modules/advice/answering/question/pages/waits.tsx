import { formatDateTime, warsawDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { WaitsFor } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { QuestionView } from '../schema.ts';
import { text } from '../text.pl.ts';

/** From whom something is awaited, what, and until when: an answer, its review, or a call to who asked. */
export function Waits(props: { view: QuestionView; me: string }) {
  const t = useText(text);
  const { now, lang } = useView();
  const { question, mayReview } = props.view;
  const { dueOn, callBackAt, assignedTo, assignedName, inReview } = question;
  if (dueOn === null && callBackAt === null) return null;
  const today = warsawDate(now);
  const mine = assignedTo === props.me || mayReview;
  const late = dueOn === null ? callBackAt !== null && callBackAt < now : dueOn < today;
  const call = callBackAt !== null && (
    <>
      {t.callBack}: <time datetime={callBackAt.toISOString()}>{formatDateTime(callBackAt, lang)}</time>
    </>
  );
  return (
    <WaitsFor
      who={inReview ? t.reviewers : (assignedName ?? t.desk)}
      what={dueOn === null ? t.waitsCall : inReview ? t.waitsReview : t.waitsAnswer}
      more={
        <>
          {dueOn !== null && (
            <>
              {t.until} <DateText date={dueOn} late={late} />
              {call && ' · '}
            </>
          )}
          {call}
        </>
      }
      tone={late ? 'late' : mine ? 'mine' : 'others'}
      action={
        callBackAt !== null && (
          <Form
            light
            action={`/advice/desk/questions/${question.id}/called`}
            part="called"
            version={question.rowVersion}
          >
            <Button variant={dueOn === null ? 'primary' : 'secondary'}>{t.called}</Button>
          </Form>
        )
      }
    />
  );
}
