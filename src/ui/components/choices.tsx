import { text } from '../text.pl.ts';
import { useText } from '../view.tsx';
import { Choice, choiceId, Group, type GroupProps, type Option } from './choice-parts.tsx';
import { Field, FieldErrorText, type Width } from './field.tsx';
import { type FieldProps, type FieldState, useField } from './form-scope.tsx';

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

type SelectProps = FieldProps & { options: readonly (Option | OptionGroup)[]; width?: Width; empty?: string };

function OptionItem(props: { option: Option; chosen: string }) {
  const { option } = props;
  return (
    <option value={option.value} selected={option.value === props.chosen} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

function SelectControl(props: SelectProps & { state: FieldState }) {
  const t = useText(text);
  const { state } = props;
  return (
    <select
      class={props.width && props.width !== 'full' ? `ds-input w-${props.width}` : 'ds-input'}
      id={state.id}
      name={props.name}
      aria-describedby={state.describedBy}
      aria-invalid={state.invalid}
    >
      <option value="">{props.empty ?? t.choose}</option>
      {props.options.map((item) =>
        'options' in item ? (
          <optgroup label={item.label}>
            {item.options.map((option) => (
              <OptionItem option={option} chosen={state.value} />
            ))}
          </optgroup>
        ) : (
          <OptionItem option={item} chosen={state.value} />
        ),
      )}
    </select>
  );
}

/** How the chosen value reads in the list. */
const wordsOf = (options: SelectProps['options'], value: string | undefined): string | undefined =>
  options.flatMap((o) => ('options' in o ? o.options : [o])).find((o) => o.value === value)?.label;

export function Select(props: SelectProps) {
  const state = useField(props);
  return (
    <Field {...props} state={state} now={wordsOf(props.options, state.now)}>
      <SelectControl {...props} state={state} />
    </Field>
  );
}

/**
 * A long list: a select that the script turns into a field with suggestions. With `source` (a GET address answering
 * `[{value, label}]` to `?q=`) it asks the server instead of holding the whole list.
 */
export function Suggest(props: SelectProps & { source?: string }) {
  const t = useText(text);
  const state = useField(props);
  return (
    <Field {...props} state={state} now={wordsOf(props.options, state.now)}>
      <splot-suggest
        source={props.source}
        data-none={t.noMatch}
        data-count={t.suggestCount(0).replace('0', '{n}')}
        data-hint={t.suggestHint}
      >
        <SelectControl {...props} state={state} />
      </splot-suggest>
    </Field>
  );
}

export function Radios(props: GroupProps) {
  const state = useField(props);
  return (
    <Group {...props} state={state}>
      {props.options.map((option, index) => (
        <Choice
          type="radio"
          name={props.name}
          id={choiceId(state, index)}
          option={option}
          checked={option.value === state.value}
        />
      ))}
    </Group>
  );
}

/** From this many on, boxes stand in columns where the screen has room: a list that is seen whole is read faster. */
const COLUMNS_FROM = 8;

/** Several of a list. `values` are the chosen ones, by default what the form holds. */
export function Checkboxes(props: GroupProps & { values?: readonly string[] }) {
  const state = useField(props);
  const chosen = props.values ?? state.list;
  return (
    <Group {...props} state={state} columns={props.options.length >= COLUMNS_FROM}>
      {props.options.map((option, index) => (
        <Choice
          type="checkbox"
          name={`${props.name}[]`}
          id={choiceId(state, index)}
          option={option}
          checked={chosen.includes(option.value)}
          invalid={state.invalid}
        />
      ))}
    </Group>
  );
}

/** One box: a yes that may be given. */
export function Checkbox(props: FieldProps & { checked?: boolean; onValue?: string }) {
  const state = useField(props);
  const value = props.onValue ?? 'yes';
  return (
    <div class={state.error ? 'invalid' : undefined}>
      <FieldErrorText id={state.errorId} error={state.error} />
      <Choice
        type="checkbox"
        name={props.name}
        id={state.id}
        option={{ value, label: props.label, hint: props.hint }}
        checked={props.checked ?? state.value === value}
        invalid={state.invalid}
      />
    </div>
  );
}
