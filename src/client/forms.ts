/** Double submit and leaving with unsaved changes. */

const changed = new WeakSet<HTMLFormElement>();

/** Another part of the script has put the text of this form in safety. */
export function markSaved(form: HTMLFormElement): void {
  changed.delete(form);
}

export function watchForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (form.hasAttribute('data-sent')) {
      event.preventDefault();
      return;
    }
    form.setAttribute('data-sent', '');
    changed.delete(form);
    const button = event.submitter;
    // After the browser has collected the values: a disabled button would take its own value out of them.
    setTimeout(() => {
      button?.setAttribute('aria-busy', 'true');
      const saved = form.querySelector('[data-saved]');
      if (saved) saved.textContent = document.body.dataset.sending ?? '';
    });
  });
  document.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form?.dataset.guard) changed.add(form);
  });
  window.addEventListener('beforeunload', (event) => {
    const forms = document.querySelectorAll<HTMLFormElement>('form[data-guard]');
    if ([...forms].some((form) => changed.has(form))) event.preventDefault();
  });
  // A page taken from the browser's memory by "back" must be able to send again.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll('[data-sent]')) form.removeAttribute('data-sent');
    for (const button of document.querySelectorAll('form [aria-busy]')) button.removeAttribute('aria-busy');
  });
}
