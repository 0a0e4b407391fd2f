import { raw } from 'hono/html';
import { icons } from './icons.generated.ts';

export type IconName = keyof typeof icons;

/** One Lucide icon. Beside text it is silent; alone (in a table) it needs a `label`. */
export function Icon(props: { name: IconName; label?: string; class?: string }) {
  const classes = props.class ? `icon ${props.class}` : 'icon';
  return (
    <svg
      class={classes}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    >
      {raw(icons[props.name])}
    </svg>
  );
}
