import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText } from '#ui/view.tsx';
import type { EvaluationView } from '../../service.ts';
import { text } from '../../text.pl.ts';
import { CONCLUSIONS, type Comparison, type Conclusion } from '../schema.ts';

const pathOf = (view: EvaluationView) =>
  `/partnerships/${view.partnership.id}/evaluation/${view.evaluation.id}`;
const open = (view: EvaluationView) => view.coordinates && view.evaluation.state === 'closed';

function Remove(props: { action: string; what: string }) {
  const t = useText(text).compare;
  return (
    <form method="post" action={props.action}>
      <Button small>
        {t.remove}
        <span class="visually-hidden"> {props.what}</span>
      </Button>
    </form>
  );
}

/** What is kept, changed, spread. */
export function ConclusionPanel(props: { view: EvaluationView; conclusions: readonly Conclusion[] }) {
  const t = useText(text).conclusions;
  const { view, conclusions } = props;
  return (
    <Panel
      title={t.title}
      action={
        open(view) && (
          <ButtonLink href={`${pathOf(view)}/conclusions/new`} small icon="add">
            {t.add}
          </ButtonLink>
        )
      }
    >
      {conclusions.length === 0 && <p>{t.none}</p>}
      {CONCLUSIONS.map((kind) => {
        const own = conclusions.filter((each) => each.kind === kind);
        if (own.length === 0) return null;
        return (
          <>
            <h3>{t.kinds[kind]}</h3>
            <RuledList
              items={own.map((each) => (
                <div class="row-form">
                  <span>{each.body}</span>
                  {open(view) && (
                    <Remove action={`${pathOf(view)}/conclusions/${each.id}/remove`} what={each.body} />
                  )}
                </div>
              ))}
            />
          </>
        );
      })}
    </Panel>
  );
}

/** Indicators here and elsewhere, with definitions, sources and caveats. */
export function ComparisonPanel(props: { view: EvaluationView; comparisons: readonly Comparison[] }) {
  const t = useText(text).compare;
  const { view, comparisons } = props;
  return (
    <Panel
      title={t.title}
      long
      action={
        open(view) && (
          <ButtonLink href={`${pathOf(view)}/comparisons/new`} small icon="add">
            {t.add}
          </ButtonLink>
        )
      }
    >
      <p>{t.lead}</p>
      <p>{t.german}</p>
      {comparisons.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={comparisons}
          columns={[
            { key: 'indicator', label: t.indicator, heading: true, cell: (c) => c.indicator },
            { key: 'definition', label: t.definition, cell: (c) => c.definition },
            { key: 'here', label: t.here, cell: (c) => c.here },
            { key: 'there', label: t.there, cell: (c) => `${c.there} (${c.other})` },
            { key: 'source', label: t.source, cell: (c) => c.source },
            { key: 'caveat', label: t.caveat, cell: (c) => c.caveat },
            ...(open(view)
              ? [
                  {
                    key: 'remove',
                    label: t.remove,
                    quiet: true,
                    cell: (c: Comparison) => (
                      <Remove action={`${pathOf(view)}/comparisons/${c.id}/remove`} what={c.indicator} />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Panel>
  );
}
