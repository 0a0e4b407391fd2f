/**
 * The door of an event where the network comes and goes. A scanned or typed code is marked at once on this screen and
 * kept in this browser until the server has it: the code of a ticket, the date and the time, never a name. Sending
 * again does no harm.
 */
interface Mark {
  readonly code: string;
  readonly date: string;
  readonly at: string;
}
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

const RETRY_MS = 10_000;
const LOOK_MS = 250;

/** The code in what was read: the whole address, or the code as a person types it. */
export const codeIn = (read: string): string =>
  (read.trim().split('/').at(-1) ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '');

export class SplotDoor extends HTMLElement {
  private timer = 0;
  private looking = 0;
  private stream: MediaStream | null = null;
  private seen = '';

  connectedCallback(): void {
    this.addEventListener('submit', (event) => this.submitted(event));
    this.addCamera();
    window.addEventListener('online', () => void this.send());
    for (const mark of this.kept()) if (mark.date === this.dataset.date) this.show(mark.code);
    void this.send();
  }

  /** A code that was typed, or „here” on the list: both can wait for the network. Taking back cannot. */
  private submitted(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const input = form.querySelector<HTMLInputElement>('[name=code]');
    const listed = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'yes';
    const code = input?.value ?? (listed ? form.closest('li')?.dataset.code : undefined);
    if (code === undefined) return;
    event.preventDefault();
    // The guard against double submits would keep the form shut.
    event.stopPropagation();
    this.take(code);
    if (!input) return;
    input.value = '';
    input.focus();
  }

  disconnectedCallback(): void {
    this.stop();
    clearTimeout(this.timer);
  }

  private get key(): string {
    return `door:${this.dataset.sync ?? ''}`;
  }

  private kept(): Mark[] {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(found) ? (found as Mark[]) : [];
    } catch {
      return [];
    }
  }

  private keep(marks: readonly Mark[]): void {
    if (marks.length === 0) localStorage.removeItem(this.key);
    else localStorage.setItem(this.key, JSON.stringify(marks));
  }

  /** Marks a code: on the screen now, in the queue, and on the server as soon as it answers. */
  private take(read: string): void {
    const code = codeIn(read);
    if (code === '') return;
    const row = this.row(code);
    if (!row) this.say('unknown');
    else this.say(row.hasAttribute('data-present') ? 'already' : 'marked');
    // A code that is not on this list may be of somebody who registered since the page was opened: the server decides.
    this.keep([...this.kept(), { code, date: this.dataset.date ?? '', at: new Date().toISOString() }]);
    this.show(code);
    void this.send();
  }

  private row(code: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`li[data-code="${CSS.escape(code)}"]`);
  }

  private show(code: string): void {
    const row = this.row(code);
    if (!row || row.hasAttribute('data-present')) return;
    row.setAttribute('data-present', '');
    const state = row.querySelector('.door-state');
    if (state) state.textContent = this.dataset.here ?? '';
    const count = document.querySelector<HTMLElement>('[data-door-count]');
    const here = this.querySelectorAll('li[data-present]').length;
    if (count) count.textContent = (count.dataset.doorCount ?? '').replace('-1', String(here));
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    const marks = this.kept();
    if (marks.length === 0) return;
    try {
      const response = await fetch(this.dataset.sync ?? '', {
        method: 'POST',
        body: new URLSearchParams({ marks: JSON.stringify(marks) }),
        headers: { accept: 'application/json' },
      });
      // Signed out, or the event is gone: what was scanned stays on the device.
      if (!response.ok || response.redirected) throw new Error(String(response.status));
      this.answered((await response.json()) as Record<string, string>, marks);
    } catch {
      this.note((this.dataset.offline ?? '').replace('{n}', String(marks.length)));
      this.timer = window.setTimeout(() => void this.send(), RETRY_MS);
    }
  }

  private answered(said: Record<string, string>, sent: readonly Mark[]): void {
    // What was scanned while the answer was on its way is still to be sent.
    this.keep(this.kept().filter((mark) => !sent.some((s) => s.code === mark.code && s.at === mark.at)));
    const unknown = sent.find((mark) => said[`${mark.code} ${mark.date}`] === 'unknown');
    if (unknown) this.note(`${unknown.code}: ${this.dataset.unknown ?? ''}`);
    else if (this.kept().length === 0 && sent.length > 1) this.note(this.dataset.online ?? '');
    if (this.kept().length > 0) void this.send();
  }

  private say(word: 'marked' | 'already' | 'unknown'): void {
    this.note(this.dataset[word] ?? '');
  }

  private note(words: string): void {
    const output = this.querySelector('.door-said');
    if (output) output.textContent = words;
  }

  private addCamera(): void {
    const tools = this.querySelector('.door-tools');
    if (!tools || !('mediaDevices' in navigator)) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ds-button';
    button.dataset.variant = 'secondary';
    button.textContent = this.dataset.scan ?? '';
    button.addEventListener('click', () => void (this.stream ? this.stop(button) : this.look(button)));
    tools.append(button);
  }

  private async look(button: HTMLButtonElement): Promise<void> {
    const make = (window as unknown as { BarcodeDetector?: new (o: { formats: string[] }) => Detector })
      .BarcodeDetector;
    try {
      if (!make) throw new Error('no detector');
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const video = document.createElement('video');
      video.playsInline = true;
      video.muted = true;
      video.srcObject = this.stream;
      button.before(video);
      await video.play();
      button.textContent = this.dataset.stop ?? '';
      const detector = new make({ formats: ['qr_code'] });
      this.looking = window.setInterval(async () => {
        const [found] = await detector.detect(video).catch(() => []);
        // The same code in front of the camera is one scan.
        if (found && found.rawValue !== this.seen) this.take(found.rawValue);
        this.seen = found?.rawValue ?? '';
      }, LOOK_MS);
    } catch {
      this.stop(button);
      this.note(this.dataset.noCamera ?? '');
    }
  }

  private stop(button?: HTMLButtonElement): void {
    clearInterval(this.looking);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.querySelector('video')?.remove();
    if (button) button.textContent = this.dataset.scan ?? '';
  }
}
