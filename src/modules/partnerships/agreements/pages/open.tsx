import type { FieldError } from '#kernel/errors.ts';
import { ConfirmForm } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { MissingPanel } from '../clauses/pages/missing.tsx';
import type { Lack } from '../clauses/schema.ts';
import type { AgreementView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { AgreementFrame } from './frame.tsx';

/** Before a draft is opened for signing: what it lacks, what waits for an answer, and what will happen. */
export function OpenPage(props: {
  partnership: Partnership;
  agreement: AgreementView;
  lacks: readonly Lack[];
  remarks: number;
  proposals: number;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const [t, all] = [useText(text), useText(words).agreement];
  const { partnership: p, agreement: a, lacks, remarks, proposals } = props;
  const base = `/partnerships/${p.id}/agreements/${a.version}`;
  const { consequences } = t.opening;
  return (
    <AgreementFrame
      partnership={p}
      version={a.version}
      title={t.opening.title}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <MissingPanel base={base} lacks={lacks} coordinates />
      {remarks + proposals > 0 && (
        <Notice tone="warning" quiet>
          <p>{t.opening.overRemarks(t.negotiation.remarks(remarks), t.negotiation.proposals(proposals))}</p>
        </Notice>
      )}
      <ConfirmForm
        action={`${base}/open`}
        formKey={props.formKey}
        consequences={[consequences.text, consequences.blanks, consequences.sign]}
        submit={all.open}
        danger={false}
        cancelHref={`${base}/edit`}
        values={props.values}
        errors={props.errors}
      >
        {remarks + proposals > 0 && <TextArea name="reason" label={t.opening.reason} rows={3} />}
      </ConfirmForm>
    </AgreementFrame>
  );
}
