import { text } from '../text.pl.ts';
import { useText, useView } from '../view.tsx';
import { useForm } from './form-scope.tsx';

/**
 * Inside a `<Form>` open to anybody: when it was shown, and a trap for programs that fill in everything; nobody sees it,
 * and no screen reader comes to it. Read by `guestFields` of `kernel/forms/guest.ts`.
 */
export function GuestFields() {
  const t = useText(text);
  const { now } = useView();
  const { _shown: shown } = useForm().values;
  return (
    <>
      <input
        type="hidden"
        name="_shown"
        value={typeof shown === 'string' && shown !== '' ? shown : String(now.getTime())}
      />
      <div hidden>
        <label>
          {t.trap}
          <input type="text" name="company" tabindex={-1} autocomplete="off" />
        </label>
      </div>
    </>
  );
}
