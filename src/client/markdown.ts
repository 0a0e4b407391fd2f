/**
 * A row of buttons over a field of Markdown, and the keys that writers know: Ctrl+B, Ctrl+I, Ctrl+K. What they write is
 * ordinary typing to the browser, so that its undo takes it back. The words of the buttons stand in `data-markdown`.
 */

type Change = (field: HTMLTextAreaElement) => void;

/** Replaces a stretch of the text as if it were typed; selects from `start` to `end` of what was put there. */
function type(
  field: HTMLTextAreaElement,
  from: number,
  to: number,
  text: string,
  start: number,
  end: number,
) {
  field.focus();
  field.setSelectionRange(from, to);
  const typed =
    text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!typed) {
    field.setRangeText(text, from, to);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(from + start, from + end);
}

/** Puts a sign around what is selected, or takes it off. */
const around =
  (sign: string): Change =>
  (field) => {
    const { selectionStart: from, selectionEnd: to, value } = field;
    const n = sign.length;
    const chosen = value.slice(from, to);
    const outside = value.slice(from - n, from) === sign && value.slice(to, to + n) === sign;
    // Two stars are not one star twice.
    const other = sign === '*' && (value[from - 2] === '*' || value[to + 1] === '*');
    if (outside && !other) type(field, from - n, to + n, chosen, 0, chosen.length);
    else type(field, from, to, `${sign}${chosen}${sign}`, n, n + chosen.length);
  };

/** Puts a sign before every selected line, or takes it off when all have it. */
const before =
  (sign: string): Change =>
  (field) => {
    const { value } = field;
    const from = value.lastIndexOf('\n', field.selectionStart - 1) + 1;
    const next = value.indexOf('\n', Math.max(field.selectionStart, field.selectionEnd - 1));
    const to = next < 0 ? value.length : next;
    const lines = value.slice(from, to).split('\n');
    const off = lines.every((line) => line.startsWith(sign));
    const made = lines.map((line) => (off ? line.slice(sign.length) : sign + line)).join('\n');
    const one = lines.length === 1;
    type(field, from, to, made, one ? made.length : 0, made.length);
  };

const link: Change = (field) => {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const words = value.slice(from, to);
  // With words chosen the address is missing; without, the words.
  const at = words ? words.length + 3 : 1;
  type(field, from, to, `[${words}](https://)`, at, words ? at + 8 : at);
};

/** A block of lines on its own, with what is selected in it; the cursor where one goes on writing. */
const block =
  (head: string, foot: string): Change =>
  (field) => {
    const { selectionStart: from, selectionEnd: to, value } = field;
    const chosen = value.slice(from, to);
    const gap = from === 0 || value.endsWith('\n', from) ? '' : '\n';
    const at = gap.length + head.length;
    const tail = value[to] === '\n' || to === value.length ? '' : '\n';
    type(field, from, to, `${gap}${head}${chosen}${foot}${tail}`, at, at + chosen.length);
  };

/** In the order of the words in `data-markdown`. */
const CHANGES: readonly Change[] = [
  around('**'),
  around('*'),
  before('## '),
  before('- '),
  before('- [ ] '),
  link,
  block(':::note ', '\n\n:::\n'),
  block('| ', ' |  |\n|---|---|\n|  |  |\n'),
];
const KEYS: Readonly<Record<string, Change | undefined>> = { b: CHANGES[0], i: CHANGES[1], k: link };

function watch(part: HTMLElement): void {
  const field = part.querySelector('textarea');
  const label = part.querySelector('label');
  if (!field || !label) return;
  label.id ||= `${field.id}-label`;
  const bar = document.createElement('div');
  bar.className = 'markdown-tools';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-labelledby', label.id);
  const words = (part.dataset.markdown ?? '').split('|');
  for (const [i, change] of CHANGES.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ds-button';
    button.dataset.variant = 'tertiary';
    button.dataset.size = 'sm';
    button.textContent = words[i] ?? '';
    button.addEventListener('click', () => change(field));
    bar.append(button);
  }
  field.before(bar);
  field.addEventListener('keydown', (event) => {
    const change = KEYS[event.key.toLowerCase()];
    if (!change || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    change(field);
  });
}

export function watchMarkdown(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-markdown]')) watch(part);
}
