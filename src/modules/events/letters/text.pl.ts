import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  hello: 'Dzień dobry,',
  subjects: {
    confirm: 'Splot: potwierdź zgłoszenie na wydarzenie',
    requested: 'Splot: zgłoszenie na wydarzenie czeka na decyzję',
    waiting: 'Splot: miejsce na liście rezerwowej',
    confirmed: 'Splot: miejsce na wydarzeniu',
    promoted: 'Splot: zwolniło się miejsce na wydarzeniu',
    declined: 'Splot: odpowiedź na zgłoszenie na wydarzenie',
    cancelled: 'Splot: zgłoszenie na wydarzenie wypisane z listy',
    changed: 'Splot: zmiana terminu albo miejsca wydarzenia',
    called_off: 'Splot: wydarzenie odwołane',
    reminder: 'Splot: przypomnienie o wydarzeniu',
    thanks: 'Splot: po wydarzeniu',
    certificate: 'Splot: zaświadczenie z wydarzenia',
  },
  says: {
    confirm:
      'ktoś podał ten adres w zgłoszeniu na wydarzenie. Jeśli to Ty, otwórz odsyłacz i potwierdź: dopiero wtedy miejsce będzie Twoje.',
    requested: 'zgłoszenie jest u organizatora. O decyzji napiszemy na ten adres.',
    waiting:
      'wszystkie miejsca są zajęte. Zgłoszenie jest na liście rezerwowej; gdy zwolni się miejsce, napiszemy.',
    confirmed: 'miejsce jest zarezerwowane.',
    promoted:
      'zwolniło się miejsce i przypadło na to zgłoszenie. Jeśli przyjazd nie jest możliwy, prosimy z niego zrezygnować.',
    declined: 'organizator nie mógł przyjąć tego zgłoszenia.',
    cancelled:
      'organizator wypisał to zgłoszenie z listy, więc miejsca już nie ma. Jeśli to pomyłka, prosimy napisać do organizatora.',
    changed: 'zmienił się termin albo miejsce wydarzenia. Aktualne dane są poniżej.',
    called_off: 'organizator odwołał wydarzenie. Przepraszamy.',
    reminder: 'przypominamy o wydarzeniu. Jeśli udział nie jest możliwy, prosimy oddać miejsce innej osobie.',
    thanks:
      'dziękujemy za udział. Pod odsyłaczem są materiały, krótka anonimowa ankieta i zaświadczenie, jeśli je wydano.',
    certificate: 'zaświadczenie o udziale jest gotowe. Można je pobrać pod odsyłaczem.',
  },
  links: {
    confirm: 'Potwierdzenie zgłoszenia:',
    requested: 'Zgłoszenie:',
    waiting: 'Zgłoszenie, można je też wycofać:',
    confirmed: 'Bilet z kodem na wejście, potrzeby i rezygnacja:',
    promoted: 'Bilet z kodem na wejście, potrzeby i rezygnacja:',
    declined: 'Zgłoszenie:',
    cancelled: 'Zgłoszenie:',
    changed: 'Bilet i rezygnacja:',
    called_off: 'Zgłoszenie:',
    reminder: 'Bilet z kodem na wejście i rezygnacja:',
    thanks: 'Materiały, ankieta, zaświadczenie:',
    certificate: 'Zaświadczenie do pobrania:',
  },
  ignore: 'Odsyłacz jest tylko dla Ciebie. Jeśli ten list to pomyłka, nic nie rób.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
