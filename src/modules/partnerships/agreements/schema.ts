import { z } from 'zod';
import { type FormValues, typedList } from '#kernel/forms/forms.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type Agreement, CEILING_CLASSES, type Ceiling, SIGNATURE_FORMS } from '../schema.ts';

/** The parts of the text, in the order of the document. The first two are obligatory (RPSZ art. 198: rules and exchange too). */
export const PARTS = [
  'targetGroup',
  'purpose',
  'helpRules',
  'exchangeRules',
  'referralRoute',
  'serviceStandard',
  'financing',
  'monitoring',
  'annexText',
] as const;
export type Part = (typeof PARTS)[number];
export const OBLIGATORY: readonly Part[] = ['targetGroup', 'purpose', 'helpRules', 'exchangeRules'];

export type AgreementText = Readonly<Record<Part | 'changeNote', string>>;

const long = z.string().trim().max(20_000, 'too_long');
export const agreementBody = z.object({
  targetGroup: long.min(1, 'required'),
  purpose: long.min(1, 'required'),
  helpRules: long.min(1, 'required'),
  exchangeRules: long.min(1, 'required'),
  referralRoute: long.default(''),
  serviceStandard: long.default(''),
  financing: long.default(''),
  monitoring: long.default(''),
  annexText: long.default(''),
  changeNote: long.default(''),
  from: z.string().max(40).default(''),
  to: z.string().max(40).default(''),
  _version: z.coerce.number().int().optional(),
});
export type AgreementForm = z.output<typeof agreementBody>;
export const versionParams = z.object({ id: z.uuid(), version: z.coerce.number().int().min(1).max(10_000) });
export const signBody = z.object({
  signedBy: z.string().trim().min(1, 'required').max(200, 'too_long'),
  signedOn: z.string().max(40).default(''),
  form: z.enum(SIGNATURE_FORMS),
});

/** The ceiling as ticked: a name of the form for each type of member. Types without a tick receive nothing. */
export const ceilingOf = (
  values: FormValues,
  types: readonly string[],
): { type: string; classes: string[] }[] =>
  types
    .map((type) => ({
      type,
      classes: CEILING_CLASSES.filter((c) => typedList(values, `ceiling_${type}`).includes(c)) as string[],
    }))
    .filter(({ classes }) => classes.length > 0);

export interface Signature {
  readonly institutionId: string;
  readonly institution: string;
  readonly signedBy: string;
  readonly signedOn: LocalDate;
  readonly form: (typeof SIGNATURE_FORMS)[number];
}

/** One version as its card shows it. */
export interface AgreementView extends Agreement {
  readonly partnershipId: string;
  readonly text: AgreementText;
  readonly annex: boolean;
  readonly rowVersion: number;
  readonly ceiling: readonly Ceiling[];
  readonly signed: readonly Signature[];
  readonly waiting: readonly { readonly institutionId: string; readonly name: string }[];
}
