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
  private asked = 0;

  connectedCallback(): void {
    this.addEventListener('input', (event) => {
      const { target } = event;
      clearTimeout(this.timer);
      if (target instanceof HTMLTextAreaElement)
        this.timer = window.setTimeout(() => void this.ask(target), QUIET_MS);
    });
  }

  private async ask({ form, value }: HTMLTextAreaElement): Promise<void> {
    if (!form || value.trim().length < LEAST) return;
    const turn = ++this.asked;
    const body = new URLSearchParams({ words: value, as: 'json' });
    const response = await fetch('/advice/suggest', { method: 'POST', body }).catch(() => null);
    if (!response?.ok || turn !== this.asked) return;
    const { help, items } = (await response.json()) as Answer;
    const notice = this.querySelector<HTMLElement>('[data-help]');
    if (notice && help) notice.hidden = false;
    this.querySelector('[data-items]')?.replaceChildren(...(items.length > 0 ? [this.list(items)] : []));
    // They were shown: sending needs no further step.
    const looked = form.elements.namedItem('looked');
    if (looked instanceof HTMLInputElement) {
      looked.disabled = false;
      looked.value = 'yes';
    }
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
