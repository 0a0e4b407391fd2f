import { formatDate } from '#kernel/time.ts';
import { Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Place } from '../schema.ts';
import { text } from '../text.pl.ts';
import type { Sent } from './frame.tsx';

/** Which standard, for which year, until when. */
export function OpenPage(
  props: Place & Sent & { standards: readonly { slug: string; title: string }[]; year: number; due: string },
) {
  const t = useText(text);
  const { lang } = useView();
  const { partnership: p, standards } = props;
  const base = `/partnerships/${p.id}/standard`;
  const values = {
    standard: standards[0]?.slug,
    year: String(props.year),
    due: formatDate(props.due, lang),
    ...props.values,
  };
  return (
    <PartnershipFrame
      partnership={p}
      member
      current="standard"
      title={t.open.title}
      lead={t.open.lead}
      trail={[{ href: base, label: t.title }]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      {standards.length === 0 ? (
        <EmptyState title={t.open.none}>{t.open.noneMore}</EmptyState>
      ) : (
        <Form action={`${base}/new`} formKey={props.formKey} values={values} errors={props.errors}>
          <Select
            name="standard"
            label={t.open.standard}
            options={standards.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          <TextField name="year" label={t.open.year} hint={t.open.yearHint} width="s" inputmode="numeric" />
          <DateField name="due" label={t.open.due} />
          <FormActions submit={t.open.submit} cancelHref={base} />
        </Form>
      )}
    </PartnershipFrame>
  );
}
