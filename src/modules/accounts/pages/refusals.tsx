import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatTime } from '#kernel/time.ts';
import { readRefusal } from '../schema.ts';
import { type Text, text } from '../text.pl.ts';

const SENTENCES: Readonly<Record<string, (t: Text) => string>> = {
  refused: (t) => t.signIn.refused,
  wrong_code: (t) => t.code.wrong,
  expired: (t) => t.code.expired,
  wrong_password: (t) => t.settings.passwordWrong,
  short: (t) => t.newPassword.short,
  long: (t) => t.newPassword.long,
  obvious: (t) => t.newPassword.obvious,
};

/** The refusals of this module as sentences; a pause says the hour it ends at and how long that is. */
export function inWords(errors: readonly FieldError[], lang: Lang, now: Date): FieldError[] {
  const t = text[lang];
  return errors.map(({ field, message }) => {
    const { code, until } = readRefusal(message);
    const sentence = SENTENCES[code]?.(t);
    if (!until) return { field, message: sentence ?? message };
    const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
    // To the next whole minute, so that whoever waits for the hour does not come seconds too early.
    const shown = new Date(Math.ceil(until.getTime() / 60_000) * 60_000);
    const pause = t.locked(formatTime(shown), minutes);
    return { field, message: sentence ? `${sentence} ${pause}` : pause };
  });
}

/** What was typed without the passwords, which never return to a page. */
export function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !name.startsWith('password') && name !== 'code'),
  );
}
