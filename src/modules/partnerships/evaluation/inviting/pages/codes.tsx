import { Radios, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { Square } from '#ui/components/square.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { PartnershipFrame } from '../../../pages/frame.tsx';
import { Questions, type Sent } from '../../answering/pages/answer.tsx';
import { writtenCode } from '../../answering/schema.ts';
import { AUDIENCES, type Audience, type Question } from '../../schema.ts';
import type { EvaluationView } from '../../service.ts';
import { text } from '../../text.pl.ts';

const frameOf = (view: EvaluationView, t: { title: string }) => ({
  partnership: view.partnership,
  member: true,
  current: 'evaluation' as const,
  trail: [
    { href: `/partnerships/${view.partnership.id}/evaluation`, label: t.title },
    {
      href: `/partnerships/${view.partnership.id}/evaluation/${view.evaluation.id}`,
      label: view.evaluation.title,
    },
  ],
});
const pathOf = (view: EvaluationView) =>
  `/partnerships/${view.partnership.id}/evaluation/${view.evaluation.id}`;

/** How many codes, for whom. */
export function InvitePage(props: { view: EvaluationView; formKey?: string } & Sent) {
  const t = useText(text);
  const { view } = props;
  return (
    <PartnershipFrame
      {...frameOf(view, t)}
      title={t.invite.title}
      lead={t.invite.lead}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${pathOf(view)}/codes`}
        values={{ count: '20', audience: 'participant', ...props.values }}
        errors={props.errors}
      >
        <Radios
          name="audience"
          label={t.invite.audience}
          options={AUDIENCES.map((value) => ({ value, label: t.audiences[value] }))}
        />
        <TextField
          name="count"
          label={t.invite.count}
          hint={t.invite.countHint}
          width="s"
          inputmode="numeric"
        />
        <FormActions submit={t.invite.submit} cancelHref={pathOf(view)} />
      </Form>
    </PartnershipFrame>
  );
}

/** The codes, this once: slips to print and cut, each with its address, its square code and its letters. */
export function CodesPage(props: {
  view: EvaluationView;
  audience: Audience;
  codes: readonly string[];
  siteUrl: string;
}) {
  const t = useText(text);
  const { view, codes, siteUrl } = props;
  return (
    <PartnershipFrame {...frameOf(view, t)} title={t.invite.codes}>
      <Notice tone="warning" title={t.invite.once}>
        <p>{t.invite.onceMore}</p>
      </Notice>
      <ul class="slips">
        {codes.map((code) => (
          <li>
            <b>{view.partnership.name}</b>
            <p>{t.invite.slip(t.audiences[props.audience])}</p>
            <Square text={`${siteUrl}/evaluation/${code}`} label={t.invite.square(writtenCode(code))} />
            <p>
              {`${siteUrl}/evaluation`}
              <br />
              <b class="num">{writtenCode(code)}</b>
            </p>
          </li>
        ))}
      </ul>
    </PartnershipFrame>
  );
}

/** A paper sheet is typed in: its code opens the questions, and uses itself up. */
export function TypeInPage(
  props: { view: EvaluationView; code: string | null; questions: readonly Question[] } & Sent,
) {
  const t = useText(text);
  const { view, code } = props;
  return (
    <PartnershipFrame
      {...frameOf(view, t)}
      title={t.typeIn.title}
      lead={t.typeIn.lead}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form action={`${pathOf(view)}/type-in`} values={props.values} errors={props.errors} light>
        {code === null ? (
          <TextField name="code" label={t.enter.code} hint={t.enter.codeHint} spellcheck={false} />
        ) : (
          <>
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="answers" value="yes" />
            <p>
              {t.enter.code}: <b class="num">{writtenCode(code)}</b>
            </p>
            <Questions questions={props.questions} />
          </>
        )}
        <FormActions submit={code === null ? t.typeIn.open : t.typeIn.save} cancelHref={pathOf(view)} />
      </Form>
    </PartnershipFrame>
  );
}

/** The questionnaire of an audience on paper, for those who answer by pencil. */
export function PaperPage(props: {
  view: EvaluationView;
  audience: Audience;
  questions: readonly Question[];
}) {
  const t = useText(text);
  const { view, audience, questions } = props;
  return (
    <PartnershipFrame {...frameOf(view, t)} title={t.paper.title} lead={t.paper.lead} width="text">
      <form class="row-form no-print" method="get" action={`${pathOf(view)}/paper`}>
        <Select
          name="audience"
          label={t.invite.audience}
          value={audience}
          options={AUDIENCES.map((value) => ({ value, label: t.audiences[value] }))}
        />
        <button class="ds-button" type="submit" data-variant="secondary">
          {t.paper.show}
        </button>
      </form>
      <Panel long>
        <p>{t.enter.code}: ____ - ____ - ____</p>
        <p>{audience === 'participant' ? t.enter.anonymousPerson : t.enter.anonymous}</p>
        <ol>
          {questions.map((q) => (
            <li>
              <p>
                <b>{q.words}</b>
              </p>
              <p>
                {q.kind === 'text' ? '_'.repeat(120) : q.options.map(({ label }) => `☐ ${label}`).join('   ')}
              </p>
            </li>
          ))}
        </ol>
      </Panel>
    </PartnershipFrame>
  );
}
