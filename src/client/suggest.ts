/**
 * Turns the select inside it into a text field with suggestions (ARIA combobox, list pattern). The select stays in the
 * form and carries the value, so the server never knows the difference.
 */
interface Choice {
  readonly value: string;
  readonly label: string;
}

const MOST = 50;

/** "Łódź" and "lodz" are the same to somebody who types. */
function plain(text: string): string {
  return text.toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
}

export class SplotSuggest extends HTMLElement {
  private readonly input = document.createElement('input');
  private readonly list = document.createElement('ul');
  private readonly status = document.createElement('output');
  private select: HTMLSelectElement | null = null;
  private choices: Choice[] = [];
  private active = -1;
  private asked = 0;

  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select || this.select) return;
    this.select = select;
    const { input, list, status } = this;
    const id = select.id;
    select.id = `${id}-select`;
    select.hidden = true;
    input.className = select.className;
    input.id = id;
    input.type = 'text';
    input.autocomplete = 'off';
    input.value = select.value ? (select.selectedOptions[0]?.label ?? '') : '';
    for (const name of ['aria-describedby', 'aria-invalid']) {
      const value = select.getAttribute(name);
      if (value) input.setAttribute(name, value);
    }
    list.className = 'suggest-list';
    list.id = `${id}-list`;
    list.setAttribute('role', 'listbox');
    list.setAttribute(
      'aria-label',
      document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent?.trim() ?? '',
    );
    list.hidden = true;
    status.className = 'visually-hidden';
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');
    this.append(input, list, status);
    input.addEventListener('input', () => void this.suggest(input.value));
    input.addEventListener('focus', () => input.select());
    input.addEventListener('click', () => void this.suggest(''));
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.settle());
    list.addEventListener('mousedown', (event) => this.pick(event));
  }

  private async suggest(typed: string): Promise<void> {
    const turn = ++this.asked;
    const found = await this.find(typed);
    if (turn !== this.asked) return;
    this.choices = found.slice(0, MOST);
    this.active = typed && found.length > 0 ? 0 : -1;
    this.list.replaceChildren(...this.choices.map((choice, index) => this.item(choice, index)));
    if (found.length === 0) {
      const none = document.createElement('li');
      none.textContent = this.dataset.none ?? '';
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      this.list.append(none);
    }
    this.status.textContent = found.length
      ? (this.dataset.count ?? '').replace('{n}', String(found.length))
      : (this.dataset.none ?? '');
    this.open(true);
  }

  private async find(typed: string): Promise<Choice[]> {
    const source = this.getAttribute('source');
    if (source && typed) {
      const response = await fetch(`${source}?q=${encodeURIComponent(typed)}`).catch(() => null);
      if (response?.ok) return (await response.json()) as Choice[];
    }
    const words = plain(typed).split(/\s+/).filter(Boolean);
    return [...(this.select?.options ?? [])]
      .filter((option) => option.value && words.every((word) => plain(option.label).includes(word)))
      .map((option) => ({ value: option.value, label: option.label }));
  }

  private item(choice: Choice, index: number): HTMLLIElement {
    const item = document.createElement('li');
    item.id = `${this.list.id}-${index}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', String(index === this.active));
    item.textContent = choice.label;
    return item;
  }

  private open(open: boolean): void {
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
    this.mark();
  }

  private mark(): void {
    [...this.list.children].forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === this.active));
      if (index === this.active) item.scrollIntoView({ block: 'nearest' });
    });
    const current = this.active >= 0 && !this.list.hidden ? `${this.list.id}-${this.active}` : '';
    if (current) this.input.setAttribute('aria-activedescendant', current);
    else this.input.removeAttribute('aria-activedescendant');
  }

  private key(event: KeyboardEvent): void {
    const down = event.key === 'ArrowDown';
    if (down || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.list.hidden) return void this.suggest('');
      const count = this.choices.length;
      if (count) this.active = (this.active + (down ? 1 : -1) + count) % count;
      this.mark();
    } else if (event.key === 'Enter' && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.choices[this.active]);
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.settle();
    }
  }

  private pick(event: MouseEvent): void {
    event.preventDefault();
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    if (item) this.choose(this.choices[[...this.list.children].indexOf(item)]);
  }

  private choose(choice: Choice | undefined): void {
    const { select } = this;
    if (!choice || !select) return;
    if (![...select.options].some((option) => option.value === choice.value)) {
      select.add(new Option(choice.label, choice.value));
    }
    select.value = choice.value;
    this.input.value = choice.label;
    this.open(false);
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** On leaving: an empty field clears the choice, an exact name chooses it, anything else goes back to the choice. */
  private settle(): void {
    this.asked++;
    this.open(false);
    const { select, input } = this;
    if (!select) return;
    const typed = plain(input.value.trim());
    const exact = [...select.options].find((option) => option.value && plain(option.label) === typed);
    if (!typed) select.value = '';
    else if (exact) select.value = exact.value;
    input.value = select.value ? (select.selectedOptions[0]?.label ?? '') : '';
  }
}
