/**
 * The door of an event where the network comes and goes. A scanned or typed code is marked at once on this screen and
 * kept in this browser until the server has it. The list itself is kept too, within its time (`door-cache.ts`), so that
 * a page loaded again without a network opens.
 */
import { forgetDoors, keepDoor } from './door-cache.ts';
import { dropMarks, keepMark, type Mark, waitingMarks } from './door-queue.ts';
import { canScan, scan } from './door-scanner.ts';

interface Said {
  readonly said: 'marked' | 'already' | 'unknown';
  readonly at?: string;
}

const RETRY_MS = 10_000;
/** So long after a mark has reached the server the kept list is made new, for all that came meanwhile. */
const REFRESH_MS = 10_000;

/** The code in what was read: the whole address, or the code as a person types it. */
export const codeIn = (read: string): string =>
  (read.trim().split('/').at(-1) ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '');

const clock = (at: string): string =>
  new Date(at).toLocaleTimeString('pl-PL', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Warsaw',
  });

export class SplotDoor extends HTMLElement {
  private timer = 0;
  private refresh = 0;
  /** The screen says that marks wait for the network. */
  private saidOffline = false;
  private stopScan: (() => void) | null = null;

  connectedCallback(): void {
    this.addEventListener('submit', (event) => this.submitted(event));
    window.addEventListener('online', () => void this.send());
    void this.addCamera();
    void this.open();
    void this.keepList();
  }

  disconnectedCallback(): void {
    this.stopScan?.();
    clearTimeout(this.timer);
    clearTimeout(this.refresh);
  }

  private words(name: string, values: Record<string, string> = {}): string {
    return Object.entries(values).reduce(
      (text, [key, value]) => text.replace(`{${key}}`, value),
      this.dataset[name] ?? '',
    );
  }

  /** What was taken before the page was opened again. */
  private async open(): Promise<void> {
    for (const mark of await this.waiting())
      if (mark.date === this.dataset.date) this.show(mark.code, mark.at);
    await this.send();
  }

  private waiting = (): Promise<Mark[]> => waitingMarks(this.dataset.sync ?? '').catch(() => []);

  /** The list goes on the device where the server says that it may be there; the page says so. */
  private async keepList(): Promise<void> {
    this.refresh = 0;
    const kept = await keepDoor(this.dataset).catch(() => false);
    if (kept) this.querySelector('.door-kept')?.removeAttribute('hidden');
  }

  /** A code that was typed, or „here” on the list: both can wait for the network. The rest cannot. */
  private submitted(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const input = form.querySelector<HTMLInputElement>('[name=code]');
    const listed = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'yes';
    const code = input?.value ?? (listed ? form.closest('li')?.dataset.code : undefined);
    if (code === undefined && navigator.onLine) return;
    event.preventDefault();
    // The guard against double submits would keep the form shut.
    event.stopPropagation();
    if (code === undefined) this.note(this.words('later'));
    else void this.take(code);
    if (!input) return;
    input.value = '';
    input.focus();
  }

  /** Marks a code: on the screen now, in the queue, and on the server as soon as it answers. */
  private async take(read: string): Promise<void> {
    const [code, date, sync] = [codeIn(read), this.dataset.date ?? '', this.dataset.sync ?? ''];
    if (code === '') return;
    const row = this.row(code);
    const name = row?.querySelector('b')?.textContent;
    const said = !row ? 'unknown' : row.hasAttribute('data-present') ? 'already' : 'marked';
    this.note(name ? `${name}: ${this.words(said)}` : this.words(said));
    // A code that is not on this list may be of somebody who registered since the page was opened: the server decides.
    const mark = { key: `${code} ${date}`, sync, code, date, at: new Date().toISOString() };
    this.show(code, mark.at);
    const kept = await keepMark(mark).then(
      () => true,
      () => false,
    );
    // A browser that keeps nothing still sends.
    await this.send(kept ? undefined : [mark]);
  }

  private row(code: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`li[data-code="${CSS.escape(code)}"]`);
  }

  private show(code: string, at: string, again = false): void {
    const row = this.row(code);
    if (!row || (row.hasAttribute('data-present') && !again)) return;
    row.setAttribute('data-present', '');
    const state = row.querySelector('.door-state');
    if (state) state.textContent = this.words('here', { time: clock(at) });
    const count = document.querySelector<HTMLElement>('[data-door-count]');
    const here = this.querySelectorAll('li[data-present]').length;
    if (count) count.textContent = (count.dataset.doorCount ?? '').replace('-1', String(here));
  }

  private async send(only?: Mark[]): Promise<void> {
    clearTimeout(this.timer);
    const marks = only ?? (await this.waiting());
    if (marks.length === 0) return;
    try {
      const response = await fetch(this.dataset.sync ?? '', {
        method: 'POST',
        body: new URLSearchParams({
          marks: JSON.stringify(marks.map(({ code, date, at }) => ({ code, date, at }))),
        }),
        headers: { accept: 'application/json' },
      });
      if ([401, 403, 404].includes(response.status)) return await this.shut();
      if (!response.ok) throw new Error(String(response.status));
      await this.answered((await response.json()) as Record<string, Said>, marks);
    } catch {
      this.note(this.words('offline', { n: String(marks.length) }));
      this.saidOffline = true;
      this.timer = window.setTimeout(() => void this.send(only), RETRY_MS);
    }
  }

  private async answered(answers: Record<string, Said>, sent: readonly Mark[]): Promise<void> {
    await dropMarks(sent).catch(() => undefined);
    this.refresh ||= window.setTimeout(() => void this.keepList(), REFRESH_MS);
    if (sent.length > 1 || this.saidOffline) this.note(this.words('online'));
    this.saidOffline = false;
    for (const { key, code, date, at } of sent) {
      const { said, at: first } = answers[key] ?? {};
      if (said === 'unknown') this.note(`${code}: ${this.words('unknown')}`);
      if (said !== 'already' || !first || date !== this.dataset.date) continue;
      this.show(code, first, true);
      const name = this.row(code)?.querySelector('b')?.textContent ?? code;
      // Let in at another door before: the first time counts.
      if (first < at) this.note(`${name}: ${this.words('earlier', { time: clock(first) })}`);
    }
    // What was scanned while the answer was on its way.
    if ((await this.waiting()).length > 0) await this.send();
  }

  /** The session has ended, or the list is not for this person any more: it goes from the device and from the screen. */
  private async shut(): Promise<void> {
    const { scope } = this.dataset;
    if ('caches' in window) await forgetDoors((path) => path === scope);
    this.querySelector('.door-list')?.remove();
    this.note(this.words('shut'));
  }

  private note(words: string): void {
    const output = this.querySelector('.door-said');
    if (!output) return;
    output.textContent = words;
    output.scrollIntoView({ block: 'nearest' });
  }

  private async addCamera(): Promise<void> {
    const tools = this.querySelector('.door-tools');
    if (!tools) return;
    if (!(await canScan())) {
      tools.textContent = this.words('noCamera');
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ds-button';
    button.dataset.variant = 'secondary';
    button.textContent = this.words('scan');
    button.addEventListener('click', async () => {
      const running = this.stopScan;
      this.stopScan = null;
      running?.();
      if (!running)
        this.stopScan = await scan(button, (code) => void this.take(code)).catch(() => {
          this.note(this.words('noCamera'));
          return null;
        });
      button.textContent = this.words(this.stopScan ? 'stop' : 'scan');
    });
    tools.append(button);
  }
}
