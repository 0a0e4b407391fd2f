import { message } from '#kernel/messages.ts';
import { fieldId } from '#ui/components/address.ts';
import { useForm } from '#ui/components/form-scope.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Attendee, MARKS } from '../../schema.ts';
import { text } from '../../text.pl.ts';

/**
 * Four radios in one line. Not the `Radios` of the pattern book: fifteen people must fit on one screen, so the legend
 * is read out and not shown (the name stands at the start of the row).
 */
export function MarkChoice(props: { line: Attendee; value: string }) {
  const t = useText(text);
  const { lang } = useView();
  const { errors } = useForm();
  const name = `m.${props.line.id}`;
  const error = errors.find((e) => e.field === name);
  const errorId = `${fieldId(name)}-error`;
  return (
    <fieldset class={error ? 'ds-fieldset invalid' : 'ds-fieldset'} aria-describedby={error && errorId}>
      <legend class="visually-hidden">{t.markOf(props.line.name)}</legend>
      {error && (
        <p class="ds-validation-message" id={errorId} data-field="validation">
          {message(lang, error.message)}
        </p>
      )}
      <div class="choices" data-inline="">
        {MARKS.map((mark, i) => {
          const id = i === 0 ? fieldId(name) : `${fieldId(name)}-${mark}`;
          return (
            <div class="choice">
              <input
                class="ds-input"
                type="radio"
                id={id}
                name={name}
                value={mark}
                checked={props.value === mark}
                aria-label={t.marksLong[mark]}
              />
              <label for={id}>{t.marks[mark]}</label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

export function MinutesField(props: { line: Attendee; value: string }) {
  const t = useText(text);
  const name = `min.${props.line.id}`;
  return (
    <input
      class="ds-input w-xs"
      type="text"
      inputmode="numeric"
      id={fieldId(name)}
      name={name}
      value={props.value}
      maxlength={4}
      autocomplete="off"
      aria-label={t.minutesOf(props.line.name)}
    />
  );
}
