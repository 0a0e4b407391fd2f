/**
 * Given names common in Poland, as they stand on a birth certificate, and diminutives people write with. Our own choice
 * of the most frequent from the list of given names in the PESEL register (dane.gov.pl, «Lista imion występujących w
 * rejestrze PESEL»), and names frequent among Ukrainian citizens in Poland.
 */
const FEMALE =
  'Ada Adela Adrianna Agata Agnieszka Aldona Aleksandra Alicja Alina Alfreda Amelia Anastazja Andżelika Aneta Angelika Aniela Anita Anna Antonina ' +
  'Apolonia Barbara Beata Bernadeta Blanka Bogna Bogumiła Bogusława Bożena Bronisława Cecylia Celina Czesława Dagmara Danuta Daria Diana Dominika ' +
  'Dorota Edyta Eleonora Eliza Elwira Elżbieta Emilia Eugenia Ewa Ewelina Felicja Franciszka Gabriela Genowefa Gertruda Grażyna Halina Hanna Helena ' +
  'Henryka Honorata Iga Ilona Inga Irena Iwona Iza Izabela Jadwiga Jagoda Janina Joanna Jolanta Józefa Judyta Julia Julianna Justyna Kaja Kalina Kamila ' +
  'Karina Karolina Katarzyna Kazimiera Kinga Klaudia Kornelia Krystyna Laura Lena Leokadia Lidia Liliana Lucyna Ludwika Łucja Magda Magdalena Maja ' +
  'Malwina Małgorzata Maria Marianna Mariola Marlena Marta Martyna Maryla Marzanna Marzena Matylda Melania Michalina Milena Mirosława Monika Nadia ' +
  'Natalia Nela Nikola Nina Oktawia Ola Olga Oliwia Otylia Patrycja Paula Paulina Pelagia Pola Regina Renata Roksana Róża Rozalia Sabina Sandra Sara ' +
  'Stanisława Stefania Stella Sylwia Tamara Teresa Urszula Wanda Weronika Wiesława Wiktoria Wioletta Władysława Zofia Zuzanna Zyta Żaneta ' +
  'Asia Basia Gosia Kasia Zosia Ania Hania Jadzia Krysia Marysia Agusia Stasia Ela Ula Iwonka Anka Zośka Kaśka ' +
  'Oksana Iryna Svitlana Switłana Olena Tetiana Natalija Ludmiła Kateryna Julija Halyna Nadija Wira Swietłana Larysa Oleksandra Marija Ołena';
const MALE =
  'Adam Adrian Albert Aleksander Aleksy Alfred Alojzy Andrzej Antoni Ariel Arkadiusz Artur August Bartłomiej Bartosz Bazyli Benedykt Beniamin Bernard ' +
  'Błażej Bogdan Bogumił Bogusław Bolesław Borys Bronisław Bruno Cezary Cyprian Czesław Damian Daniel Dariusz Dawid Dionizy Dominik Edmund Edward Emil ' +
  'Eryk Eugeniusz Fabian Feliks Ferdynand Filip Franciszek Fryderyk Gabriel Gerard Gracjan Grzegorz Gustaw Henryk Hieronim Hubert Ignacy Igor Ireneusz ' +
  'Iwo Jacek Jakub Jan Janusz Jarosław Jeremi Jerzy Joachim Józef Julian Juliusz Kacper Kajetan Kamil Karol Kazimierz Klemens Konrad Konstanty Kornel ' +
  'Krystian Krzysztof Ksawery Lech Leon Leonard Leopold Lesław Leszek Lucjan Ludwik Łukasz Maciej Maksymilian Maksym Marcel Marceli Marcin Marek Marian ' +
  'Mariusz Mateusz Maurycy Michał Mieczysław Mikołaj Miłosz Mirosław Nataniel Nikodem Norbert Olaf Olgierd Oliwier Oskar Patryk Paweł Piotr Przemysław ' +
  'Radosław Rafał Remigiusz Robert Roman Rudolf Ryszard Sebastian Seweryn Sławomir Stanisław Stefan Sylwester Szczepan Szymon Tadeusz Teodor Tobiasz ' +
  'Tomasz Tymon Tymoteusz Tytus Wacław Waldemar Walenty Wawrzyniec Wiesław Wiktor Wincenty Witold Władysław Włodzimierz Wojciech Zbigniew Zdzisław ' +
  'Zenon Zygmunt Bartek Tomek Jurek Krzysiek Staszek Wojtek Janek Marcinek Przemek Grzesiek Antek Romek Zbyszek Sławek Jarek Darek Mietek Kuba ' +
  'Ołeksandr Oleksandr Serhij Wołodymyr Wolodymyr Andrij Mykoła Wasyl Iwan Jurij Dmytro Ihor Bohdan Taras Pawło Petro Mychajło Maksim Rusłan';

export const FEMALE_NAMES: readonly string[] = FEMALE.split(' ');
export const MALE_NAMES: readonly string[] = MALE.split(' ');
