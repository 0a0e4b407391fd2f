import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import type { ClaimView } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface ClaimPageProps {
  view: ClaimView;
  formKey: string;
  accept: string;
  code?: 'wrong' | 'void' | undefined;
  values?: Readonly<Record<string, unknown>> | undefined;
  errors?: readonly FieldError[] | undefined;
}

/** One way to claim: a form that says which. */
function WayForm(props: ClaimPageProps & { way: string; upload?: boolean; children?: Child }) {
  const { view, values, errors } = props;
  const mine = values?.way === props.way;
  return (
    <Form
      action={`/directory/${view.record.id}/claim`}
      formKey={props.formKey}
      values={mine ? values : undefined}
      errors={mine ? errors : undefined}
      upload={props.upload}
      light
    >
      <input type="hidden" name="way" value={props.way} />
      {props.children}
    </Form>
  );
}

function Code(props: ClaimPageProps & { primary: boolean }) {
  const t = useText(text);
  const { view, code, errors, values } = props;
  const { email, id } = view.record;
  if (view.open !== 'code')
    return (
      <Panel title={t.codeTitle}>
        <WayForm {...props} way="code">
          <p>{t.codeLead(email)}</p>
          <Button variant={props.primary ? 'primary' : 'secondary'} icon="mail">
            {t.codeSend}
          </Button>
        </WayForm>
      </Panel>
    );
  const typed = values?.code !== undefined;
  return (
    <Panel title={t.codeSent(email)} tone="next">
      {code && <Notice tone="warning">{code === 'wrong' ? t.wrong : t.void}</Notice>}
      <Form
        action={`/directory/${id}/claim/code`}
        formKey={props.formKey}
        values={typed ? values : undefined}
        errors={typed ? errors : undefined}
        light
      >
        <p>{t.codeSentMore}</p>
        <TextField
          name="code"
          label={t.code}
          width="s"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
        />
        <Button variant="primary">{t.codeCheck}</Button>
      </Form>
      <WayForm {...props} way="code">
        <Button variant="tertiary">{t.codeAgain}</Button>
      </WayForm>
    </Panel>
  );
}

/** Whoever runs an institution: the shortest way first. */
export function Ways(props: ClaimPageProps) {
  const t = useText(text);
  const { view } = props;
  const { record, keeper, shared, open } = view;
  const free = record.institutionId === null;
  const atOnce = free && shared !== null;
  const byCode = free && record.email !== '';
  return (
    <>
      {keeper !== null && (
        <Notice tone="warning" title={t.kept(keeper)} quiet>
          {t.keptMore}
        </Notice>
      )}
      {open === 'document' && (
        <Notice title={t.waiting} quiet>
          {t.waitingMore}
        </Notice>
      )}
      {atOnce && (
        <Panel title={t.numbersTitle(shared)} tone="next">
          <WayForm {...props} way="numbers">
            <p>{t.numbers(view.institution)}</p>
            <Button variant="primary" icon="accept">
              {t.numbersSubmit}
            </Button>
          </WayForm>
        </Panel>
      )}
      {byCode && !atOnce && <Code {...props} primary={open === null} />}
      {!atOnce && (
        <Panel title={t.paperTitle}>
          <WayForm {...props} way="document" upload>
            <p>{t.paperLead}</p>
            <FileField name="file" label={t.paper} hint={t.paperHint} accept={props.accept} />
            <TextArea name="note" label={t.note} rows={3} max={3000} optional />
            <Button variant={byCode ? 'secondary' : 'primary'}>{t.paperSend}</Button>
          </WayForm>
        </Panel>
      )}
    </>
  );
}
