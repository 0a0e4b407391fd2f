import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import type { OptionGroup } from '#ui/components/choices.tsx';
import type { ListedTemplate } from '../../../templates/api.ts';
import type { Colleague, QuestionView } from '../schema.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}
export type Part = 'reply' | 'review' | 'note' | 'assign' | 'filing' | 'move' | 'join' | 'other';
/** A form of the page that came back. */
export interface Sent {
  readonly part: Part;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}
export interface Choices {
  readonly colleagues: readonly Colleague[];
  readonly desks: readonly Option[];
  readonly topics: readonly OptionGroup[];
  readonly counties: readonly Option[];
  readonly callers: readonly Option[];
  readonly templates: readonly ListedTemplate[];
  /** Who could answer, best first, each with the reasons in words. */
  readonly proposals: readonly { readonly workerId: string; readonly name: string; readonly words: string }[];
}
export interface PartProps {
  readonly view: QuestionView;
  readonly keys: (part: Part) => string;
  readonly sent?: Sent;
}

/** What a form shows: what was typed, when it was this one that came back. */
export const back = (props: PartProps, part: Part, values: FormValues = {}) =>
  props.sent?.part === part ? { values: props.sent.values, errors: props.sent.errors } : { values };
export const pathOf = ({ view }: PartProps) => `/advice/desk/questions/${view.question.id}`;
