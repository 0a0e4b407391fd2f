/** Our custom elements, for the typed views. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'splot-map': Record<string, unknown>;
      'splot-suggest': Record<string, unknown>;
      'splot-door': Record<string, unknown>;
      'splot-asked': Record<string, unknown>;
      'splot-files': Record<string, unknown>;
      'splot-here': Record<string, unknown>;
    }
  }
}

export {};
