import { ConfirmForm } from '#ui/components/form.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';

/** Asked before how to reach somebody is erased. */
export function ForgetPage(props: { base: string; number: string; own: boolean }) {
  const t = useText(text);
  return (
    <Page title={t.forget} lead={t.asked(props.number)} width="text">
      <ConfirmForm
        action={`${props.base}/forget`}
        consequences={props.own ? [...t.forgetHow, t.forgetOwn] : t.forgetHow}
        submit={t.forget}
        cancelHref={props.base}
      />
    </Page>
  );
}

/** Asked before the whole question is erased. */
export function ErasePage(props: { base: string; number: string }) {
  const t = useText(text);
  return (
    <Page title={t.erase} lead={t.asked(props.number)} width="text">
      <ConfirmForm
        action={`${props.base}/erase`}
        consequences={t.eraseHow}
        submit={t.erase}
        cancelHref={props.base}
      >
        <p>
          <a href={`${props.base}/copy`} download data-no-prefetch>
            {t.download}
          </a>
        </p>
      </ConfirmForm>
    </Page>
  );
}
