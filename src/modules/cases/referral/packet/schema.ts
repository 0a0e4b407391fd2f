import { createHash } from 'node:crypto';
import { ageOn, type LocalDate } from '#kernel/time.ts';
import { type Identifier, type PersonInput, personName } from '../../person/schema.ts';

/** Who it is, for a recipient that may know it by law. */
export interface DisclosedPerson {
  readonly disclosed: true;
  readonly givenName: string;
  readonly familyName: string;
  readonly label: string | null;
  readonly identifier: Identifier | null;
  readonly birthDate: LocalDate | null;
  readonly sex: string | null;
  readonly locality: string;
  readonly phone: string;
  readonly email: string;
  readonly lang: string;
}
/** Enough to decide whether there is a place, not enough to know who it is. */
export interface PseudonymousPerson {
  readonly disclosed: false;
  readonly initials: string;
  readonly ageBand: string | null;
}

/**
 * What a recipient sees before it accepts: a snapshot, kept with its hash. Later changes of the case never alter it.
 * Source: the access design, sections 3 and 4; domain handbook, section 2.4, transition 2.
 */
export interface Packet {
  readonly version: 1;
  /** Empty in the preview, before the case has a number. */
  readonly number: string;
  readonly kind: 'opening' | 'service';
  readonly sender: {
    readonly institution: string;
    readonly type: string;
    readonly worker: string;
    readonly phone: string;
    readonly email: string;
    readonly sign: string;
  };
  readonly recipient: { readonly institution: string; readonly type: string };
  readonly needs: readonly string[];
  readonly urgent: boolean;
  readonly reason: string;
  readonly gmina: string;
  readonly gminaName: string;
  readonly informed: { readonly on: LocalDate; readonly form: string };
  readonly person: DisclosedPerson | PseudonymousPerson;
}

export interface PacketInput extends Omit<Packet, 'version' | 'person' | 'gmina'> {
  readonly person: PersonInput;
  /** The recipient has a statutory basis to know who the referral is about. */
  readonly disclose: boolean;
  readonly today: LocalDate;
}

const BANDS = [18, 25, 35, 45, 55, 65];

/** „25–34”, „65+”, „<18”; null when the birth date is not known. */
export function ageBand(birth: LocalDate | null, today: LocalDate): string | null {
  if (birth === null) return null;
  const age = ageOn(birth, today);
  const next = BANDS.findIndex((edge) => age < edge);
  if (next === 0) return '<18';
  if (next === -1) return '65+';
  return `${BANDS[next - 1]}–${(BANDS[next] ?? 0) - 1}`;
}

const initial = (name: string) => {
  const first = [...name.normalize('NFC')][0];
  return first ? `${first.toLocaleUpperCase('pl')}.` : '';
};

export function buildPacket(input: PacketInput): Packet {
  const { person: p, disclose, today, ...rest } = input;
  return {
    version: 1,
    ...rest,
    gmina: p.gminaId ?? '',
    person: disclose
      ? {
          disclosed: true,
          givenName: p.givenName,
          familyName: p.familyName,
          label: p.label,
          identifier: p.identifier,
          birthDate: p.birthDate,
          sex: p.sex,
          locality: p.locality,
          phone: p.phone,
          email: p.email,
          lang: p.lang,
        }
      : {
          disclosed: false,
          initials: p.label === null ? `${initial(p.givenName)} ${initial(p.familyName)}`.trim() : '?',
          ageBand: ageBand(p.birthDate, today),
        },
  };
}

/** The same value gives the same text whatever the order of its keys: the database keeps JSON in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
}

/** SHA-256 of the packet, in hexadecimal. */
export const packetHash = (packet: Packet): string =>
  createHash('sha256').update(canonical(packet)).digest('hex');

export const packetWho = (packet: Packet): string =>
  packet.person.disclosed
    ? personName(packet.person)
    : [packet.person.initials, packet.person.ageBand].filter(Boolean).join(', ');

const plain = (text: string) =>
  text.toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');

/** Polish endings change ("Nowak", "Nowaka", "Marek", "Marka"), so the beginning of the name is what counts. */
const stem = (name: string) => plain(name).slice(0, Math.max(3, [...name].length - 2));

/**
 * Whether a text that goes to somebody who may not know the person gives away who it is. A capital letter tells a name
 * from a common word with the same beginning ("Nowak" from "nowa").
 */
export function revealsPerson(text: string, p: PersonInput): boolean {
  if (/\d{9,}/.test(text.replace(/[\s-]/g, ''))) return true;
  const words = text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const names = `${p.givenName} ${p.familyName}`.split(/[\s-]+/).filter((n) => [...n].length >= 3);
  return names.some((name) => {
    const length = [...name].length;
    return words.some((word) => {
      if (plain(word) === plain(name)) return true;
      const near = word.length >= length - 1 && word.length <= length + 4;
      return near && /^\p{Lu}/u.test(word) && plain(word).startsWith(stem(name));
    });
  });
}
