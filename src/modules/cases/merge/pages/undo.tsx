import type { FieldError } from '#kernel/errors.ts';
import { ConfirmForm } from '#ui/components/form.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import type { PersonLink } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Asked before two records are taken apart. */
export function UndoPage(props: {
  head: CaseHead;
  link: PersonLink;
  formKey: string;
  errors: readonly FieldError[];
}) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/person`;
  return (
    <CaseFrame head={props.head} current="summary" title={t.undoTitle} quiet width="text">
      {props.link.formerName && (
        <p>
          {t.formerName}: <strong>{props.link.formerName}</strong>
        </p>
      )}
      <ConfirmForm
        action={`${base}/joined/${props.link.id}/undo`}
        formKey={props.formKey}
        consequences={t.undoConsequences}
        errors={props.errors}
        submit={t.undo}
        cancelHref={`${base}/same`}
      />
    </CaseFrame>
  );
}
