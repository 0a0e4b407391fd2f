/** Filters as you type: fetches the same page and swaps what `data-live` selects, one for one. The address follows. */

const QUIET_MS = 250;

export function watchLive(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) watch(form);
}

function watch(form: HTMLFormElement): void {
  let timer = 0;
  let running: AbortController | null = null;
  const update = async () => {
    running?.abort();
    running = new AbortController();
    const selector = form.dataset.live ?? '';
    const regions = [...document.querySelectorAll(selector)];
    if (regions.length === 0) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') query.append(name, value);
    const url = `${form.getAttribute('action') ?? location.pathname}?${query}`;
    for (const region of regions) region.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(url, { signal: running.signal, headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = response.ok && !response.redirected ? [...page.querySelectorAll(selector)] : [];
      // A sign-in page or an error is for the whole window.
      if (fresh.length !== regions.length) return void form.requestSubmit();
      for (const [i, region] of regions.entries()) {
        region.replaceChildren(...(fresh[i]?.childNodes ?? []));
        region.removeAttribute('aria-busy');
      }
      history.replaceState(null, '', url);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        for (const region of regions) region.removeAttribute('aria-busy');
    }
  };
  form.addEventListener('input', (event) => {
    clearTimeout(timer);
    const typing = event.target instanceof HTMLInputElement && ['text', 'search'].includes(event.target.type);
    timer = window.setTimeout(() => void update(), typing ? QUIET_MS : 0);
  });
}
