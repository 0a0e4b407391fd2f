/** An area to draw. Where groups of areas meet, the border is stronger. */
export interface MapUnit {
  readonly code: string;
  readonly name: string;
  readonly group: string;
}

export interface MapArea extends MapUnit {
  /** Path of an SVG, in whole units of the drawing. */
  readonly d: string;
  /** Where a name fits best, and how wide it may be. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Shapes made ready for SVG, without colours or values: the same for every reader, so made once and kept. */
export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly MapArea[];
  /** Outer borders and those between groups. */
  readonly borders: string;
  /** Where a place lies on the drawing; degrees in, units out. */
  place(lon: number, lat: number): readonly [x: number, y: number];
}

/** What the drawing shows: everything, one group, or one area with its neighbours. */
export type MapFocus = { readonly group: string } | { readonly code: string };
