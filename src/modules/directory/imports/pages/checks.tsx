import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { factWords } from '../../record/api.ts';
import type { Check } from '../checks/service.ts';
import { text } from '../text.pl.ts';

/** Buttons of many rows look alike; read out, each says whose it is. */
function Named(props: { short: string; whole: string }) {
  return (
    <>
      <span aria-hidden="true">{props.short}</span>
      <span class="visually-hidden">{props.whole}</span>
    </>
  );
}

/** Differences that imports left for an editor to settle: the word of the source, or ours. */
export function ChecksPage(props: {
  checks: readonly Check[];
  sources: ReadonlyMap<string, string>;
  crumbs: readonly { href: string; label: string }[];
  keyOf: () => string;
}) {
  const t = useText(text);
  const names: Readonly<Record<string, string>> = useText(factWords).fields;
  const source = (c: Check) => props.sources.get(c.source) ?? c.source;
  return (
    <Page title={t.checks.title} lead={t.checks.lead} breadcrumb={props.crumbs}>
      {props.checks.length === 0 ? (
        <EmptyState title={t.checks.none}>{t.checks.noneBody}</EmptyState>
      ) : (
        <DataTable
          caption={t.checks.title}
          captionHidden
          rows={props.checks}
          columns={[
            {
              key: 'name',
              label: t.checks.name,
              heading: true,
              cell: (c) => <a href={`/directory/${c.entityId}`}>{c.name}</a>,
            },
            {
              key: 'what',
              label: t.checks.what,
              cell: (c) => t.checks.differs(names[c.field ?? ''] ?? c.field ?? '', source(c)),
            },
            { key: 'ours', label: t.checks.ours, cell: (c) => c.ours ?? '–' },
            { key: 'theirs', label: t.checks.theirs, cell: (c) => c.theirs ?? '–' },
            { key: 'since', label: t.checks.since, cell: (c) => <TimeText at={c.createdAt} /> },
            {
              key: 'decide',
              label: t.checks.decide,
              quiet: true,
              cell: (c) => (
                <Form light action={`/directory/imports/checks/${c.id}`} formKey={props.keyOf()}>
                  <Button name="verdict" value="keep" variant="secondary" small>
                    <Named short={t.checks.keep} whole={t.checks.keepOf(c.name)} />
                  </Button>
                  <Button name="verdict" value="take" variant="secondary" small>
                    <Named short={t.checks.take} whole={t.checks.takeOf(c.name)} />
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
