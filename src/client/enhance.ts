/** Makes working pages quicker and safer. Every page does its work without it. */
import { SplotAsked, SplotFiles } from './asked.ts';
import { SplotDoor } from './checkin.ts';
import { watchDoors } from './door-cache.ts';
import { watchDrafts } from './drafts.ts';
import { watchForms } from './forms.ts';
import { SplotHere } from './here.ts';
import { watchLive } from './live.ts';
import { SplotMap } from './map.ts';
import { watchMarkdown } from './markdown.ts';
import { watchPoll } from './poll.ts';
import { watchPreview } from './preview.ts';
import { watchSession } from './session.ts';
import { SplotSuggest } from './suggest.ts';

function focusErrors(): void {
  document.querySelector<HTMLElement>('[data-errors]')?.focus();
}

/** „/” goes to the search field, unless somebody is writing. */
function watchKeys(): void {
  document.addEventListener('keydown', (event) => {
    const menu = document.querySelector<HTMLDetailsElement>('details[data-menu][open]');
    if (event.key === 'Escape' && menu) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')) return;
    const search = document.querySelector<HTMLInputElement>('[data-search]');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
  document.addEventListener('click', (event) => {
    const menu = document.querySelector<HTMLDetailsElement>('details[data-menu][open]');
    if (menu && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
}

/** On a phone the sections scroll sideways; the one that is open comes into sight. */
function showSection(): void {
  const nav = document.querySelector<HTMLElement>('.nav');
  const current = nav?.querySelector<HTMLElement>('[aria-current]');
  if (!nav || !current) return;
  const over = current.getBoundingClientRect().right - nav.getBoundingClientRect().right;
  if (over > -40) nav.scrollLeft += over + 40;
}

function watchPrint(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

/** „Zostało znaków: 120” while typing. The texts come from the server. */
function watchCounters(): void {
  document.addEventListener('input', (event) => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const counter = document.getElementById(`${event.target.id}-counter`);
    if (!counter) return;
    const left = Number(counter.dataset.counter) - event.target.value.length;
    const words = left < 0 ? counter.dataset.toomany : counter.dataset.left;
    counter.textContent = (words ?? '').replace('{n}', String(Math.abs(left)));
    counter.toggleAttribute('data-over', left < 0);
  });
}

customElements.define('splot-suggest', SplotSuggest);
customElements.define('splot-door', SplotDoor);
customElements.define('splot-asked', SplotAsked);
customElements.define('splot-files', SplotFiles);
customElements.define('splot-here', SplotHere);
customElements.define('splot-map', SplotMap);
focusErrors();
showSection();
watchKeys();
watchPrint();
watchCounters();
void watchDoors();
watchForms();
watchDrafts();
watchLive();
watchPoll();
watchMarkdown();
watchPreview();
watchSession();
