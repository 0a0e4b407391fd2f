/** Our custom elements, for the typed views. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'splot-suggest': Record<string, unknown>;
    }
  }
}

export {};
