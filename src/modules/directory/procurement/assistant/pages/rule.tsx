import { formatDate } from '#kernel/time.ts';
import { Panel } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Certainty, Goal, Note, Rule } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Marks what was not read in its source. */
export function Check(props: { certainty: Certainty }) {
  const t = useText(text);
  return props.certainty === 'source' ? null : <Tag tone="warning">{t.check}</Tag>;
}

/** One instrument: why it fits, conditions, proof, traps, and the clause to begin with. */
export function RulePanel(props: { rule: Rule; goals: readonly Goal[] }) {
  const t = useText(text);
  const { lang } = useView();
  const { rule, goals } = props;
  const search = `/directory?reserved=1`;
  const ask = `/enquiries/new?reserved=${rule.code}`;
  return (
    <Panel
      id={rule.code}
      level={3}
      long
      title={
        <>
          {rule.name} <span class="muted">{`${rule.article}, ${rule.act}`}</span>
        </>
      }
      foot={`${t.source(rule.source)}, ${t.stateOn(formatDate(rule.stateOn, lang))}`}
    >
      <p>
        {rule.what} <Check certainty={rule.certainty} />
      </p>
      <h4>{t.why}</h4>
      <ul>
        {goals.map((goal) => (
          <li>{t.goal[goal]}</li>
        ))}
      </ul>
      <Notes title={t.condition} notes={rule.notes.filter(({ kind }) => kind === 'condition')} />
      <Notes title={t.proof} notes={rule.notes.filter(({ kind }) => kind === 'proof')} />
      <Notes title={t.trap} notes={rule.notes.filter(({ kind }) => kind === 'trap')} />
      <Clause rule={rule} />
      <p class="no-print">
        {rule.reserves && (
          <>
            <a href={search}>{t.find}</a> · <a href={ask}>{t.ask}</a> ·{' '}
          </>
        )}
        <a href={`/procurement/register/new?rule=${rule.code}`}>{t.record}</a>
      </p>
    </Panel>
  );
}

function Notes(props: { title: string; notes: readonly Note[] }) {
  const t = useText(text);
  if (props.notes.length === 0) return null;
  return (
    <>
      <h4>{props.title}</h4>
      <ul>
        {props.notes.map((note) => (
          <li>
            {note.text} <Check certainty={note.certainty} />{' '}
            <span class="muted">{t.source(note.source)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Clause({ rule }: { rule: Rule }) {
  const t = useText(text);
  const { lang } = useView();
  const { clause } = rule;
  if (!clause) return null;
  return (
    <>
      <h4>{t.clause}</h4>
      <blockquote class="pre-line">{clause.text}</blockquote>
      <p class="muted">
        {[
          t.version(clause.version),
          t.source(clause.source),
          t.stateOn(formatDate(clause.stateOn, lang)),
        ].join(', ')}{' '}
        <Check certainty={clause.certainty} /> {t.clauseHint}
      </p>
    </>
  );
}
