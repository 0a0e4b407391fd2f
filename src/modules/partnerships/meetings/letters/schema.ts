export const LETTERS = ['invitation', 'changed', 'cancelled', 'minutes'] as const;
export type LetterKind = (typeof LETTERS)[number];
