/**
 * Widths of text without a browser: rounded up from Source Sans 3, so that the fallback font fits too.
 * In em; what is not listed counts as an ordinary small letter.
 */
const NARROW = /[iljłtfrI.,:;'’!|()[\] \-–ії]/;
const WIDE = /[mwMWŁШЩЖЮшщжюм@%—…]/;
const CAPITAL = /\p{Lu}/u;

export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text)
    em += NARROW.test(letter) ? 0.34 : WIDE.test(letter) ? 0.88 : CAPITAL.test(letter) ? 0.66 : 0.54;
  return em * size;
}

/** The text, cut with an ellipsis at a word where possible, so that it is no wider than `max`. */
export function shorten(text: string, size: number, max: number): string {
  if (textWidth(text, size) <= max) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > max) letters.pop();
  const cut = letters.join('');
  const space = cut.lastIndexOf(' ');
  const whole = space > cut.length * 0.6 ? cut.slice(0, space) : cut;
  return `${whole.replace(/[\s,.;:„(–-]+$/, '')}…`;
}
