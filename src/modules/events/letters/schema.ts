/** What a letter about a registration says. */
export const LETTERS = [
  'confirm',
  'requested',
  'waiting',
  'confirmed',
  'promoted',
  'declined',
  'cancelled',
  'changed',
  'called_off',
  'reminder',
  'thanks',
  'certificate',
] as const;
export type LetterKind = (typeof LETTERS)[number];
