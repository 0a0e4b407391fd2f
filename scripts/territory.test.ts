import { readFileSync } from 'node:fs';
import { type GeoPermissibleObjects, geoArea, geoContains } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { countyCodeExceptions, retiredCountyCodes } from './territory/county-codes.ts';
import { readTerritory, territoryFile } from './territory/files.ts';

const voivodeships = readTerritory<'code' | 'name'>('voivodeships.csv');
const counties = readTerritory<'code' | 'name' | 'voivodeshipCode' | 'kind'>('counties.csv');
const gminas = readTerritory<'key' | 'name' | 'countyCode' | 'kind' | 'terc'>('gminas.csv');
const localities = readTerritory<'name' | 'gminaKey' | 'countyCode' | 'kind' | 'lat' | 'lon'>(
  'localities.csv.gz',
);
const map: Topology = JSON.parse(readFileSync(territoryFile('counties.topo.json'), 'utf8'));
const shapes = map.objects.counties as GeometryCollection;

const count = (values: Iterable<string>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

/**
 * All codes, written down by hand unit by unit from knowledge of the register and not computed: counties in the order
 * of their numbers, after "|" the cities from 61. "–" is a number no unit bears. The rule is held against this list.
 */
const register: Record<string, string> = {
  '02': `bolesławiecki dzierżoniowski głogowski górowski jaworski karkonoski kamiennogórski kłodzki legnicki lubański
    lubiński lwówecki milicki oleśnicki oławski polkowicki strzeliński średzki świdnicki trzebnicki wałbrzyski
    wołowski wrocławski ząbkowicki zgorzelecki złotoryjski | Jelenia_Góra Legnica – Wrocław Wałbrzych`,
  '04': `aleksandrowski brodnicki bydgoski chełmiński golubsko-dobrzyński grudziądzki inowrocławski lipnowski
    mogileński nakielski radziejowski rypiński sępoleński świecki toruński tucholski wąbrzeski włocławski żniński
    | Bydgoszcz Grudziądz Toruń Włocławek`,
  '06': `bialski biłgorajski chełmski hrubieszowski janowski krasnostawski kraśnicki lubartowski lubelski łęczyński
    łukowski opolski parczewski puławski radzyński rycki świdnicki tomaszowski włodawski zamojski
    | Biała_Podlaska Chełm Lublin Zamość`,
  '08': `gorzowski krośnieński międzyrzecki nowosolski słubicki strzelecko-drezdenecki sulęciński świebodziński
    zielonogórski żagański żarski wschowski | Gorzów_Wielkopolski Zielona_Góra`,
  '10': `bełchatowski kutnowski łaski łęczycki łowicki łódzki_wschodni opoczyński pabianicki pajęczański piotrkowski
    poddębicki radomszczański rawski sieradzki skierniewicki tomaszowski wieluński wieruszowski zduńskowolski zgierski
    brzeziński | Łódź Piotrków_Trybunalski Skierniewice`,
  '12': `bocheński brzeski chrzanowski dąbrowski gorlicki krakowski limanowski miechowski myślenicki nowosądecki
    nowotarski olkuski oświęcimski proszowicki suski tarnowski tatrzański wadowicki wielicki
    | Kraków Nowy_Sącz Tarnów`,
  '14': `białobrzeski ciechanowski garwoliński gostyniński grodziski grójecki kozienicki legionowski lipski łosicki
    makowski miński mławski nowodworski ostrołęcki ostrowski otwocki piaseczyński płocki płoński pruszkowski
    przasnyski przysuski pułtuski radomski siedlecki sierpecki sochaczewski sokołowski szydłowiecki –
    warszawski_zachodni węgrowski wołomiński wyszkowski zwoleński żuromiński żyrardowski
    | Ostrołęka Płock Radom Siedlce Warszawa`,
  '16': `brzeski głubczycki kędzierzyńsko-kozielski kluczborski krapkowicki namysłowski nyski oleski opolski
    prudnicki strzelecki | Opole`,
  '18': `bieszczadzki brzozowski dębicki jarosławski jasielski kolbuszowski krośnieński leżajski lubaczowski łańcucki
    mielecki niżański przemyski przeworski ropczycko-sędziszowski rzeszowski sanocki stalowowolski strzyżowski
    tarnobrzeski leski | Krosno Przemyśl Rzeszów Tarnobrzeg`,
  '20': `augustowski białostocki bielski grajewski hajnowski kolneński łomżyński moniecki sejneński siemiatycki
    sokólski suwalski wysokomazowiecki zambrowski | Białystok Łomża Suwałki`,
  '22': `bytowski chojnicki człuchowski gdański kartuski kościerski kwidzyński lęborski malborski nowodworski pucki
    słupski starogardzki tczewski wejherowski sztumski | Gdańsk Gdynia Słupsk Sopot`,
  '24': `będziński bielski cieszyński częstochowski gliwicki kłobucki lubliniecki mikołowski myszkowski pszczyński
    raciborski rybnicki tarnogórski bieruńsko-lędziński wodzisławski zawierciański żywiecki
    | Bielsko-Biała Bytom Chorzów Częstochowa Dąbrowa_Górnicza Gliwice Jastrzębie-Zdrój Jaworzno Katowice Mysłowice
    Piekary_Śląskie Ruda_Śląska Rybnik Siemianowice_Śląskie Sosnowiec Świętochłowice Tychy Zabrze Żory`,
  '26': `buski jędrzejowski kazimierski kielecki konecki opatowski ostrowiecki pińczowski sandomierski skarżyski
    starachowicki staszowski włoszczowski | Kielce`,
  '28': `bartoszycki braniewski działdowski elbląski ełcki giżycki iławski kętrzyński lidzbarski mrągowski nidzicki
    nowomiejski olecki olsztyński ostródzki piski szczycieński gołdapski węgorzewski | Elbląg Olsztyn`,
  '30': `chodzieski czarnkowsko-trzcianecki gnieźnieński gostyński grodziski jarociński kaliski kępiński kolski
    koniński kościański krotoszyński leszczyński międzychodzki nowotomyski obornicki ostrowski ostrzeszowski pilski
    pleszewski poznański rawicki słupecki szamotulski średzki śremski turecki wągrowiecki wolsztyński wrzesiński
    złotowski | Kalisz Konin Leszno Poznań`,
  '32': `białogardzki choszczeński drawski goleniowski gryficki gryfiński kamieński kołobrzeski koszaliński
    myśliborski policki pyrzycki sławieński stargardzki szczecinecki świdwiński wałecki łobeski
    | Koszalin Szczecin Świnoujście`,
};

const written = Object.entries(register).flatMap(([voivodeship, text]) =>
  text.split('|').flatMap((part, i) =>
    part
      .trim()
      .split(/\s+/)
      .map((word, n) => [
        voivodeship + String(n + (i === 0 ? 1 : 61)).padStart(2, '0'),
        word.replaceAll('_', ' '),
      ])
      .filter(([, name]) => name !== '–'),
  ),
);

describe('units', () => {
  test('there are as many as the register says', () => {
    expect(voivodeships).toHaveLength(16);
    expect(count(counties.map((county) => county.kind))).toEqual({ county: 314, city: 66 });
    expect(gminas).toHaveLength(2479);
    // 1 January 2025: 302, 718 and 1459; six villages became towns a year later.
    expect(count(gminas.map((gmina) => gmina.kind))).toEqual({ urban: 302, 'urban-rural': 724, rural: 1453 });
    expect(localities).toHaveLength(43_989);
  });

  test('codes and keys are unique and well formed', () => {
    expect(new Set(counties.map((county) => county.code)).size).toBe(380);
    expect(new Set(gminas.map((gmina) => gmina.key)).size).toBe(2479);
    const tercs = gminas.map((gmina) => gmina.terc).filter(Boolean);
    expect(new Set(tercs).size).toBe(tercs.length);
    for (const gmina of gminas) {
      expect(gmina.key).toMatch(/^\d{4}(-[a-z0-9]+)+$/);
      expect(gmina.key.slice(0, 4)).toBe(gmina.countyCode);
      if (gmina.terc) expect(gmina.terc).toMatch(new RegExp(`^${gmina.countyCode}\\d\\d[123]$`));
    }
  });

  test('every county code is the one of the register', () => {
    expect(written).toHaveLength(380);
    expect(counties.map((county) => [county.code, county.name])).toEqual(written.sort());
    for (const county of counties) expect(county.code.slice(0, 2)).toBe(county.voivodeshipCode);
  });

  test('the departures from the alphabet are kept', () => {
    const names = new Map(counties.map((county) => [county.code, county.name]));
    for (const { code, name } of countyCodeExceptions) expect(names.get(code)).toBe(name);
    for (const { code } of retiredCountyCodes) expect(names.has(code)).toBe(false);
  });
});

test('every locality stands in a gmina of its county, every gmina has a locality', () => {
  const byKey = new Map(gminas.map((gmina) => [gmina.key, gmina]));
  expect(localities.filter((each) => byKey.get(each.gminaKey)?.countyCode !== each.countyCode)).toEqual([]);
  expect(new Set(localities.map((each) => each.gminaKey)).size).toBe(2479);
  const abroad = localities.filter(
    (each) => !(+each.lat > 48.9 && +each.lat < 54.9 && +each.lon > 14.1 && +each.lon < 24.2),
  );
  expect(abroad).toEqual([]);
});

test('the demonstration county has its thirteen gminas', () => {
  const limanowski = gminas.filter((gmina) => gmina.countyCode === '1207');
  expect(limanowski).toHaveLength(13);
  expect(limanowski.find((gmina) => gmina.key === '1207-limanowa-m')).toMatchObject({
    kind: 'urban',
    terc: '1207011',
  });
  expect(gminas.find((gmina) => gmina.key === '1465-warszawa')?.terc).toBe('1465011');
});

describe('map', () => {
  const collection = feature(map, shapes);

  test('every county has a shape, and only counties have', () => {
    expect(collection.features.map((each) => each.id)).toEqual(counties.map((county) => county.code));
    for (const { id, geometry } of collection.features) {
      // A ring wound the wrong way would cover the rest of the Earth.
      const squareKm = geoArea(geometry as GeoPermissibleObjects) * 6371 ** 2;
      expect(squareKm, String(id)).toBeGreaterThan(15);
      expect(squareKm, String(id)).toBeLessThan(4000);
    }
  });

  test('the counties of a voivodeship merge to one piece, all to the area of Poland', () => {
    const area = voivodeships.map(({ code }) => {
      const own = shapes.geometries.filter((each) => String(each.id).startsWith(code)) as MultiPolygon[];
      const whole = merge(map, own);
      expect(whole.coordinates, code).toHaveLength(1);
      return geoArea(whole) * 6371 ** 2;
    });
    expect(area.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(310_000);
    expect(area.reduce((sum, each) => sum + each, 0)).toBeLessThan(314_000);
  });

  test('places lie in the shape of their county', () => {
    const shape = new Map(collection.features.map((each) => [each.id, each]));
    const sample = localities.filter((_, i) => i % 40 === 0);
    const inside = sample.filter((each) => {
      const county = shape.get(each.countyCode);
      return county && geoContains(county, [Number(each.lon), Number(each.lat)]);
    });
    expect(inside.length / sample.length).toBeGreaterThan(0.97);
  });
});
