import type { ErrorCode } from '#kernel/errors.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

/** What went wrong, what to do, and a number to quote; never a trace. */
export function ErrorPage(props: { code: ErrorCode | 'failed'; requestId: string; reason?: string }) {
  const t = useText(text).errors;
  return (
    <Page title={t.title[props.code]} lead={t.body[props.code]} width="text">
      <p>
        <ButtonLink href="/">{t.back}</ButtonLink>
      </p>
      <p>
        <small>{t.quote(props.requestId)}</small>
      </p>
    </Page>
  );
}
