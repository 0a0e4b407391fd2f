import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { factWords } from '../../record/api.ts';
import type { Question } from '../review/service.ts';
import { VERDICTS } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Line {
  readonly field: string;
  readonly theirs: string;
  readonly ours: string;
}

function useLines({ row, record, parent }: Question): Line[] {
  const t = useText(text);
  const names = useText(factWords).fields;
  const { lang } = useView();
  const { draft } = row;
  if (!draft) return [];
  const main = record.places.find((p) => p.isMain);
  const joined = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(', ');
  const day = (date: string | null) => (date === null ? '' : formatDate(date, lang));
  const { numbers, seat } = draft;
  return [
    { field: names.name, theirs: draft.name, ours: record.name },
    {
      field: t.review.numbers,
      theirs: joined(numbers.krs, numbers.nip, draft.unitRegon ?? numbers.regon),
      ours: joined(record.krs, record.nip, record.regon),
    },
    {
      field: t.review.place,
      theirs: joined(seat?.street, [seat?.postalCode, seat?.locality].filter(Boolean).join(' ')),
      ours: joined(main?.street, [main?.postalCode, main?.locality].filter(Boolean).join(' ')),
    },
    {
      field: t.review.founder,
      theirs: draft.founder?.name ?? '',
      ours: parent || record.founders.map((f) => f.name).join(', '),
    },
    { field: names.registerNumber, theirs: draft.registerNumber ?? '', ours: record.registerNumber ?? '' },
    { field: names.foundedOn, theirs: day(draft.foundedOn), ours: day(record.foundedOn) },
    { field: names.phone, theirs: draft.phone, ours: record.phone },
    { field: names.email, theirs: draft.email, ours: record.email },
  ].filter((line) => line.theirs !== '' || line.ours !== '');
}

/** A row and the record it may be, side by side; three answers by arrow keys and Enter. */
export function ReviewPage(props: {
  question: Question;
  crumbs: readonly { href: string; label: string }[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { question } = props;
  const { row, candidate, record, file, left } = question;
  const lines = useLines(question);
  const path = `/directory/imports/${file.id}/review`;
  const mark = (line: Line, value: string) =>
    line.theirs !== line.ours && value !== '' ? <b>{value}</b> : value || '–';
  return (
    <Page
      title={t.review.title}
      lead={t.review.left(left)}
      breadcrumb={props.crumbs}
      failed={Boolean(props.errors?.length)}
    >
      <Notice quiet>
        {t.review.score(candidate.score)}{' '}
        {candidate.reasons.map((reason) => t.review.reasons[reason]).join(', ')}.
      </Notice>
      <DataTable
        caption={t.review.caption}
        captionHidden
        rows={lines}
        columns={[
          { key: 'field', label: t.review.field, heading: true, cell: (line) => line.field },
          { key: 'theirs', label: t.review.theirs(row.row), cell: (line) => mark(line, line.theirs) },
          { key: 'ours', label: t.review.ours, cell: (line) => mark(line, line.ours) },
        ]}
      />
      <p>
        <a href={`/directory/${record.id}`}>{t.review.record}</a> ·{' '}
        <a href={`${path}?after=${row.row}`}>{t.review.later}</a>
      </p>
      <Form light action={path} formKey={props.formKey} errors={props.errors}>
        <input type="hidden" name="row" value={String(row.row)} />
        <input type="hidden" name="entity" value={record.id} />
        <Radios
          name="verdict"
          label={t.review.question}
          hint={t.review.remembered}
          options={VERDICTS.map((value) => ({
            value,
            label: t.review.verdicts[value],
            hint: t.review.hints[value],
          }))}
        />
        <FormActions submit={t.review.submit} cancelHref={`/directory/imports/${file.id}`} />
      </Form>
    </Page>
  );
}
