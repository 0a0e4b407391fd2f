import type { Child } from 'hono/jsx';
import { text } from '../text.pl.ts';
import { useText } from '../view.tsx';
import type { FieldProps, FieldState } from './form-scope.tsx';

export type Width = 'xs' | 's' | 'm' | 'l' | 'full';

export function OptionalMark() {
  const t = useText(text);
  return <span class="optional"> ({t.optional})</span>;
}

/** The error of one field, below its hint and above its input. */
export function FieldErrorText(props: { id?: string; error?: string }) {
  const t = useText(text);
  if (!props.error) return null;
  return (
    <p class="ds-validation-message" id={props.id} data-field="validation">
      <span class="visually-hidden">{t.error} </span>
      {props.error}
    </p>
  );
}

/** What somebody else saved in this field meanwhile, beside what was typed here. `words`: how a code reads. */
export function NowText(props: { state: FieldState; words?: string }) {
  const t = useText(text);
  const { now, nowId } = props.state;
  if (now === undefined) return null;
  return (
    <p id={nowId} class="now-saved">
      {t.savedNow} <b>{(props.words ?? now) || t.savedNothing}</b>
    </p>
  );
}

/** Label, hint, error and the control, in this order. `after` stands below the control (a counter). */
export function Field(
  props: FieldProps & {
    state: FieldState;
    class?: string;
    now?: string;
    after?: Child;
    children?: Child;
  },
) {
  const { state } = props;
  const classes = ['ds-field', props.class, state.error && 'invalid'].filter(Boolean).join(' ');
  return (
    <div class={classes}>
      <label for={state.id}>
        {props.label}
        {props.optional && <OptionalMark />}
      </label>
      {props.hint && (
        <p id={state.hintId} data-field="description">
          {props.hint}
        </p>
      )}
      <NowText state={state} words={props.now} />
      <FieldErrorText id={state.errorId} error={state.error} />
      {props.children}
      {props.after}
    </div>
  );
}
