import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Markdown } from '#ui/markdown.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { FactsView } from '../../facts/pages/facts.tsx';
import { languageName } from '../../pages/beside.tsx';
import { Difference } from '../../pages/history.tsx';
import type { Piece, Reading } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { Draft, Sent } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Whoever is no editor came from the articles of a desk. */
export function useCrumbs(draft: Draft, edits = true) {
  const t = useText(text);
  if (!edits) return [{ href: '/advice/knowledge', label: t.look.fromDesk }];
  return [
    { href: '/library/edit', label: t.desk.title },
    { href: `/library/edit/documents/${draft.documentId}`, label: draft.title },
  ];
}

/** A draft as its readers would see it, and what they would not see: a block that nothing answers is named here alone. */
export function DraftText({ draft, reading }: { draft: Draft; reading: Reading }) {
  const t = useText(text);
  const embed: Reading['embed'] = (name, attrs) =>
    reading.embed(name, attrs) ?? <Notice tone="warning">{t.look.noBlock(name)}</Notice>;
  return (
    <Panel title={draft.title} long>
      {draft.lead && <p class="lead">{draft.lead}</p>}
      <FactsView facts={reading.shown.facts} />
      <Markdown blocks={reading.blocks} embed={embed} lower={1} />
    </Panel>
  );
}

/** What is proposed, what it changes, and the decision of the second pair of eyes. */
export function LookPage(
  props: Sent & {
    draft: Draft;
    reading: Reading;
    formKey: string;
    pieces: readonly Piece[] | null;
    /** Why the reader may not approve it; null when they may. */
    refused: string | null;
  },
) {
  const t = useText(text);
  const w = useText(words);
  const { draft, reading, refused } = props;
  const path = `/library/edit/${draft.id}`;
  const reasons: Readonly<Record<string, string>> = t.look.refused;
  const form = { formKey: props.formKey, version: draft.rowVersion };
  return (
    <Page
      title={t.look.title(draft.title)}
      breadcrumb={useCrumbs(draft, reading.edits)}
      failed={Boolean(props.errors?.length)}
      meta={[t.states[draft.state], languageName(w, draft.lang), draft.authorName, draft.changeNote]}
      actions={
        draft.state === 'draft' && reading.edits && <ButtonLink href={path}>{t.look.write}</ButtonLink>
      }
      aside={
        draft.state === 'proposed' && (
          <Panel title={t.look.decide} tone="next">
            {refused === null ? (
              <Form light action={`${path}/approve`} {...form} values={props.values} errors={props.errors}>
                <DateField name="on" optional label={t.look.on} hint={t.look.onHint} />
                <TextField name="at" optional label={t.look.at} width="s" />
                <FormActions submit={t.look.approve} />
              </Form>
            ) : (
              <p>{reasons[refused] ?? refused}</p>
            )}
            <Form light part="return" action={`${path}/return`} {...form}>
              <TextArea name="note" label={t.look.note} rows={3} max={1000} />
              <div class="form-actions">
                <Button>{t.look.sendBack}</Button>
              </div>
            </Form>
          </Panel>
        )
      }
    >
      <div id="preview">
        <DraftText draft={draft} reading={reading} />
      </div>
      {props.pieces && (
        <Panel title={t.look.changes} long>
          <Difference pieces={props.pieces} />
        </Panel>
      )}
    </Page>
  );
}
