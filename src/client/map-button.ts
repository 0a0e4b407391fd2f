const SIGNS = {
  in: 'M12 5v14M5 12h14',
  out: 'M5 12h14',
  reset: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
} as const;
const SVG = 'http://www.w3.org/2000/svg';

/** A button that wears a drawn sign; whoever makes it gives it a name. Its value says what it does. */
export function zoomButton(does: keyof typeof SIGNS, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ds-button';
  button.dataset.variant = 'secondary';
  button.value = does;
  button.addEventListener('click', act);
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', SIGNS[does]);
  icon.append(line);
  button.append(icon);
  return button;
}
