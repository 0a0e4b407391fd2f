// The few functions used of packages that bring no types; devDependencies of the map script only.
declare module 'd3-delaunay' {
  export class Delaunay {
    constructor(flatPoints: Float64Array);
    readonly halfedges: Int32Array;
    readonly triangles: Uint32Array;
    /** Indexes of the points whose cells touch the cell of point i. */
    neighbors(i: number): Iterable<number>;
    voronoi(bounds?: [number, number, number, number]): { readonly circumcenters: Float64Array };
  }
}
declare module 'topojson-server' {
  import type { Topology } from 'topojson-specification';
  export function topology(objects: Record<string, GeoJSON.GeoJsonObject>, quantization?: number): Topology;
}
declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-specification';
  export function presimplify(topology: Topology): Topology;
  export function simplify(topology: Topology, minWeight: number): Topology;
  export function quantile(topology: Topology, p: number): number;
}
