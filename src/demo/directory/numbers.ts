import { parseNip, parseRegon } from '../../kernel/identifiers.ts';

/** The number of `length` digits that begins so and passes the check; null when none does. */
function withCheck(body: string, ok: (text: string) => boolean): string | null {
  for (let digit = 0; digit <= 9; digit += 1) if (ok(`${body}${digit}`)) return `${body}${digit}`;
  return null;
}

/**
 * Identifiers for an invented entity, formally valid and different for each serial number. NIP begin with 999 and
 * REGON with 99, which no office gives today; KRS lies far above the numbers in use.
 */
export function inventNumbers(serial: number): { krs: string; nip: string | null; regon: string | null } {
  const digits = String(serial).padStart(6, '0');
  return {
    krs: `0099${digits}`,
    nip: withCheck(`999${digits}`, (text) => parseNip(text).ok),
    regon: withCheck(`99${digits}`, (text) => parseRegon(text).ok),
  };
}
