/**
 * The mark: three threads plaited over and under into one band. The curves are three sines a third of a turn apart,
 * cut where a thread passes below another, so that the mark needs no background colour of its own.
 */
const SPRUCE =
  'M2.4 4.66C3.72 4.24 5.03 4.34 6.35 4.93C7.67 5.53 8.98 6.61 10.3 7.98C11.62 9.36 12.93 11 14.25 12.61M19.75 18.26C21.07 19.18 22.38 19.65 23.7 19.6C25.02 19.54 26.33 18.95 27.65 17.95C28.97 16.94 30.28 15.52 31.6 13.96';
const BLUE =
  'M2.4 17.37C3.29 16.59 4.19 15.64 5.08 14.61C5.98 13.58 6.87 12.47 7.77 11.38M13.27 5.73C14.82 4.66 16.37 4.2 17.92 4.49C19.47 4.77 21.03 5.79 22.58 7.28C24.13 8.77 25.68 10.72 27.23 12.62';
const RUST =
  'M6.77 18.26C8.32 19.34 9.88 19.8 11.43 19.52C12.98 19.23 14.54 18.21 16.09 16.72C17.64 15.22 19.2 13.27 20.75 11.37M26.25 5.73C27.14 5.11 28.03 4.69 28.92 4.51C29.82 4.32 30.71 4.38 31.6 4.66';

export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 34 24" fill="none" stroke-width="3.6" focusable="false" aria-hidden="true">
      <path d={SPRUCE} stroke="var(--thread-op)" />
      <path d={BLUE} stroke="var(--thread-up)" />
      <path d={RUST} stroke="var(--thread-ng)" />
    </svg>
  );
}

/** The favicon: the same three threads, lighter when the browser is dark. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -5 34 34" fill="none" stroke-width="4"><style>.a{stroke:#1b6b57}.b{stroke:#2c4d9e}.c{stroke:#b5641f}@media(prefers-color-scheme:dark){.a{stroke:#5cc4a6}.b{stroke:#8fadf5}.c{stroke:#e8a261}}</style><path class="a" d="${SPRUCE}"/><path class="b" d="${BLUE}"/><path class="c" d="${RUST}"/></svg>`;
