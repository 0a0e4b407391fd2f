import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { message } from '#kernel/messages.ts';
import { text } from '../text.pl.ts';
import { useText, useView } from '../view.tsx';
import { fieldId } from './address.ts';
import { Button } from './buttons.tsx';
import { FormScope } from './form-scope.tsx';
import { Notice } from './panels.tsx';

/** What every mutating form carries: the key that recognises a double submit, and the version it was made from. */
export function HiddenFields(props: { formKey?: string; version?: number | string }) {
  return (
    <>
      {props.formKey && <input type="hidden" name="_key" value={props.formKey} />}
      {props.version !== undefined && <input type="hidden" name="_version" value={String(props.version)} />}
    </>
  );
}

/** All problems on top of the form, each a link to its field. The script moves focus here. */
export function ErrorSummary(props: {
  errors: readonly FieldError[];
  labels?: ReadonlyMap<string, string>;
  part?: string;
}) {
  const t = useText(text);
  const { lang } = useView();
  if (props.errors.length === 0) return null;
  const order = [...(props.labels?.keys() ?? [])];
  const named = props.errors
    .filter((error) => error.field !== '')
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  const fields = new Set(named.map((error) => error.field));
  const whole = props.errors.filter((error) => error.field === '');
  return (
    <div class="errors" role="alert" tabindex={-1} id="errors" data-errors>
      {fields.size > 0 && <h2>{t.errorTitle(fields.size)}</h2>}
      {whole.map((error) => (
        <p>{message(lang, error.message)}</p>
      ))}
      {fields.size > 0 && (
        <ul>
          {named.map((error) => {
            const label = props.labels?.get(error.field);
            return (
              <li>
                <a
                  href={`#${fieldId(error.field, props.part)}`}
                >{`${label ? `${label.replace(/\.$/, '')}: ` : ''}${message(lang, error.message)}`}</a>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/**
 * The version a form goes back with: of the row as it is shown, but for a form refused only for what was typed in it the
 * version it came with. Otherwise correcting a slip would overwrite what somebody else saved meanwhile, unseen.
 */
function versionOf(props: {
  version?: number | string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}): number | string | undefined {
  const typed = props.values?._version;
  const refused = props.errors?.length && !props.errors.some((error) => error.message === 'stale');
  return refused && typeof typed === 'string' ? typed : props.version;
}

/**
 * A POST form: error summary, hidden fields, and values and errors for the fields inside.
 * `autosave` is the address that takes drafts (POST of the same fields, answers 204). `now` is the row as it stands when
 * somebody else was faster: each field that differs shows it beside what was typed.
 */
export function Form(props: {
  action: string;
  formKey?: string;
  version?: number | string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
  autosave?: string;
  upload?: boolean;
  id?: string;
  /** Where several forms of a page ask the same: tells their fields apart. */
  part?: string;
  /** Without the warning when leaving with unsaved changes (short forms). */
  light?: boolean;
  children?: Child;
}) {
  const t = useText(text);
  const labels = new Map<string, string>();
  const fields = (
    <FormScope values={props.values} errors={props.errors} now={props.now} part={props.part} labels={labels}>
      {props.children}
    </FormScope>
  );
  // Rendered before the summary, which names the fields; only a form that came back with errors pays for it.
  const early: unknown = props.errors?.length ? fields.toString() : null;
  return (
    <form
      class="form"
      method="post"
      action={props.action}
      id={props.id}
      enctype={props.upload ? 'multipart/form-data' : undefined}
      novalidate
      data-guard={props.light ? undefined : t.unsaved}
      data-autosave={props.autosave}
    >
      <HiddenFields formKey={props.formKey} version={versionOf(props)} />
      {props.errors && <ErrorSummary errors={props.errors} labels={labels} part={props.part} />}
      {props.now && <Notice tone="warning">{t.savedMeanwhile}</Notice>}
      {typeof early === 'string' ? raw(early) : fields}
    </form>
  );
}

/** Questions that belong together; `block` gives the legend the size of a section heading. */
export function Fieldset(props: {
  legend: Child;
  id?: string;
  hint?: Child;
  block?: boolean;
  children?: Child;
}) {
  return (
    <fieldset class="ds-fieldset" id={props.id} data-block={props.block === false ? undefined : ''}>
      <legend>{props.legend}</legend>
      {props.hint && <p data-field="description">{props.hint}</p>}
      <div class="inside">{props.children}</div>
    </fieldset>
  );
}

/** Fields side by side on a wide screen. */
export function FieldRow(props: { children?: Child }) {
  return <div class="field-group">{props.children}</div>;
}

/** The one filled button, further buttons, and the way back without changes. */
export function FormActions(props: {
  submit?: string;
  danger?: boolean;
  cancelHref?: string;
  children?: Child;
}) {
  const t = useText(text);
  return (
    <div class="form-actions">
      <Button variant="primary" danger={props.danger}>
        {props.submit ?? t.save}
      </Button>
      {props.children}
      {props.cancelHref && <a href={props.cancelHref}>{t.cancel}</a>}
      <Saved />
    </div>
  );
}

/** Where a form that is kept while it is typed says when it was kept, or that the network is gone. */
export function Saved() {
  const t = useText(text);
  return (
    <output
      class="saved"
      data-saved
      data-saving={t.saving}
      data-saved-at={t.savedAt('{time}')}
      data-offline={t.offline}
    />
  );
}

/** A page asked before something that cannot be undone: what will happen, one button, the way back. */
export function ConfirmForm(props: {
  action: string;
  formKey?: string;
  version?: number | string;
  consequences: readonly Child[];
  submit: string;
  cancelHref: string;
  danger?: boolean;
  errors?: readonly FieldError[];
  values?: Readonly<Record<string, unknown>>;
  children?: Child;
}) {
  return (
    <Form
      light
      action={props.action}
      formKey={props.formKey}
      version={props.version}
      errors={props.errors}
      values={props.values}
    >
      <ul class="prose">
        {props.consequences.map((consequence) => (
          <li>{consequence}</li>
        ))}
      </ul>
      {props.children}
      <FormActions submit={props.submit} danger={props.danger ?? true} cancelHref={props.cancelHref} />
    </Form>
  );
}
