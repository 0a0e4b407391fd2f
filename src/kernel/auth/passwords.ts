export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

/** What people type when twelve characters are demanded. Compared without case, diacritics and trailing figures. */
const OBVIOUS = [
  'haslohaslo',
  'haslohaslohaslo',
  'mojehaslo',
  'mojetajnehaslo',
  'tajnehaslo',
  'bezpiecznehaslo',
  'nowehaslo',
  'passwordpassword',
  'mypassword',
  'newpassword',
  'securepassword',
  'administrator',
  'administracja',
  'adminadmin',
  'adminadminadmin',
  'qwertyuiop',
  'qwertyuiopasdf',
  'qwertyqwerty',
  'qazwsxedcrfv',
  'zaqwsxcderfv',
  'asdfghjkl',
  'zxcvbnm',
  'polskapolska',
  'kochampolske',
  'kochamcie',
  'witajwitaj',
  'iloveyou',
  'letmein',
  'welcome',
  'welcomewelcome',
  'pomocspoleczna',
  'opiekaspoleczna',
  'urzadpracy',
  'urzadmiasta',
  'urzadgminy',
  'osrodekpomocy',
  'splotsplotsplot',
  'splotsplot',
  'changeme',
  'changemeplease',
  'zmienmnie',
  'startstart',
  'testtesttest',
  'abcdefghijkl',
];
const obvious = new Set(OBVIOUS);
const ROWS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

/** Why a password is refused: `short`, `long`, or `obvious` (a known phrase, a repetition, a row of keys, the own e-mail). */
export type PasswordProblem = 'short' | 'long' | 'obvious';

/**
 * Judges a new password by length and obviousness, not by kinds of characters (NIST SP 800-63B, 5.1.1.2).
 * @param known words of the account that must not be most of it: the e-mail, the name
 */
export function passwordProblem(password: string, known: readonly string[] = []): PasswordProblem | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD) return 'short';
  if (length > MAX_PASSWORD) return 'long';
  const text = plain(password);
  const core = text.replace(/^[^a-z]+|[^a-z]+$/g, '');
  if (obvious.has(core) || obvious.has(text) || new Set(text).size < 5) return 'obvious';
  if (ROWS.some((row) => row.includes(text))) return 'obvious';
  // Three copies of four characters are four characters.
  for (let size = 1; size <= 6; size++) {
    const unit = text.slice(0, size);
    if (unit.repeat(Math.ceil(text.length / size)).startsWith(text)) return 'obvious';
  }
  const own = known
    .flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))
    .map(plain)
    .filter((word) => word.length >= 3);
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest.length < 6 ? 'obvious' : null;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}|\s/gu, '');
