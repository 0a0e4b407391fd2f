import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { PartnershipFrame } from '../../../pages/frame.tsx';
import type { Question } from '../../schema.ts';
import type { EvaluationView } from '../../service.ts';
import { text } from '../../text.pl.ts';
import type { Shown } from '../schema.ts';

/** The coordinator looks for names before the partners read. */
export function TextsPage(props: {
  view: EvaluationView;
  texts: readonly Shown[];
  questions: readonly Question[];
}) {
  const t = useText(text);
  const { view } = props;
  const waiting = props.texts.filter(({ state }) => state === 'waiting');
  const base = `/partnerships/${view.partnership.id}/evaluation`;
  const path = `${base}/${view.evaluation.id}`;
  return (
    <PartnershipFrame
      partnership={view.partnership}
      member
      current="evaluation"
      title={t.texts.title}
      lead={t.texts.lead}
      trail={[
        { href: base, label: t.title },
        { href: path, label: view.evaluation.title },
      ]}
      width="text"
    >
      {waiting.length === 0 && <EmptyState title={t.texts.none} />}
      {waiting.slice(0, 25).map((each) => {
        const { found } = each;
        return (
          <Panel title={t.audiences[each.audience]}>
            <p>{props.questions.find(({ code }) => code === each.question)?.words}</p>
            {found.length > 0 && (
              <p class="late">{t.texts.found(found.map((kind) => t.texts.kinds[kind]).join(', '))}</p>
            )}
            <Form light action={`${path}/texts/${each.id}`} part={each.id} values={{ body: each.body }}>
              <TextArea name="body" label={t.texts.body} hint={t.texts.hint} rows={3} />
              <div class="form-actions">
                <Button name="what" value="show">
                  {t.texts.show}
                </Button>
                <Button name="what" value="withhold" danger>
                  {t.texts.withhold}
                </Button>
              </div>
            </Form>
          </Panel>
        );
      })}
    </PartnershipFrame>
  );
}
