import type { Text } from './text.pl.ts';

export const en: Text = {
  shape: (n) => `shape ${n}`,
  result: (shapes, size) => `Counties: ${shapes}, ${size} kB once simplified.`,
  problems: {
    json: 'This is not a JSON file. Save the boundaries as GeoJSON or TopoJSON.',
    kind: 'This is neither a GeoJSON nor a TopoJSON collection. Save the layer of counties of PRG as GeoJSON.',
    projected:
      'Coordinates are metres, not degrees. Convert them: ogr2ogr -t_srs EPSG:4326 -f GeoJSON powiaty.geojson FILE.',
    swapped:
      'Latitude and longitude are exchanged. GeoJSON has the longitude first: ogr2ogr -lco RFC7946=YES.',
    no_code: 'The shape has no county code. The four digits usually stand in JPT_KOD_JE, TERYT, kod or code.',
    unknown: 'There is no such county. Check that the file holds counties, and import a newer TERC first.',
    twice: 'This county stands in the file a second time. Join its parts in one shape (MultiPolygon).',
    shape: 'The shape is no Polygon and no MultiPolygon. Remove or correct it.',
    ring: 'A boundary is not closed or has fewer than four points. Repair the geometry (ogr2ogr -makevalid).',
    outside: 'The boundary leaves Poland. Check the coordinate system; WGS 84 (EPSG:4326) is needed.',
    missing: 'The file lacks this county. All are needed.',
  },
};
