import { describe, expect, it } from 'vitest';
import { LANGS } from './i18n.ts';
import type { MessageArgs } from './messages.ts';
import { isMessageCode, message, messages } from './messages.ts';

describe('messages', () => {
  it('are whole sentences in every language, with and without figures', () => {
    for (const lang of LANGS) {
      for (const code of Object.keys(messages.pl)) {
        for (const args of [{}, { max: 200, min: 2 }] as MessageArgs[]) {
          const text = message(lang, code, args);
          expect(text, `${lang} ${code}`).toMatch(/^[\p{Lu}].{10,}[.\p{L}\d]$/u);
          expect(text).not.toMatch(/undefined|null|\{|\}|\.\.|\(\)/);
          expect(text.length).toBeLessThan(130);
        }
      }
    }
  });

  it('differ between Polish and English', () => {
    for (const code of Object.keys(messages.pl)) expect(message('en', code)).not.toBe(message('pl', code));
  });

  it('say what is wrong', () => {
    expect(message('pl', 'pesel.checksum')).toBe(
      'Cyfra kontrolna numeru PESEL się nie zgadza. Sprawdź, czy nie przestawiono cyfr.',
    );
    expect(message('pl', 'too_long', { max: 200 })).toContain('200');
    expect(message('uk', 'table.pdf')).toBe(message('pl', 'table.pdf'));
  });

  it('let sentences pass and never show an unknown code', () => {
    expect(message('pl', 'Ten termin jest już zajęty.')).toBe('Ten termin jest już zajęty.');
    expect(message('en', 'no.such_code')).toBe(message('en', 'invalid'));
    expect(message('en', 'toString')).toBe(message('en', 'invalid'));
    expect(isMessageCode('constructor')).toBe(false);
  });
});
