import type { FieldError } from '#kernel/errors.ts';
import { Difference } from '#modules/library/editing/difference/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Form, HiddenFields } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import type { ChosenClause } from '../../clauses/schema.ts';
import { text } from '../../text.pl.ts';
import type { Remark, RemarkState } from '../schema.ts';

export interface RemarksProps {
  /** The address of the clause. */
  base: string;
  language: string;
  clause: ChosenClause;
  remarks: readonly Remark[];
  /** May say something to the draft. */
  negotiates: boolean;
  /** May answer. */
  answers: boolean;
  newKey: () => string;
  back?: {
    /** `remark`, `proposal`, or the id of what is answered. */
    form: string;
    values: Readonly<Record<string, unknown>>;
    errors: readonly FieldError[];
  };
}

const TONES: Readonly<Record<RemarkState, 'warning' | 'success' | 'neutral'>> = {
  open: 'warning',
  accepted: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
};

function Answer(props: RemarksProps & { remark: Remark }) {
  const t = useText(text).negotiation;
  const { remark, back } = props;
  const mine = back?.form === remark.id ? back : undefined;
  return (
    <Details summary={t.answer} open={mine !== undefined || undefined}>
      <Form
        light
        part={remark.id.slice(-12)}
        action={`${props.base}/remarks/${remark.id}`}
        formKey={props.newKey()}
        values={mine?.values}
        errors={mine?.errors}
      >
        <Radios
          name="decision"
          label={t.decision}
          options={[
            { value: 'accepted', label: remark.kind === 'proposal' ? t.acceptProposal : t.accept },
            { value: 'declined', label: t.decline },
          ]}
        />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={2} optional />
        <Button>{t.sendAnswer}</Button>
      </Form>
    </Details>
  );
}

function OneRemark(props: RemarksProps & { remark: Remark }) {
  const t = useText(text).negotiation;
  const { remark } = props;
  return (
    <li>
      <p>
        <Tag tone={TONES[remark.state]}>{t.states[remark.state]}</Tag> {t[remark.kind]},{' '}
        {t.by(remark.institution, remark.worker)}, <TimeText at={remark.madeAt} />
      </p>
      <p class="pre-line">{remark.body}</p>
      {remark.change && (
        <div lang={props.language}>
          <Difference pieces={remark.change} />
        </div>
      )}
      {remark.answeredAt && remark.state !== 'withdrawn' && (
        <p class="muted">
          {remark.answeredBy}, <TimeText at={remark.answeredAt} />
          {remark.answer && `: ${remark.answer}`}
        </p>
      )}
      {remark.state === 'open' && props.answers && <Answer {...props} />}
      {remark.state === 'open' && remark.own && (
        <form method="post" action={`${props.base}/remarks/${remark.id}/withdraw`}>
          <HiddenFields formKey={props.newKey()} />
          <Button small variant="tertiary">
            {t.withdraw}
          </Button>
        </form>
      )}
    </li>
  );
}

/** What the members say to a clause, what was answered, and the forms to say more. */
export function Remarks(props: RemarksProps) {
  const t = useText(text).negotiation;
  const { back, clause } = props;
  const mine = (form: string) => (back?.form === form ? back : undefined);
  return (
    <Panel title={t.title} id="remarks" long>
      {props.remarks.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul class="ruled">
          {props.remarks.map((remark) => (
            <OneRemark {...props} remark={remark} />
          ))}
        </ul>
      )}
      {props.negotiates && (
        <>
          <Details summary={t.say} open={mine('remark') !== undefined || undefined}>
            <Form
              light
              part="remark"
              action={`${props.base}/remarks`}
              formKey={props.newKey()}
              values={mine('remark')?.values}
              errors={mine('remark')?.errors}
            >
              <TextArea name="body" label={t.body} rows={3} />
              <Button>{t.send}</Button>
            </Form>
          </Details>
          <Details summary={t.propose} open={mine('proposal') !== undefined || undefined}>
            <Form
              light
              part="proposal"
              action={`${props.base}/proposals`}
              formKey={props.newKey()}
              values={mine('proposal')?.values ?? { newText: clause.body }}
              errors={mine('proposal')?.errors}
            >
              <TextArea name="newText" label={t.newText} rows={8} />
              <TextArea name="why" label={t.why} rows={2} />
              <Button>{t.sendProposal}</Button>
            </Form>
          </Details>
        </>
      )}
    </Panel>
  );
}
