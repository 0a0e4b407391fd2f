/** Filters as you type: fetches the same page and swaps the region named in `data-live`. The address follows. */

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
    const region = document.querySelector(selector);
    if (!region) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') query.append(name, value);
    const url = `${form.getAttribute('action') ?? location.pathname}?${query}`;
    region.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(url, { signal: running.signal, headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = response.ok && !response.redirected ? page.querySelector(selector) : null;
      // A sign-in page or an error is for the whole window.
      if (!fresh) return void form.requestSubmit();
      region.replaceChildren(...fresh.childNodes);
      region.removeAttribute('aria-busy');
      history.replaceState(null, '', url);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        region.removeAttribute('aria-busy');
    }
  };
  form.addEventListener('input', (event) => {
    clearTimeout(timer);
    const typing = event.target instanceof HTMLInputElement && ['text', 'search'].includes(event.target.type);
    timer = window.setTimeout(() => void update(), typing ? QUIET_MS : 0);
  });
}
