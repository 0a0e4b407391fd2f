/**
 * Saves what is being typed as a draft: the whole form to the address in `data-autosave`, a moment after the last key.
 * Without a network the text waits in this tab (sessionStorage, gone when the tab closes: it may be about a person)
 * and is sent when the network returns.
 */
import { markSaved } from './forms.ts';

const QUIET_MS = 1500;
const RETRY_MS = 15_000;

class Draft {
  private timer = 0;
  private readonly form: HTMLFormElement;
  private readonly url: string;

  constructor(form: HTMLFormElement, url: string) {
    this.form = form;
    this.url = url;
    form.addEventListener('input', () => this.later(QUIET_MS));
    form.addEventListener('submit', () => {
      clearTimeout(this.timer);
      sessionStorage.removeItem(this.key);
    });
    window.addEventListener('online', () => this.pending && this.later(0));
    this.restore();
  }

  private get key(): string {
    return `draft:${this.url}`;
  }

  private get pending(): boolean {
    return sessionStorage.getItem(this.key) !== null;
  }

  private later(wait: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), wait);
  }

  private values(): URLSearchParams {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(this.form))
      if (typeof value === 'string') values.append(name, value);
    return values;
  }

  private async save(): Promise<void> {
    const body = this.values();
    this.say('saving');
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      });
      if (!response.ok) throw new Error(String(response.status));
      sessionStorage.removeItem(this.key);
      // From now on a reload opens what is saved, not an empty form.
      const address = response.headers.get('content-location');
      if (address) history.replaceState(history.state, '', address);
      markSaved(this.form);
      this.form.dispatchEvent(new Event('draftsaved', { bubbles: true }));
      this.say('savedAt');
    } catch {
      sessionStorage.setItem(this.key, body.toString());
      this.say('offline');
      this.later(RETRY_MS);
    }
  }

  /** After a reload without network: puts back the text that did not reach the server. */
  private restore(): void {
    const kept = sessionStorage.getItem(this.key);
    if (!kept) return;
    for (const [name, value] of new URLSearchParams(kept)) {
      const field = this.form.elements.namedItem(name);
      const text =
        field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
      if (text && !name.startsWith('_')) field.value = value;
    }
    this.later(0);
  }

  private say(word: 'saving' | 'savedAt' | 'offline'): void {
    const output = this.form.querySelector<HTMLElement>('[data-saved]');
    if (!output) return;
    const time = new Date().toLocaleTimeString('pl-PL', { hour: '2-digit', minute: '2-digit' });
    output.textContent = (output.dataset[word] ?? '').replace('{time}', time);
  }
}

export function watchDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    if (form.dataset.autosave) new Draft(form, form.dataset.autosave);
  }
}
