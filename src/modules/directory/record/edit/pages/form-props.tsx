import type { FieldError } from '#kernel/errors.ts';
import type { Crumb } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as words } from '../../../text.pl.ts';
import type { RecordView } from '../../schema.ts';
import { text } from '../text.pl.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}
/** What every form of a record is given. */
export interface FormProps {
  record: RecordView;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[] | undefined;
  formKey: string;
}
export const failed = (props: { errors?: readonly FieldError[] | undefined }) =>
  (props.errors?.length ?? 0) > 0;

/** Where a form of a record stands. */
export function useCrumbs(record: Pick<RecordView, 'id' | 'shortName'>): Crumb[] {
  const t = useText(text);
  const all = useText(words);
  return [
    { href: '/directory', label: all.nav },
    { href: `/directory/${record.id}`, label: record.shortName },
    { href: `/directory/${record.id}/edit`, label: t.edit },
  ];
}
