// The few functions used of packages that bring no types.
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
