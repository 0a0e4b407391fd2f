/**
 * A page that waits for work elsewhere: the part marked `data-poll` (seconds) is fetched again until it is gone from
 * the page, then the whole page is opened anew. Without the script a link beside it does the same.
 */
export function watchPoll(): void {
  const part = document.querySelector<HTMLElement>('[data-poll]');
  const seconds = Number(part?.dataset.poll);
  if (!part || !seconds) return;
  const timer = window.setInterval(async () => {
    if (document.hidden) return;
    const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
    // The network may be gone for a moment; the next turn asks again.
    if (!response) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = response.ok && !response.redirected ? page.querySelector('[data-poll]') : null;
    if (fresh) part.replaceChildren(...fresh.childNodes);
    else {
      clearInterval(timer);
      location.reload();
    }
  }, seconds * 1000);
}
