import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Partnerstwo',
  lead: 'Dla koordynatora partnerstwa, kierowników i pracowników instytucji członkowskich: od inicjatywy przez porozumienie i plan do ewaluacji. Na końcu widok województwa.',
  steps: [
    {
      title: 'Założyć partnerstwo i zaprosić instytucje',
      body: 'W „Partnerstwo” kliknij „Załóż partnerstwo”, podaj nazwę i powiat. Pod tytułem stoi zawsze następny krok i kto go robi. „Zaproś instytucje” wysyła zaproszenia; instytucja należy do partnerstwa dopiero wtedy, gdy sama je przyjmie. Jeśli nie ma w Splocie nikogo, kto może odpowiedzieć, zapisz to w „Zapisz odpowiedź, która przyszła na piśmie”. Co mówią dane o okolicy, pokazuje „Zobacz, co mówią dane o tym obszarze”.',
    },
    {
      title: 'Odpowiedzieć na zaproszenie',
      body: 'Zaproszenie stoi w „Partnerstwo” pod „Zaproszenia dla mojej instytucji”. „Zobacz zaproszenie” pokazuje, kto już jest i co to znaczy. Wybierz odpowiedź i kliknij „Wyślij odpowiedź”. Przyjęcie do niczego jeszcze nie zobowiązuje i nie otwiera danych osób. Potem przez „Wskaż osobę do kontaktu” podaj, do kogo mają pisać partnerzy.',
    },
    {
      title: 'Ułożyć porozumienie',
      body: 'W części „Porozumienie” kliknij „Zacznij szkic porozumienia”: powstaje z gotowych klauzul. Przy każdej klauzuli można wybrać „Popraw tekst” albo „Wstaw wariant”. Członkowie piszą przez „Wnieś uwagę” i „Zaproponuj inny tekst”, a odpowiada koordynator. „Zmień zakres danych” ustala, co najwyżej można udostępnić partnerowi. „Czego brakuje przed podpisaniem” wylicza resztę.',
    },
    {
      title: 'Podpisać i wprowadzić w życie',
      body: '„Otwórz do podpisu” zamyka tekst: zmiana będzie wymagała nowej wersji. Kierownik każdej instytucji wypełnia „Podpisz za swoją instytucję”; przy podpisie na papierze dołącza skan. Koordynator kończy przyciskiem „Wprowadź w życie”. Nowe sprawy można otwierać dopiero w partnerstwie, które działa; lista „Czego trzeba, żeby działać” mówi, czego brakuje. Zmianę zaczyna „Zacznij aneks”.',
    },
    {
      title: 'Napisać plan działania',
      body: 'W części „Plan działania” kliknij „Napisz plan”, potem „Dodaj cel”. Pod celem są „Dodaj wskaźnik” i „Dodaj zadanie”, niżej „Dodaj koszt”. Wskaźnik liczony ze spraw nikogo nie pokazuje. „Przyjmij plan” zamyka treść; zmiana to „Przygotuj nową wersję”. Po okresie planu wpisz ocenę i kliknij „Zakończ plan”.',
    },
    {
      title: 'Ustalić kryteria doboru i kolejkę',
      body: 'W części „Dobór i kolejka” koordynator wybiera „Napisz kryteria”: warunki, które trzeba spełnić, i podstawy pierwszeństwa. Po „Pokaż członkom” każda instytucja klika „Zgadzamy się”, a kryteria obowiązują, gdy zgodzą się wszyscy. Każdy członek może kliknąć „Dodaj usługę” i podać wolne miejsca. Osobę zapisuje się do kolejki w jej sprawie. Nikt nie dostaje punktów: liczą się podstawy, potem data.',
    },
    {
      title: 'Zaplanować spotkanie',
      body: 'W części „Spotkania” kliknij „Zaplanuj spotkanie”. Na liście zaproszonych są od razu osoby do kontaktu; pozostałych dodaje „Dodaj osoby z instytucji członkowskich”, a gości „Dodaj gościa z zewnątrz”. „Porządek obrad” podpowiada zadania i terminy, które czekają; każdy członek może kliknąć „Zaproponuj punkt”. Dokument dodany przez pomyłkę usuwa „Usuń dokument”, dopóki protokół nie jest podpisany. Zaproszenia wychodzą dopiero po naciśnięciu przycisku wysłania w części „Zaproszeni”.',
    },
    {
      title: 'Spisać protokół',
      body: 'Kliknij „Zacznij protokół”, zapisz obecność, a przy punktach ustalenia, decyzje i zadania. Nie wpisuj danych osób uczestniczących: mów o nich numerem sprawy. „Wyślij do uwag” pokazuje protokół obecnym; podpisany jest, gdy zgodzi się przewodniczący i każda obecna instytucja. Potem się nie zmienia, można tylko kliknąć „Dopisz sprostowanie”. Decyzje i zadania same trafiają do „Rejestr decyzji” i „Zadania”.',
    },
    {
      title: 'Samoocena według standardu',
      body: 'W części „Standard” koordynator klika „Zacznij samoocenę”. Każda instytucja odpowiada osobno i kończy przez „Oddaj arkusz”; potem odpowiedzi nie da się zmienić. Odpowiedzi innych widać, gdy oddadzą wszyscy albo koordynator wybierze „Zamknij zbieranie”. Wtedy „Uzgodnij wniosek”, w „Plan poprawy” dopisz zadania i „Zakończ samoocenę”.',
    },
    {
      title: 'Anonimowa ewaluacja',
      body: 'W części „Ewaluacja” kliknij „Zacznij ewaluację”. Partnerzy i pracownicy klikają „Odpowiedz anonimowo”, dla pozostałych są „Kody do rozdania”. Kody widać tylko raz: wydrukuj je od razu i nie zapisuj, kto który dostał. Po „Zakończ zbieranie” przejrzyj wypowiedzi, usuń z nich dane osób, dodaj wnioski i kliknij „Zapisz decyzję”. Wyniki małych grup są ukryte.',
    },
    {
      title: 'Zobaczyć współpracę i pokazać się w sieci',
      body: 'Część „Współpraca” pokazuje, kto z kim pracuje, i „Zdrowie partnerstwa”; widzą ją tylko partnerzy. Wizytówkę dla wszystkich pisze koordynator: w „Sieć partnerstw” pod „Twoje partnerstwa” wybierz „napisz wizytówkę”, potem „Zapisz i ogłoś w sieci”. Na wizytówce innego partnerstwa, które przyjmuje gości, jest „Umów wizytę”.',
    },
    {
      title: 'Widok województwa',
      body: 'Pracownik instytucji regionalnej otwiera „Województwo”: wszystkie partnerstwa, ich porozumienia, spotkania i terminowość. Małych liczb nie widać, a sumy podaje się wtedy jako przedział. Żadnej sprawy ani osoby tam nie ma. „Konkursy i nabory” ogłasza się przyciskiem „Nowy nabór”; partnerstwa odpowiadają „Zaznacz zainteresowanie”. Tabelę zapisuje „Pobierz tabelę (CSV)”.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
