/**
 * What is written, as its readers would see it: when the draft was saved by itself, the part marked `data-preview` is
 * fetched again from its address. Without the script a link leads there.
 */
export function watchPreview(): void {
  const part = document.querySelector<HTMLElement>('[data-preview]');
  const address = part?.dataset.preview;
  if (!part || !address) return;
  let running: AbortController | null = null;
  document.addEventListener('draftsaved', async () => {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const response = await fetch(address, { signal, headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = response.ok && !response.redirected ? page.getElementById(part.id) : null;
      if (fresh) part.replaceChildren(...fresh.childNodes);
    } catch {
      // The network may be gone, or more was typed meanwhile; the next saving asks again.
    }
  });
}
