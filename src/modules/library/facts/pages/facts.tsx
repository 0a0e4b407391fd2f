import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { FACT_FIELDS, type Facts } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What a document has beside its words, as a list of terms; kinds with views of their own show nothing here. */
export function FactsView({ facts }: { facts: Facts }) {
  const t = useText(text);
  // They show their facts in tables of their own.
  if (facts.kind === 'model' || facts.kind === 'pilot') return null;
  const names: Readonly<Record<string, string>> = t.fields;
  const choices: Readonly<Record<string, string>> = t.choices;
  const stored: Readonly<Record<string, unknown>> = facts;
  const items = (FACT_FIELDS[facts.kind] ?? []).flatMap(({ name, type }) => {
    const value = stored[name];
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    const shown =
      Array.isArray(value) && value.length === 1 ? (
        String(value[0])
      ) : Array.isArray(value) ? (
        name === 'steps' ? (
          <ol>
            {value.map((line) => (
              <li>{String(line)}</li>
            ))}
          </ol>
        ) : (
          <ul>
            {value.map((line) => (
              <li>{String(line)}</li>
            ))}
          </ul>
        )
      ) : type === 'choice' ? (
        (choices[String(value)] ?? String(value))
      ) : (
        String(value)
      );
    return [{ term: names[name] ?? name, value: shown }];
  });
  if (items.length === 0) return null;
  return (
    <Panel title={t.title} long>
      <SummaryList items={items} />
    </Panel>
  );
}
