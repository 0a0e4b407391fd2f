import type { Child } from 'hono/jsx';
import { text } from '../text.pl.ts';
import { useText } from '../view.tsx';
import { fieldId } from './address.ts';
import { Field, type Width } from './field.tsx';
import { type FieldProps, useField, useForm } from './form-scope.tsx';

type InputMode = 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search';

export function TextField(
  props: FieldProps & {
    type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search';
    width?: Width;
    inputmode?: InputMode;
    autocomplete?: string;
    /** A unit or a sign beside the field: „zł”, „godz.” */
    suffix?: string;
    prefix?: string;
    maxlength?: number;
    readonly?: boolean;
    /** Grows to take free room in a filter bar. */
    grow?: boolean;
    spellcheck?: boolean;
    /** What the browser proposes while typing; anything else may be typed too. */
    suggestions?: readonly string[];
  },
) {
  const state = useField(props);
  const width = props.width && props.width !== 'full' ? `w-${props.width}` : '';
  const affixed = props.suffix !== undefined || props.prefix !== undefined;
  const input = (
    <input
      class={affixed || !width ? 'ds-input' : `ds-input ${width}`}
      type={props.type ?? 'text'}
      id={state.id}
      name={props.name}
      value={state.value}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete ?? 'off'}
      maxlength={props.maxlength}
      readonly={props.readonly}
      spellcheck={props.spellcheck === undefined ? undefined : props.spellcheck}
      list={props.suggestions && `${state.id}-list`}
      aria-describedby={state.describedBy}
      aria-invalid={state.invalid}
    />
  );
  return (
    <Field {...props} state={state} class={props.grow ? 'grow' : undefined}>
      {affixed ? (
        <div class={`ds-field-affixes ${width}`}>
          {props.prefix && <span class="ds-field-affix">{props.prefix}</span>}
          {input}
          {props.suffix && <span class="ds-field-affix">{props.suffix}</span>}
        </div>
      ) : (
        input
      )}
      {props.suggestions && (
        <datalist id={`${state.id}-list`}>
          {props.suggestions.map((value) => (
            <option value={value} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** A long answer. With `max` it counts characters; in a form with `autosave` it is saved while typing. */
export function TextArea(props: FieldProps & { rows?: number; max?: number; width?: Width }) {
  const t = useText(text);
  const counterId = props.max ? `${fieldId(props.name, useForm().part)}-counter` : undefined;
  const state = useField(props, counterId);
  const left = (props.max ?? 0) - state.value.length;
  const after = props.max && (
    <p
      class="counter num"
      id={counterId}
      data-counter={props.max}
      data-left={t.charactersLeft(0).replace(/\d+/, '{n}')}
      data-toomany={t.charactersOver(0).replace(/\d+/, '{n}')}
      data-over={left < 0 ? '' : undefined}
    >
      {left < 0 ? t.charactersOver(-left) : t.charactersLeft(left)}
    </p>
  );
  return (
    <Field {...props} state={state} after={after}>
      <textarea
        class={props.width && props.width !== 'full' ? `ds-input w-${props.width}` : 'ds-input'}
        id={state.id}
        name={props.name}
        rows={props.rows ?? 5}
        aria-describedby={state.describedBy}
        aria-invalid={state.invalid}
      >
        {state.value}
      </textarea>
    </Field>
  );
}

/** A date as text: `5.3`, `05.03.2026` and `2026-03-05` are all understood by the kernel. */
export function DateField(props: FieldProps & { noHint?: boolean }) {
  const t = useText(text);
  const hint: Child = props.hint ?? (props.noHint ? undefined : t.dateHint);
  return <TextField {...props} hint={hint} width="s" inputmode="text" />;
}

export function FileField(props: FieldProps & { accept?: string; multiple?: boolean }) {
  const state = useField(props);
  return (
    <Field {...props} state={state}>
      <input
        class="ds-input"
        type="file"
        id={state.id}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={state.describedBy}
        aria-invalid={state.invalid}
      />
    </Field>
  );
}
