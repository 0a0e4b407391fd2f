import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { useText } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { RoundView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { roundPath } from './parts.tsx';

/** A form as it came back, or as it is opened. */
export interface Sent {
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

/** The frame of a page inside a round: the way back leads to the round. */
export function RoundFrame(props: {
  view: RoundView;
  title: string;
  lead?: Child;
  errors?: readonly FieldError[];
  /** A page to read, not a form. */
  wide?: boolean;
  children?: Child;
}) {
  const t = useText(text);
  const { view, errors = [], wide = false, ...page } = props;
  return (
    <PartnershipFrame
      {...page}
      partnership={view.partnership}
      member
      current="standard"
      trail={[
        { href: `/partnerships/${view.partnership.id}/standard`, label: t.title },
        { href: roundPath(view), label: t.year(view.round.year) },
      ]}
      width={wide ? undefined : 'text'}
      failed={errors.length > 0}
    />
  );
}
