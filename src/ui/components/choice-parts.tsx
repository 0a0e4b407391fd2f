import type { Child } from 'hono/jsx';
import { FieldErrorText, NowText, OptionalMark } from './field.tsx';
import type { FieldProps, FieldState } from './form-scope.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: Child;
  readonly disabled?: boolean;
}
export interface GroupProps extends FieldProps {
  options: readonly Option[];
  /** Two or three short choices may stand in one line. */
  inline?: boolean;
}

export function Group(props: GroupProps & { state: FieldState; columns?: boolean; children?: Child }) {
  const { state } = props;
  return (
    <fieldset
      class={state.error ? 'ds-fieldset invalid' : 'ds-fieldset'}
      aria-describedby={state.describedBy}
    >
      <legend>
        {props.label}
        {props.optional && <OptionalMark />}
      </legend>
      {props.hint && (
        <p id={state.hintId} data-field="description">
          {props.hint}
        </p>
      )}
      <NowText state={state} words={props.options.find((o) => o.value === state.now)?.label} />
      <FieldErrorText id={state.errorId} error={state.error} />
      <div
        class="choices"
        data-inline={props.inline ? '' : undefined}
        data-columns={props.columns && !props.inline ? '' : undefined}
      >
        {props.children}
      </div>
    </fieldset>
  );
}

export function Choice(props: {
  type: 'radio' | 'checkbox';
  name: string;
  id: string;
  option: Option;
  checked: boolean;
  invalid?: 'true';
}) {
  const { option } = props;
  const hintId = option.hint ? `${props.id}-choice-hint` : undefined;
  return (
    <div class="choice">
      <input
        class="ds-input"
        type={props.type}
        id={props.id}
        name={props.name}
        value={option.value}
        checked={props.checked}
        disabled={option.disabled}
        aria-describedby={hintId}
        aria-invalid={props.invalid}
      />
      <label for={props.id}>{option.label}</label>
      {option.hint && (
        <div class="choice-hint" id={hintId}>
          {option.hint}
        </div>
      )}
    </div>
  );
}

export const choiceId = (state: FieldState, index: number): string =>
  index === 0 ? state.id : `${state.id}-${index + 1}`;
