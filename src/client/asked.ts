/**
 * While a question is typed: what may answer it already, and, for somebody in danger, the telephones at once. Without the
 * script a button of the form asks the same.
 */
const QUIET_MS = 900;
const LEAST = 20;

interface Answer {
  readonly help: boolean;
  readonly items: readonly { readonly href: string; readonly title: string; readonly lead: string }[];
}

export class SplotAsked extends HTMLElement {
  private timer = 0;
  private asking = new AbortController();

  connectedCallback(): void {
    this.addEventListener('input', (event) => {
      const { target } = event;
      clearTimeout(this.timer);
      if (target instanceof HTMLTextAreaElement)
        this.timer = window.setTimeout(() => void this.ask(target), QUIET_MS);
    });
    // A slow network has room for the question alone.
    this.closest('form')?.addEventListener('submit', () => {
      clearTimeout(this.timer);
      this.asking.abort();
    });
  }

  private async ask({ form, value }: HTMLTextAreaElement): Promise<void> {
    if (!form || value.trim().length < LEAST) return;
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    // They are shown beside the words, now or as soon as they come: sending needs no further step.
    const looked = form.elements.namedItem('looked');
    if (looked instanceof HTMLInputElement) {
      looked.disabled = false;
      looked.value = 'yes';
    }
    const body = new URLSearchParams({ words: value, as: 'json' });
    const answer = await fetch('/advice/suggest', { method: 'POST', body, signal })
      .then((response) => (response.ok ? (response.json() as Promise<Answer>) : null))
      .catch(() => null);
    if (!answer || signal.aborted) return;
    const { help, items } = answer;
    const notice = this.querySelector<HTMLElement>('[data-help]');
    if (notice && help) notice.hidden = false;
    this.toggleAttribute('data-danger', help || this.hasAttribute('data-danger'));
    this.querySelector('[data-items]')?.replaceChildren(...(items.length > 0 ? [this.list(items)] : []));
    const told = this.querySelector('[data-told]');
    const said = items.length > 0 ? (this.dataset.count ?? '').replace('{n}', String(items.length)) : '';
    // The same sentence again would interrupt who listens while writing.
    if (told && told.textContent !== said) told.textContent = said;
  }

  private list(items: Answer['items']): HTMLElement {
    const part = document.createElement('section');
    part.className = 'panel';
    part.dataset.tone = 'tinted';
    const head = document.createElement('h2');
    head.textContent = this.dataset.found ?? '';
    const how = document.createElement('p');
    how.textContent = this.dataset.how ?? '';
    const list = document.createElement('ul');
    list.className = 'ruled';
    for (const item of items) {
      const link = document.createElement('a');
      link.href = item.href;
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = item.title;
      const lead = document.createElement('p');
      lead.className = 'muted';
      lead.textContent = item.lead;
      const row = document.createElement('li');
      row.append(link, lead);
      list.append(row);
    }
    part.append(head, how, list);
    return part;
  }
}

/** Files that the server would not take in are said at once: afterwards everything typed would have to be sent again. */
export class SplotFiles extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.files) return;
      const bytes = [...target.files].reduce((sum, file) => sum + file.size, 0);
      const tooBig = bytes > Number(this.dataset.most) * 1024 * 1024;
      if (tooBig) target.value = '';
      const told = this.querySelector<HTMLElement>('[data-told]');
      if (!told) return;
      told.hidden = !tooBig;
      told.textContent = tooBig ? (this.dataset.tooBig ?? '') : '';
    });
  }
}
