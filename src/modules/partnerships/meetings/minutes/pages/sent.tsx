import type { FieldError } from '#kernel/errors.ts';
import { Checkbox } from '#ui/components/choices.tsx';
import { useText } from '#ui/view.tsx';
import type { Meeting, Place } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';

export interface Sent {
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}
export interface Common extends Sent {
  place: Place;
  meeting: Meeting;
  formKey: string;
}

/** The box that says that what looks like data of a person is none of a participant; shown when something does. */
export function Looked(props: { errors?: readonly FieldError[] }) {
  const t = useText(words);
  const found = Object.values(t.personal);
  return props.errors?.some((e) => found.includes(e.message)) ? (
    <Checkbox name="looked" label={t.looked} />
  ) : null;
}
