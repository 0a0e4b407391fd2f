import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  title: 'Mapa strony',
  lead: 'Wszystko, co jest tu dla każdego, według działów.',
  mine: 'Moja praca',
  help: 'Pomoc, baza, zamówienia i partnerstwa',
  helpLinks: {
    '/': 'Strona główna',
    '/advice': 'Pytanie do doradcy',
    '/directory': 'Baza podmiotów i wsparcia',
    '/directory/statistics': 'Statystyki',
    '/procurement/assistant': 'Zamówienia społeczne: asystent',
    '/procurement/register': 'Rejestr klauzul społecznych',
    '/enquiries/new': 'Zapytanie o ofertę',
    '/network': 'Sieć partnerstw',
    '/network/calls': 'Konkursy i nabory',
    '/network/announcements': 'Ogłoszenia',
    '/territory': 'Podział terytorialny',
    '/data': 'Otwarte dane',
  },
  themes: 'Wiedza według tematów',
  knowledge: 'Cała wiedza, z wyszukiwarką',
  consultations: 'Konsultacje tekstów',
  all: 'Wszystkie w tym dziale',
  events: 'Najbliższe wydarzenia',
  feeds: 'Kanały i interfejsy',
  feedLinks: {
    '/knowledge/feed.atom': 'Wiedza: Atom',
    '/knowledge/feed.rss': 'Wiedza: RSS',
    '/knowledge/feed.json': 'Wiedza: JSON Feed',
    '/events/feeds/atom.xml': 'Wydarzenia: Atom',
    '/events/feeds/calendar.ics': 'Wydarzenia: kalendarz (iCalendar)',
    '/directory/atom.xml': 'Zmiany w bazie podmiotów: Atom',
    '/hsds': 'Baza podmiotów: HSDS 3.1',
    '/oai?verb=Identify': 'Biblioteka: OAI-PMH',
    '/sitemap.xml': 'Mapa dla wyszukiwarek',
  },
  about: 'O stronie',
  aboutLinks: {
    '/help': 'Pomoc',
    '/contact': 'Kontakt',
    '/newsletter': 'Newsletter',
    '/accessibility': 'Deklaracja dostępności',
    '/privacy': 'Prywatność',
    '/legal': 'Nota prawna',
    '/report': 'Zgłoś problem',
    '/sign-in': 'Logowanie',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
