/**
 * The vocabulary of access, shared by every module: classes of data and purposes of use. A class belongs to each
 * section, field, document and note, never to a person. Source: the access design, section 2.
 */
export const DATA_CLASSES = ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export const PURPOSES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'] as const;
/** P1 decide on a referral · P2 diagnosis · P3 plan and delivery · P4 review · P5 own duty · P6 project · P7 statistics · P8 audit. */
export type Purpose = (typeof PURPOSES)[number];

/** The answer of a policy: allowed, or the reason why not as a key of the module's texts. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

export const allow: Decision = { allowed: true };
export const deny = (reason: string): Decision => ({ allowed: false, reason });

/** The first refusal, or allowed when every decision is. */
export const all = (...decisions: Decision[]): Decision => decisions.find((d) => !d.allowed) ?? allow;
