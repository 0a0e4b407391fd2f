import { parseKrs, parseNip, parseRegon } from '#kernel/identifiers.ts';
import { allDigits, type Cell, isNothing } from '#kernel/tabular/cell.ts';
import { looksScientific, restoreLeadingZeros } from '#kernel/tabular/damage.ts';

type Parsed = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly code: string };

/** A number as typed; what a spreadsheet took is given back where that is certain. */
function readNumber(
  text: string,
  kind: 'krs' | 'nip' | 'regon',
  parse: (typed: string) => Parsed,
  lengths: readonly number[],
): Cell<string> {
  if (isNothing(text)) return { value: null };
  const scientific = looksScientific(text);
  const exact = scientific ? allDigits(text) : null;
  if (scientific && exact === null) return { value: null, error: 'number.scientific' };
  const typed = (exact ?? text)
    .replace(/^\s*(?:nr\s+)?(?:krs|nip|regon)\b\s*:?/i, '')
    .replace(/[.,]0+\s*$/, '')
    .trim();
  const read = parse(typed);
  if (read.ok) return { value: read.value };
  for (const length of lengths) {
    const padded = restoreLeadingZeros(typed, length);
    if (padded === typed) continue;
    const again = parse(padded);
    if (again.ok) return { value: again.value, ...(kind !== 'krs' && { warning: 'number.restored' }) };
  }
  return { value: null, error: `${kind}.${read.code}` };
}

/** Without a check digit, so that a spreadsheet's lost zeros come back without a word. */
export const readKrs = (text: string): Cell<string> => readNumber(text, 'krs', parseKrs, [10]);
export const readNip = (text: string): Cell<string> => readNumber(text, 'nip', parseNip, [10]);
/** 9 digits of an entity or 14 of its unit. */
export const readRegon = (text: string): Cell<string> => readNumber(text, 'regon', parseRegon, [9, 14]);
