import { Select } from '#ui/components/choices.tsx';
import { Fieldset } from '#ui/components/form.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { FACT_FIELDS, type FactField } from '../../facts/schema.ts';
import { text as factWords } from '../../facts/text.pl.ts';
import type { DocumentKind } from '../../schema.ts';

function FactInput({ field }: { field: FactField }) {
  const t = useText(factWords);
  const names: Readonly<Record<string, string>> = t.fields;
  const choices: Readonly<Record<string, string>> = t.choices;
  const columns: Readonly<Record<string, string>> = t.columns;
  const props = { name: `facts.${field.name}`, label: names[field.name] ?? field.name, optional: true };
  if (field.type === 'choice')
    return (
      <Select
        {...props}
        options={(field.options ?? []).map((value) => ({ value, label: choices[value] ?? value }))}
      />
    );
  if (field.type === 'lines') return <TextArea {...props} rows={4} hint={t.linesHint} />;
  if (field.type === 'rows')
    return <TextArea {...props} rows={6} hint={`${t.rowsHint} ${columns[field.name] ?? ''}`} />;
  if (field.type === 'text') return <TextArea {...props} rows={3} />;
  return (
    <TextField
      {...props}
      inputmode={field.type === 'number' ? 'numeric' : undefined}
      suffix={field.type === 'money' ? 'zł' : undefined}
      width={field.type === 'line' ? undefined : 's'}
    />
  );
}

/** What a document of this kind says beside its words. */
export function Facts({ kind }: { kind: DocumentKind }) {
  const t = useText(factWords);
  const fields = FACT_FIELDS[kind] ?? [];
  if (fields.length === 0) return null;
  return (
    <Fieldset legend={t.title} block>
      {fields.map((field) => (
        <FactInput field={field} />
      ))}
    </Fieldset>
  );
}
