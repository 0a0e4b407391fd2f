import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stem, stems, tokens, vector } from './words.ts';

const letters = fc.string({
  unit: fc.constantFrom(...'aąbcćdeęfghijklłmnńoóprsśtuwyzźż'),
  minLength: 1,
  maxLength: 24,
});

describe('stems', () => {
  test.each([
    'spółdzielnia spółdzielni spółdzielnie spółdzielnią spółdzielnię spółdzielniami SPÓŁDZIELNIA spoldzielni',
    'obiad obiady obiadów obiadami',
    'sprzątanie sprzątania sprzątaniem sprzątać',
    'szkoła szkoły szkół szkole szkolny szkolnych',
    'opieka opieki opiekę opiece',
    'remont remonty remontów remontowe',
    'Limanowa Limanowej Limanową limanowski',
    'Kraków Krakowie Krakowa krakowski',
    'książka książek książki',
    'okno okien okna',
    'zajęcia zajęć zajęciach',
    'niepełnosprawni niepełnosprawnych niepełnosprawność niepełnosprawnością',
    'małopolska małopolskie małopolsce',
    'transport transporcie transportowy',
    'ogród ogrodzie ogrodu',
    'stowarzyszenie stowarzyszenia stowarzyszeń',
    'komputer komputerze komputery',
  ])('are one for %s', (forms) => expect(new Set(stems(forms)).size).toBe(1));

  test.each([
    ['szkoła', 'szkolenie'],
    ['kosz', 'koszenie'],
    ['opieka', 'opinia'],
    ['dom', 'domena'],
    ['prawo', 'prawda'],
  ])('differ for %s and %s', (one, other) => expect(stems(one)).not.toEqual(stems(other)));

  test('of any word are plain, not empty, hardly longer than the word, and blind to case and diacritics', () => {
    fc.assert(
      fc.property(letters, (word) => {
        const [found = ''] = stems(word);
        expect(found).toMatch(/^[a-z]+$/);
        expect(found.length).toBeLessThanOrEqual(word.length + 1);
        expect(stems(word.toUpperCase())).toEqual([found]);
        expect(stem(tokens(word)[0] ?? '')).toBe(found);
      }),
    );
  });

  test('of any text make a vector the database can read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const made = vector({ A: text, B: text, C: text }, ["type.O'X"]);
        for (const item of made.split(' '))
          expect(item).toMatch(/^'([\p{L}\p{N}.]|[A-Z]|'')+':[1-4ABCD,]+$/u);
      }),
    );
  });
});
