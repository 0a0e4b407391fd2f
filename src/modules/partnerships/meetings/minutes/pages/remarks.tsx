import type { Child } from 'hono/jsx';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as words } from '../../text.pl.ts';
import type { Remark } from '../schema.ts';
import { text } from '../text.pl.ts';
import type { Sent } from './sent.tsx';

/** Remarks on minutes that go round; whoever runs the meeting says what becomes of each. */
export function RemarksPanel(
  props: Sent & { remarks: readonly Remark[]; base: string; runs: boolean; looked: Child },
) {
  const t = useText(text);
  const hint = useText(words).personalHint;
  const { lang } = useView();
  const { base } = props;
  return (
    <Panel title={t.remarks}>
      {props.remarks.length === 0 && <p>{t.noRemarks}</p>}
      <ul class="ruled">
        {props.remarks.map((r) => (
          <li>
            <p>{r.remark}</p>
            <p class="muted">
              {r.by}, {formatDate(warsawDate(r.madeAt), lang)}:{' '}
              {r.taken === null ? t.taken.open : r.taken ? t.taken.yes : t.taken.no}
              {r.reply && `. ${r.reply}`}
            </p>
            {props.runs && r.taken === null && (
              <Form light action={`${base}/minutes/remarks/${r.id}`} part={r.id}>
                <Radios
                  name="taken"
                  label={t.decideRemark}
                  options={[
                    { value: 'yes', label: t.taken.yes },
                    { value: 'no', label: t.taken.no },
                  ]}
                />
                <TextField name="reply" label={t.reply} optional />
                <Button>{t.saveReply}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form light action={`${base}/minutes/remarks`} values={props.values} errors={props.errors}>
        <TextArea name="remark" label={t.remark} hint={hint} rows={3} max={4000} />
        {props.looked}
        <Button>{t.sendRemark}</Button>
      </Form>
      {props.runs && (
        <form method="post" action={`${base}/minutes/back`}>
          <p class="muted">{t.takeBackHint}</p>
          <Button>{t.takeBack}</Button>
        </form>
      )}
    </Panel>
  );
}
