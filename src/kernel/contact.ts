/** Postal codes, telephone numbers and e-mail addresses; answers and codes as in `identifiers.ts`. */
import type { Checked } from './identifiers.ts';

export type PostalCodeError = 'length' | 'characters' | 'zeros';
export type PhoneError = 'length' | 'characters' | 'prefix';
export type EmailError = 'at' | 'characters' | 'domain' | 'length';

const failed = <Code extends string>(code: Code) => ({ ok: false, code }) as const;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** First two digits of mobile numbers in Poland. Source: National Numbering Plan (UKE), as known in 2026; only for display. */
const MOBILE = /^(?:45|50|51|53|57|60|66|69|72|73|78|79|88)/;
const MAX_EMAIL = 254;
const MAX_EMAIL_LOCAL = 64;

/** Reads a postal code: `34-600`, `34600`, `34 600`. @returns NN-NNN */
export function parsePostalCode(text: string): Checked<PostalCodeError> {
  const typed = text.trim().replace(DASHES, '-');
  if (/[^\d\s-]/.test(typed)) return failed('characters');
  const digits = typed.replace(/\D/g, '');
  if (digits.length !== 5) return failed('length');
  if (digits === '00000') return failed('zeros');
  return { ok: true, value: `${digits.slice(0, 2)}-${digits.slice(2)}` };
}

/**
 * Reads a telephone number: Polish with or without +48, 0048 or the old leading zero (`600 000 123`, `(18) 330 0123`),
 * foreign ones with + or 00.
 * @returns E.164, `+48600000123`
 */
export function parsePhone(text: string): Checked<PhoneError> {
  const typed = text
    .trim()
    .replace(DASHES, '-')
    .replace(/^(?:tel|fax|kom)\b\.?:?/i, '')
    .trim();
  if (!/^\+?[\d\s()./-]*$/.test(typed)) return failed('characters');
  const digits = typed.replace(/\D/g, '');
  const international = typed.startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : null;
  if (international !== null && !international.startsWith('48')) {
    if (international.startsWith('0')) return failed('prefix');
    return international.length >= 8 && international.length <= 15
      ? { ok: true, value: `+${international}` }
      : failed('length');
  }
  const national =
    international?.slice(2) ??
    (digits.length === 11 && digits.startsWith('48')
      ? digits.slice(2)
      : digits.length === 10 && digits.startsWith('0')
        ? digits.slice(1)
        : digits);
  if (national.length !== 9) return failed('length');
  return national.startsWith('0') ? failed('prefix') : { ok: true, value: `+48${national}` };
}

/** +48600000123 → 600 000 123; +48183300123 → 18 330 01 23; foreign numbers keep their prefix. */
export function formatPhone(phone: string): string {
  const national = /^\+48(\d{9})$/.exec(phone)?.[1];
  if (national === undefined) return phone;
  return MOBILE.test(national)
    ? national.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3')
    : national.replace(/^(\d{2})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4');
}

/**
 * Reads an e-mail address of the usual form; whether it exists only a letter can tell.
 * @returns the address with the domain in lower case
 */
export function parseEmail(text: string): Checked<EmailError> {
  const typed = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1');
  const parts = typed.split('@');
  const [local, typedDomain] = parts;
  if (parts.length !== 2 || !local || !typedDomain) return failed('at');
  if (typed.length > MAX_EMAIL || local.length > MAX_EMAIL_LOCAL) return failed('length');
  if (!/^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i.test(local))
    return failed('characters');
  const domain = typedDomain.toLowerCase();
  if (/[^a-z0-9.-]/.test(domain)) return failed('characters');
  const labels = domain.split('.');
  const wellFormed = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  if (labels.length < 2 || !wellFormed || /^\d+$|^.$/.test(labels.at(-1) ?? '')) return failed('domain');
  return { ok: true, value: `${local}@${domain}` };
}
