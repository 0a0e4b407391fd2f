/**
 * Says that this page is open and whether somebody writes on it, and shows who else is there, so that two do not answer
 * the same. Leaving the page is said too.
 */
const EVERY_MS = 20_000;

interface Answer {
  readonly here: readonly { readonly name: string; readonly writes: boolean }[];
  readonly version: number;
}

export class SplotHere extends HTMLElement {
  private timer = 0;
  private writes = false;

  connectedCallback(): void {
    document.addEventListener('input', (event) => {
      if (this.writes || !(event.target instanceof HTMLTextAreaElement)) return;
      if (!event.target.closest('[data-autosave]')) return;
      this.writes = true;
      void this.say();
    });
    window.addEventListener('pagehide', () => {
      navigator.sendBeacon(this.url, new URLSearchParams({ leaves: 'yes' }));
    });
    this.timer = window.setInterval(() => void this.say(), EVERY_MS);
    void this.say();
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  private get url(): string {
    return this.getAttribute('action') ?? '';
  }

  private async say(): Promise<void> {
    if (document.hidden) return;
    const body = new URLSearchParams(this.writes ? { writes: 'yes' } : {});
    const response = await fetch(this.url, { method: 'POST', body }).catch(() => null);
    if (!response?.ok) return;
    const { here, version } = (await response.json()) as Answer;
    const names = (writes: boolean) =>
      here
        .filter((one) => one.writes === writes)
        .map(({ name }) => name)
        .join(', ');
    const lines = [
      names(true) && (this.dataset.writes ?? '').replace('{names}', names(true)),
      names(false) && (this.dataset.looks ?? '').replace('{names}', names(false)),
      version !== Number(this.dataset.version) && (this.dataset.changed ?? ''),
    ].filter((line): line is string => Boolean(line));
    // The same words are not read out again and again.
    if (this.textContent?.trim() === lines.join('')) return;
    this.replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })),
    );
  }
}
