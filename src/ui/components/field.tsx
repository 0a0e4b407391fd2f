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

/** Label, hint, error and the control, in this order. `after` stands below the control (a counter). */
export function Field(
  props: FieldProps & { state: FieldState; class?: string; after?: Child; children?: Child },
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
      <FieldErrorText id={state.errorId} error={state.error} />
      {props.children}
      {props.after}
    </div>
  );
}
