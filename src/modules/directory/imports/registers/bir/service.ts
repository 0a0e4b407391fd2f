import { ask, type Fetch, type Register, RegisterError } from '../schema.ts';
import { answerTable, elementText, envelope, loginBody, logoutBody, searchBody } from './schema.ts';

/** BIR1 of GUS, with the key that GUS gives on request: a session is opened, asked once, and closed. */
export function birRegister(url: string, key: string, fetcher: Fetch): Register {
  const call = async (method: string, body: string, session = ''): Promise<string> => {
    const headers = {
      'content-type': 'application/soap+xml; charset=utf-8',
      ...(session && { sid: session }),
    };
    const { status, text } = await ask(fetcher, url, {
      method: 'POST',
      headers,
      body: envelope(url, method, body),
    });
    if (status !== 200) throw new RegisterError('status');
    return text;
  };
  return {
    source: 'regon',
    asks: ({ krs, nip, regon }) => krs !== null || nip !== null || regon !== null,
    fetch: async (numbers) => {
      const session = elementText(await call('Zaloguj', loginBody(key)), 'ZalogujResult');
      if (session === '') throw new RegisterError('answer');
      try {
        const found = answerTable(await call('DaneSzukajPodmioty', searchBody(numbers), session));
        const name = `REGON ${numbers.regon ?? numbers.nip ?? numbers.krs}.csv`;
        return found === null ? null : { fileName: name, bytes: new TextEncoder().encode(found) };
      } finally {
        // A session left open ends by itself after an hour; the answer is worth more than its closing.
        await call('Wyloguj', logoutBody(session), session).catch(() => undefined);
      }
    },
  };
}
