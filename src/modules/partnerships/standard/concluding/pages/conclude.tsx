import { Radios } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { Counted, Share } from '../../figures/pages/figures.tsx';
import type { Figure } from '../../figures/schema.ts';
import { Answers } from '../../pages/chapter.tsx';
import { RoundFrame, type Sent } from '../../pages/frame.tsx';
import { roundPath } from '../../pages/parts.tsx';
import { LEVELS, type RoundView } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Concluding } from '../service.ts';

/** A chapter for the meeting: what everybody said, what is computed, and one conclusion for each requirement. */
export function ConcludePage(props: { view: Concluding; figures: readonly Figure[] } & Sent) {
  const t = useText(text);
  const { view } = props;
  const { chapter } = view;
  const path = roundPath(view);
  return (
    <RoundFrame
      view={view}
      title={t.conclude.title(chapter.number, chapter.title)}
      lead={t.conclude.lead}
      errors={props.errors}
    >
      <Form
        action={`${path}/conclude/${chapter.number}`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        {chapter.requirements.map((r) => (
          <Fieldset legend={`${r.code}. ${r.title}`} block>
            <Answers view={view} code={r.code} />
            {props.figures
              .filter(({ requirement }) => requirement === r.code)
              .map((figure) => (
                <p>
                  <b>{figure.name}:</b> <Share share={figure.share} /> (
                  <Counted figure={figure} which="counted" /> / <Counted figure={figure} which="total" />)
                </p>
              ))}
            <Radios
              name={`level-${r.code}`}
              label={`${t.conclude.level} (${r.code})`}
              inline
              options={LEVELS.map((value) => ({ value, label: t.levels[value] }))}
            />
            <TextArea name={`note-${r.code}`} label={`${t.conclude.note} (${r.code})`} rows={2} optional />
          </Fieldset>
        ))}
        <FormActions submit={t.conclude.save} cancelHref={path} />
      </Form>
    </RoundFrame>
  );
}

export function FinishPage(props: { view: RoundView } & Sent) {
  const t = useText(text);
  const { view } = props;
  const path = roundPath(view);
  return (
    <RoundFrame view={view} title={t.conclude.finishTitle} lead={t.conclude.finishLead} errors={props.errors}>
      <Form action={`${path}/finish`} formKey={props.formKey} values={props.values} errors={props.errors}>
        <TextArea name="summary" label={t.conclude.summary} hint={t.conclude.summaryHint} rows={6} />
        <FormActions submit={t.conclude.finishLink} cancelHref={path} />
      </Form>
    </RoundFrame>
  );
}
