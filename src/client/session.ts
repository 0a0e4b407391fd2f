/** Warns five minutes before the session ends. The wish to stay is a small request, which prolongs it. */

const WARNING_MINUTES = 5;

export function watchSession(): void {
  const { session, sessionText, sessionStay } = document.body.dataset;
  const minutes = Number(session);
  if (!minutes || minutes <= WARNING_MINUTES) return;
  const warnIn = (minutes - WARNING_MINUTES) * 60_000;
  let timer = window.setTimeout(warn, warnIn);

  function warn(): void {
    const toast = document.createElement('div');
    toast.className = 'toast';
    toast.setAttribute('role', 'alertdialog');
    toast.setAttribute('aria-label', sessionText ?? '');
    const words = document.createElement('span');
    words.textContent = sessionText ?? '';
    const stay = document.createElement('button');
    stay.type = 'button';
    stay.textContent = sessionStay ?? '';
    toast.append(words, stay);
    document.body.append(toast);
    stay.focus();
    stay.addEventListener('click', async () => {
      const response = await fetch('/session', { headers: { accept: 'application/json' } }).catch(() => null);
      if (!response?.ok) return;
      toast.remove();
      clearTimeout(timer);
      timer = window.setTimeout(warn, warnIn);
    });
  }
}
