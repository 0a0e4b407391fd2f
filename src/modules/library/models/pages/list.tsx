import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState, RuledList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as factWords } from '../../facts/text.pl.ts';
import { FeedLinks } from '../../pages/feeds.tsx';
import { text as words } from '../../text.pl.ts';
import { useZloty } from '../budget/pages/outcome.tsx';
import { CATEGORIES, EVIDENCE, type ModelCard, type ModelsQuery, postsOf } from '../schema.ts';
import { text } from '../text.pl.ts';

const LIVE = 'models';

/** Every model with what it takes to start: category, people, money, and how sure it is. */
export function ModelsPage(props: { query: ModelsQuery; models: readonly ModelCard[] }) {
  const t = useText(text);
  const known = useText(factWords);
  const w = useText(words);
  const { query, models } = props;
  const options = <T extends string>(all: readonly T[], names: Readonly<Record<T, string>>) =>
    all.map((value) => ({ value, label: names[value] }));
  return (
    <Page
      title={w.sections.models}
      lead={w.leads.models}
      reader="public"
      description={w.leads.models}
      breadcrumb={[{ href: '/knowledge', label: w.nav }]}
      actions={<ButtonLink href="/models/compare">{t.list.compare}</ButtonLink>}
      head={
        <link
          rel="alternate"
          type="application/atom+xml"
          title={w.sections.models}
          href="/models/feed.atom"
        />
      }
    >
      <FilterBar
        action="/models"
        live={LIVE}
        clearHref={query.q || query.category || query.evidence ? '/models' : undefined}
      >
        <TextField name="q" label={t.list.q} type="search" value={query.q} grow />
        <Select
          name="category"
          label={known.fields.category}
          value={query.category ?? ''}
          empty={t.list.all}
          options={options(CATEGORIES, known.choices)}
        />
        <Select
          name="evidence"
          label={t.list.evidence}
          value={query.evidence ?? ''}
          empty={t.list.all}
          options={options(EVIDENCE, t.evidence)}
        />
      </FilterBar>
      <div id={LIVE} aria-live="polite" class="column">
        <p>
          <b>{t.list.count(models.length)}</b>
        </p>
        {models.length === 0 ? (
          <EmptyState title={t.list.none} action={<a href="/models">{t.list.all}</a>}>
            {t.list.noneMore}
          </EmptyState>
        ) : (
          <RuledList items={models.map((model) => <Card model={model} />)} />
        )}
      </div>
      <p class="no-print">
        <a href="/pilots">{t.list.pilots}</a> · <a href="/models/adopters">{t.list.adopters}</a>
      </p>
      <FeedLinks section="models" />
    </Page>
  );
}

function Card({ model }: { model: ModelCard }) {
  const t = useText(text);
  const known = useText(factWords);
  const { lang } = useView();
  const zl = useZloty();
  const { facts, outcome } = model;
  const posts = postsOf(facts);
  const number = (n: number) => formatNumber(n, lang);
  const category = CATEGORIES.find((code) => code === facts.category);
  return (
    <article class="listed" lang={model.lang === lang ? undefined : model.lang}>
      <h2>
        <a href={model.path} hreflang={model.lang}>
          {model.title}
        </a>
      </h2>
      {model.lead && <p>{model.lead}</p>}
      <p>
        {category && <Tag>{known.choices[category]}</Tag>} <Tag>{t.evidence[facts.evidence]}</Tag>
      </p>
      <p class="muted">
        {[
          posts.all > 0 && t.list.posts(posts.all, number(posts.all), number(posts.atRisk)),
          outcome ? t.list.start(zl(outcome.invested)) : t.list.noBudget,
          outcome?.breakEven && t.list.breakEven(outcome.breakEven),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </article>
  );
}
