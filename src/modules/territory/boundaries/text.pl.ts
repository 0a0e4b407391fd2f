import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  shape: (n: number) => `obiekt ${n}`,
  result: (shapes: number, size: number) => `Powiatów: ${shapes}, po uproszczeniu ${size} kB.`,
  problems: {
    json: 'To nie jest plik JSON. Zapisz granice jako GeoJSON albo TopoJSON.',
    kind: 'To nie jest zbiór obiektów GeoJSON ani TopoJSON. Zapisz warstwę powiatów PRG jako GeoJSON.',
    projected:
      'Współrzędne są w metrach, nie w stopniach. Przelicz je: ogr2ogr -t_srs EPSG:4326 -f GeoJSON powiaty.geojson PLIK.',
    swapped:
      'Szerokość i długość geograficzna są zamienione. W GeoJSON pierwsza jest długość: ogr2ogr -lco RFC7946=YES.',
    no_code:
      'Obiekt nie ma kodu powiatu. Kod czterocyfrowy stoi zwykle w polu JPT_KOD_JE, TERYT, kod albo code.',
    unknown: 'Takiego powiatu nie ma. Sprawdź, czy to plik powiatów, i wczytaj najpierw nowszy TERC.',
    twice: 'Ten powiat jest w pliku drugi raz. Połącz jego części w jeden obiekt (MultiPolygon).',
    shape: 'Obiekt nie jest wielokątem (Polygon albo MultiPolygon). Usuń go albo popraw.',
    ring: 'Linia granicy nie jest zamknięta albo ma mniej niż cztery punkty. Popraw geometrię (ogr2ogr -makevalid).',
    outside: 'Granica wychodzi poza Polskę. Sprawdź układ współrzędnych; potrzebny jest WGS 84 (EPSG:4326).',
    missing: 'Tego powiatu nie ma w pliku. Potrzebne są wszystkie.',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
