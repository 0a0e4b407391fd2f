import type { Child } from 'hono/jsx';
import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { formatMoney, formatNumber } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as factWords } from '../../facts/text.pl.ts';
import { text as words } from '../../text.pl.ts';
import { useZloty } from '../budget/pages/outcome.tsx';
import { CATEGORIES, type CompareQuery, type ModelCard, postsOf } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Two or three models in the columns of one table: first what they are, then what they take and bring. */
export function ComparePage(props: {
  query: CompareQuery;
  models: readonly ModelCard[];
  chosen: readonly ModelCard[];
}) {
  const t = useText(text).compare;
  const w = useText(words);
  const { chosen, query } = props;
  const options = props.models.map(({ slug, title }) => ({ value: slug, label: title }));
  return (
    <Page
      title={t.title}
      lead={t.lead}
      reader="public"
      breadcrumb={[
        { href: '/knowledge', label: w.nav },
        { href: '/models', label: w.sections.models },
      ]}
    >
      <form class="filters" method="get" action="/models/compare" aria-label={t.title}>
        {(['m1', 'm2', 'm3'] as const).map((name, i) => (
          <Select name={name} label={t.choose(i + 1)} value={query[name]} options={options} />
        ))}
        <Button variant="primary">{t.submit}</Button>
      </form>
      {chosen.length < 2 ? <p>{t.empty}</p> : <Comparison chosen={chosen} />}
    </Page>
  );
}

function useRows(): readonly (readonly [string, (model: ModelCard) => Child])[] {
  const t = useText(text);
  const { compare: c, facts: f } = t;
  const words = useText(factWords);
  const { lang } = useView();
  const zl = useZloty();
  const number = (n: number) => formatNumber(n, lang);
  const month = (n: number | null | undefined) => (n === null || n === undefined ? c.never : c.month(n));
  const category = (code: string) => CATEGORIES.find((known) => known === code);
  const named = (code: string) => {
    const known = category(code);
    return known ? words.choices[known] : '';
  };
  return [
    [words.fields.category, ({ facts }) => named(facts.category)],
    [words.fields.problem, ({ facts }) => facts.problem],
    [words.fields.customer, ({ facts }) => facts.customer],
    [words.fields.payer, ({ facts }) => facts.payer],
    [words.fields.founders, ({ facts }) => facts.founders],
    [c.evidence, ({ facts }) => t.evidence[facts.evidence]],
    [c.posts, ({ facts }) => number(postsOf(facts).all)],
    [c.atRisk, ({ facts }) => number(postsOf(facts).atRisk)],
    [c.start, ({ outcome }) => outcome && zl(outcome.invested)],
    [c.unit, ({ facts }) => facts.budget?.unit.name],
    [c.price, ({ facts }) => facts.budget && formatMoney(facts.budget.unit.price, lang)],
    [c.full, ({ facts }) => facts.budget && number(facts.budget.full)],
    [c.breakEven, ({ outcome }) => outcome && month(outcome.breakEven)],
    [c.needed, ({ outcome }) => outcome && zl(outcome.needed)],
    [c.payback, ({ outcome }) => outcome && month(outcome.payback)],
    [c.unaided, ({ outcome }) => outcome && zl(outcome.unaided)],
    [
      f.budget,
      ({ outcome, path, title }) =>
        outcome && (
          <a href={`${path}/budget`} aria-label={`${c.budget}: ${title}`}>
            {c.budget}
          </a>
        ),
    ],
  ];
}

function Comparison({ chosen }: { chosen: readonly ModelCard[] }) {
  const t = useText(text).compare;
  const rows = useRows();
  return (
    <Panel long>
      <section class="table-scroll" tabindex={0} aria-label={t.caption}>
        <table class="table">
          <caption class="visually-hidden">{t.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              {chosen.map((model) => (
                <th scope="col">
                  <a href={model.path}>{model.title}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, cell]) => (
              <tr>
                <th scope="row">{label}</th>
                {chosen.map((model) => (
                  <td>{cell(model) || '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
