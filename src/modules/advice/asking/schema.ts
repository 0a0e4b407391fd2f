import { z } from 'zod';

export const WORDS_MAX = 5000;
export const FILES_MAX = 3;
/** Of all files of one form together; the server takes in no more at once. */
export const FILES_MB = 10;
export const words = z.string().trim().min(1, 'required').max(WORDS_MAX, 'too_long');
/** Tells a form that is sent twice from two forms. */
export const once = z.string().max(60).default('');
