import { ask, type Fetch, type Register, RegisterError } from '../schema.ts';
import { krsTable } from './schema.ts';

/** Entrepreneurs first (social cooperatives are among them), then associations and foundations. */
const REGISTERS = ['P', 'S'] as const;

/** The National Court Register at this address; it takes no key. */
export const krsRegister = (url: string, fetcher: Fetch): Register => ({
  source: 'krs',
  asks: ({ krs }) => krs !== null,
  fetch: async ({ krs }) => {
    for (const register of REGISTERS) {
      const { status, text } = await ask(
        fetcher,
        `${url.replace(/\/$/, '')}/api/krs/OdpisAktualny/${krs}?rejestr=${register}&format=json`,
      );
      if (status === 404 || status === 204) continue;
      const bytes = new TextEncoder().encode(text);
      if (status !== 200 || krsTable(bytes).rows.length !== 1) throw new RegisterError('answer');
      return { fileName: `KRS ${krs}.json`, bytes };
    }
    return null;
  },
});
