/** BIR1 of GUS: a SOAP service whose answers carry XML within XML, flat enough to be read without a parser of XML. */
import { writeCsv } from '#kernel/tabular/write.ts';
import { headingOf } from '../../headings/schema.ts';
import type { ColumnKey, Numbers } from '../../schema.ts';

const SOAP = 'http://www.w3.org/2003/05/soap-envelope';
const SERVICE = 'http://CIS/BIR/PUBL/2014/07';
const ACTION = `${SERVICE}/IUslugaBIRzewnPubl`;

const escaped = (text: string): string => text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
export const unescaped = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(lt|gt|amp|quot|apos));/gi,
    (whole, dec?: string, hex?: string, name?: string) => {
      const code = dec ? Number(dec) : hex ? Number.parseInt(hex, 16) : null;
      if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return NAMED[name?.toLowerCase() ?? ''] ?? whole;
    },
  );

/** The text of the first element of this name, whatever its prefix; empty when there is none. */
export const elementText = (xml: string, name: string): string =>
  new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}>`)
    .exec(xml)?.[1]
    ?.trim() ?? '';

/** One call; `body` is XML whose texts are escaped already. */
export const envelope = (url: string, method: string, body: string): string =>
  `<soap:Envelope xmlns:soap="${SOAP}" xmlns:ns="${SERVICE}" xmlns:dat="http://CIS/BIR/PUBL/2014/07/DataContract">` +
  `<soap:Header xmlns:wsa="http://www.w3.org/2005/08/addressing"><wsa:To>${escaped(url)}</wsa:To><wsa:Action>${ACTION}/${method}</wsa:Action></soap:Header>` +
  `<soap:Body><ns:${method}>${body}</ns:${method}></soap:Body></soap:Envelope>`;

export const loginBody = (key: string): string =>
  `<ns:pKluczUzytkownika>${escaped(key)}</ns:pKluczUzytkownika>`;
export const searchBody = ({ krs, nip, regon }: Numbers): string => {
  const [name, value] = regon ? ['Regon', regon] : nip ? ['Nip', nip] : ['Krs', krs ?? ''];
  return `<ns:pParametryWyszukiwania><dat:${name}>${escaped(value)}</dat:${name}></ns:pParametryWyszukiwania>`;
};
export const logoutBody = (session: string): string =>
  `<ns:pIdentyfikatorSesji>${escaped(session)}</ns:pIdentyfikatorSesji>`;

const FIELDS: readonly (readonly [ColumnKey, string])[] = [
  ['name', 'Nazwa'],
  ['regon', 'Regon'],
  ['nip', 'Nip'],
  ['street', 'Ulica'],
  ['house', 'NrNieruchomosci'],
  ['postal', 'KodPocztowy'],
  ['locality', 'Miejscowosc'],
  ['gmina', 'Gmina'],
  ['county', 'Powiat'],
  ['voivodeship', 'Wojewodztwo'],
  ['stateSince', 'DataZakonczeniaDzialalnosci'],
];

/** The found entities as a table of ours; null when there are none. Local units (type LP, LF) are passed over. */
export function answerTable(xml: string): string | null {
  const all = unescaped(elementText(xml, 'DaneSzukajPodmiotyResult')).match(/<dane>[\s\S]*?<\/dane>/g) ?? [];
  const rows = all
    .filter((one) => elementText(one, 'ErrorCode') === '' && !elementText(one, 'Typ').startsWith('L'))
    .map((one) => [
      ...FIELDS.map(([, name]) => unescaped(elementText(one, name))),
      elementText(one, 'DataZakonczeniaDzialalnosci') === '' ? '' : 'wykreślony',
    ]);
  return rows.length === 0
    ? null
    : writeCsv([...FIELDS.map(([key]) => headingOf(key)), headingOf('state')], rows);
}
