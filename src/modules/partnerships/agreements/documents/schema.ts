import type { AgreementLanguage } from '../schema.ts';

/** An agreement as it leaves the system, whatever it is written to. */
export interface Sheet {
  readonly language: AgreementLanguage;
  readonly title: string;
  /** Which version it is and when it is in force. */
  readonly facts: readonly string[];
  /** Said above a draft. */
  readonly warning: string;
  readonly sections: readonly {
    readonly title: string;
    readonly annex: boolean;
    readonly clauses: readonly { readonly title: string; readonly text: string }[];
    /** Of the annex on data: who may receive what. */
    readonly table: {
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    } | null;
  }[];
  readonly signatures: {
    readonly title: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly generated: string;
}
