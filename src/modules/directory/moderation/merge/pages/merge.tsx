import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { ConfirmForm } from '#ui/components/form.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { RecordView } from '../../../record/schema.ts';
import { text as words } from '../../../text.pl.ts';
import type { Candidate, MergeView } from '../schema.ts';
import { text } from '../text.pl.ts';

function useCrumbs(id: string, name: string) {
  const t = useText(text);
  const all = useText(words);
  return [
    { href: '/directory', label: all.nav },
    { href: '/directory/moderation', label: t.queue },
    { href: `/directory/${id}`, label: name },
  ];
}

/** Which record is it? */
export function CandidatesPage(props: {
  id: string;
  name: string;
  shortName: string;
  found: readonly Candidate[];
  q?: string | undefined;
}) {
  const t = useText(text);
  const { id, found } = props;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="text"
      breadcrumb={useCrumbs(id, props.shortName)}
      meta={[t.goes(props.name)]}
    >
      <form method="get" action={`/directory/${id}/merge`} class="form">
        <TextField name="q" label={t.search} value={props.q ?? ''} maxlength={100} />
        <Button icon="search">{t.find}</Button>
      </form>
      <Panel title={t.candidates}>
        {found.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <RuledList
            items={found.map((c) => (
              <>
                <a href={`/directory/${id}/merge?with=${c.id}`}>{c.name}</a>
                {c.locality !== '' && <span class="muted"> {c.locality}</span>}
              </>
            ))}
          />
        )}
      </Panel>
    </Page>
  );
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly value: (r: RecordView) => string;
}

/** Both side by side, and what will happen. */
export function MergePage(props: { view: MergeView; formKey: string; errors?: readonly FieldError[] }) {
  const t = useText(text);
  const { lang } = useView();
  const { old, into, version } = props.view;
  const names = (parts: readonly { name: string; locality?: string }[]) =>
    parts.map((p) => p.name || p.locality || '').join('\n');
  const lines: Line[] = [
    { key: 'name', label: t.name, value: (r) => r.name },
    { key: 'nip', label: 'NIP', value: (r) => r.nip ?? '' },
    { key: 'krs', label: 'KRS', value: (r) => r.krs ?? '' },
    { key: 'regon', label: 'REGON', value: (r) => r.regon ?? '' },
    { key: 'registerNumber', label: t.registerNumber, value: (r) => r.registerNumber ?? '' },
    { key: 'phone', label: t.phone, value: (r) => r.phone },
    { key: 'email', label: t.email, value: (r) => r.email },
    { key: 'website', label: t.website, value: (r) => r.website },
    { key: 'places', label: t.places, value: (r) => names(r.places) },
    { key: 'offers', label: t.offers, value: (r) => names(r.offers) },
    { key: 'supports', label: t.supports, value: (r) => names(r.supports) },
    {
      key: 'confirmedOn',
      label: t.confirmedOn,
      value: (r) => (r.confirmedOn === null ? '' : formatDate(r.confirmedOn, lang)),
    },
  ];
  const cell = (r: RecordView) => (line: Line) => {
    const shown = line.value(r);
    return shown === '' ? (
      <span class="muted">{t.nothing}</span>
    ) : (
      <span class="pre-line break">{shown}</span>
    );
  };
  return (
    <Page
      title={t.title}
      breadcrumb={useCrumbs(old.id, old.shortName)}
      failed={(props.errors?.length ?? 0) > 0}
      meta={[<a href={`/directory/${into.id}/merge?with=${old.id}`}>{t.other}</a>]}
    >
      <DataTable<Line>
        caption={t.compare}
        captionHidden
        rows={lines}
        columns={[
          { key: 'field', label: t.field, heading: true, cell: (l) => l.label },
          { key: 'old', label: t.old, cell: cell(old) },
          { key: 'into', label: t.into, cell: cell(into) },
        ]}
      />
      <Panel>
        <ConfirmForm
          action={`/directory/${old.id}/merge`}
          formKey={props.formKey}
          version={version}
          errors={props.errors}
          consequences={[t.moves, t.fills, t.leads, t.once]}
          submit={t.submit}
          cancelHref={`/directory/${old.id}`}
        >
          <input type="hidden" name="into" value={into.id} />
        </ConfirmForm>
      </Panel>
    </Page>
  );
}
