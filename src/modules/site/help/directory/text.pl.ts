import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Baza podmiotów i zamówienia',
  lead: 'Jak znaleźć, kto to zrobi w okolicy, zapytać kilku naraz, kupić z klauzulą społeczną i prowadzić własny wpis. Na końcu praca redakcji bazy.',
  steps: [
    {
      title: 'Znaleźć, kto to zrobi w pobliżu',
      body: 'W „Baza podmiotów” wpisz, czego szukasz, i gdzie: miejscowość, powiat albo województwo. „W promieniu” ustawia odległość, a „Pokaż tylko” zawęża, na przykład do „może brać zamówienia zastrzeżone”. Gdy nic nie pasuje, „Co poluzować” podpowiada, z czego zrezygnować. Konto nie jest potrzebne.',
    },
    {
      title: 'Dostawać wiadomości o nowych',
      body: 'Pod wynikami kliknij „Powiadamiaj e-mailem o nowych”, podaj adres i jak często, i kliknij „Powiadamiaj mnie”. Listy ruszają dopiero po potwierdzeniu adresu. W każdym jest odsyłacz, który je wyłącza i usuwa adres.',
    },
    {
      title: 'Zapytać kilku naraz',
      body: 'Na stronie podmiotu kliknij „Wyślij zapytanie” albo użyj przycisku pod wynikami wyszukiwania. Opisz potrzebę bez danych osób i kliknij „Dalej: do kogo wysłać”. Zaznacz podmioty i wyślij. Bez konta zapytanie wychodzi dopiero po potwierdzeniu adresu z listu. Dane kontaktowe widzą tylko wybrane podmioty.',
    },
    {
      title: 'Porównać oferty i zakończyć',
      body: '„Porównanie ofert” pokazuje ceny obok siebie; sprawdź, czy to kwoty brutto. Na pytania odpowiadasz wszystkim naraz i nie widać, kto pytał. „Zakończ zapytanie” wysyła list do wszystkich, także do niewybranych. Bez konta zachowaj odsyłacz z listu: otwiera tę stronę. Z kontem zapytania instytucji są w „Zapytania”.',
    },
    {
      title: 'Odpowiedzieć na zapytanie',
      body: 'Kto prowadzi wpis podmiotu, otwiera „Zapytania otrzymane”. Wpisz cenę i warunki i kliknij „Wyślij ofertę”; do dnia terminu można ją poprawić. Gdy się nie da, w „Nie tym razem” wybierz powód i kliknij „Odmów”. Pytanie wysłane przez „Zapytaj pytającego” i odpowiedź przeczytają wszyscy zapytani. Niechcianego nadawcę zatrzymuje się w „To niechciana wiadomość?”.',
    },
    {
      title: 'Kupić z klauzulą społeczną',
      body: 'Otwórz „Asystent zamówień społecznych”, odpowiedz na kilka pytań i kliknij „Pokaż, co można zastosować”. Przy każdym instrumencie są warunki, dowody, pułapki i „Zapis na początek”. To punkt wyjścia: całość sprawdza prawnik zamawiającego. Co jest oznaczone „do potwierdzenia”, trzeba sprawdzić przed użyciem. Użytą klauzulę dopisuje się do „Rejestr klauzul społecznych”; wpis jest publiczny.',
    },
    {
      title: 'Przejąć wpis swojego podmiotu',
      body: 'Na stronie podmiotu kliknij „To Twój podmiot? Przejmij wpis”. Robi to osoba zarządzająca instytucją. Jeśli numery się zgadzają, wystarczy „Przejmij wpis teraz”; w innym razie „Wyślij kod” na adres z wpisu albo dokument przez „Wyślij do redakcji”. Bez konta napisz przez „Poproś o dostęp”. „Zrezygnuj z prowadzenia wpisu” oddaje wpis; zostaje w bazie.',
    },
    {
      title: 'Poprawić wpis i podać wolne miejsca',
      body: 'Pod wynikami wyszukiwania kliknij „nasze wpisy” i otwórz wpis. „Zmień dane” pyta, co się zmieniło: kontakt, miejsca, ofertę, wsparcie, zdjęcia. Kontakt to stanowisko albo dział, bez nazwisk. „Podaj wolne miejsca” zapisuje stan na dziś. Każda zmiana zostaje w „Historia zmian” i czyta ją każdy.',
    },
    {
      title: 'Potwierdzić, że wpis jest aktualny',
      body: 'Na stronie wpisu kliknij „Dane są aktualne”: jedno kliknięcie potwierdza wszystko na dziś. Gdy potwierdzenie się zestarzeje, przychodzi list; „Wszystko się zgadza” działa w nim bez konta. „To już nie my” zatrzymuje listy na ten adres. Niepotwierdzony wpis zostaje w bazie, ale czytelnicy to widzą.',
    },
    {
      title: 'Zgłosić błąd w cudzym wpisie',
      body: 'Na stronie podmiotu kliknij „Zgłoś błąd w danych”, wybierz, co się nie zgadza, i napisz, skąd to wiesz. Redakcja sprawdza zgłoszenie, a zmiana pojawia się w historii wpisu. Adres e-mail służy tylko do odpowiedzi.',
    },
    {
      title: 'Rozstrzygnąć zgłoszenia i wczytać wykaz (redakcja bazy)',
      body: '„Redakcja bazy” otwiera poprawki, zgłoszenia i przejęcia, najstarsze na górze; kliknij „Przyjmij” albo „Odrzuć” z powodem. Stamtąd „Import wykazów i rejestrów” prowadzi do wczytania pliku: wybierz źródło i plik i kliknij „Sprawdź plik”: najpierw widać, co by się zmieniło. Wątpliwe wiersze rozstrzyga „Czy to ten sam podmiot?”. „Zapisz w bazie” zapisuje wszystkie dobre wiersze albo żadnego.',
    },
    {
      title: 'Pobrać całą bazę',
      body: '„Otwarte dane” dają całą bazę jako pliki, bez klucza i bez opłat. Podaj źródło i dzień pobrania. Kontakty są służbowe i nie wolno ich używać do niezamówionych reklam. Tam jest też „Kod do wklejenia”: wyszukiwarka na stronę gminy albo organizacji.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
