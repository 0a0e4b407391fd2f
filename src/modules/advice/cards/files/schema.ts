import type { FileKind } from '#kernel/files/kinds.ts';

/** What may be kept with a card. */
export const CARD_FILES: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'docx', 'xlsx'];
