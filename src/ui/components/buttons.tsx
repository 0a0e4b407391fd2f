import type { Child } from 'hono/jsx';
import { Icon, type IconName } from '../icon.tsx';
import { text } from '../text.pl.ts';
import { useText } from '../view.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary';

interface ButtonLook {
  /** `primary` is the one filled button of the page. */
  variant?: ButtonVariant;
  danger?: boolean;
  small?: boolean;
  icon?: IconName;
  children?: Child;
}

export function Button(
  props: ButtonLook & {
    type?: 'submit' | 'button';
    name?: string;
    value?: string;
    form?: string;
    formaction?: string;
    /** Sends the form without the browser's own checks, for "save the draft". */
    formnovalidate?: boolean;
    disabled?: boolean;
  },
) {
  return (
    <button
      class="ds-button"
      type={props.type ?? 'submit'}
      data-variant={props.variant ?? 'secondary'}
      data-color={props.danger ? 'danger' : undefined}
      data-size={props.small ? 'sm' : undefined}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
      formnovalidate={props.formnovalidate}
      disabled={props.disabled}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

export function ButtonLink(props: ButtonLook & { href: string; download?: boolean }) {
  return (
    <a
      class="ds-button"
      href={props.href}
      data-variant={props.variant ?? 'secondary'}
      data-color={props.danger ? 'danger' : undefined}
      data-size={props.small ? 'sm' : undefined}
      download={props.download}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}

/** Prints the page. Printing needs a script, so the button appears only where the script runs. */
export function PrintButton() {
  const t = useText(text);
  return (
    <button class="ds-button tool" type="button" data-variant="tertiary" data-size="sm" data-print hidden>
      <Icon name="print" />
      {t.print}
    </button>
  );
}
