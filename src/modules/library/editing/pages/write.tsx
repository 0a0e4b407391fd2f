import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Markdown } from '#ui/markdown.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { FactsView } from '../../facts/pages/facts.tsx';
import { FACT_FIELDS, type FactField } from '../../facts/schema.ts';
import { text as factWords } from '../../facts/text.pl.ts';
import { Difference } from '../../pages/history.tsx';
import type { DocumentKind, Piece, Reading } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { Draft, Sent } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Whoever is no editor came from the articles of a desk. */
function useCrumbs(draft: Draft, edits = true) {
  const t = useText(text);
  if (!edits) return [{ href: '/advice/knowledge', label: t.look.fromDesk }];
  return [
    { href: '/library/edit', label: t.desk.title },
    { href: `/library/edit/documents/${draft.documentId}`, label: draft.title },
  ];
}

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

function Facts({ kind }: { kind: DocumentKind }) {
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

/** The words of a draft. What is typed is kept by itself, and the view beside it follows. */
export function WritePage(props: Sent & { draft: Draft; formKey: string; reading: Reading }) {
  const t = useText(text);
  const w = useText(words);
  const { draft, reading } = props;
  const path = `/library/edit/${draft.id}`;
  return (
    <Page
      title={t.write.title(w.kinds[draft.kind], w.languages[draft.lang as 'pl'] ?? draft.lang)}
      failed={Boolean(props.errors?.length)}
      breadcrumb={useCrumbs(draft)}
      before={draft.returnedNote && <Notice tone="warning">{t.desk.returned(draft.returnedNote)}</Notice>}
    >
      <div class="columns writing">
        <div class="column">
          <Form
            action={path}
            formKey={props.formKey}
            version={draft.rowVersion}
            values={props.values}
            errors={props.errors}
            now={props.now}
            autosave={`${path}/typing`}
          >
            <TextField name="title" label={t.fields.title} maxlength={200} />
            <TextArea
              name="lead"
              optional
              label={t.fields.lead}
              hint={t.fields.leadHint}
              rows={3}
              max={1000}
            />
            <div data-markdown={t.write.toolbar}>
              <TextArea name="body" label={t.fields.body} optional hint={t.fields.bodyHint} rows={24} />
            </div>
            <Facts kind={draft.kind} />
            <FieldRow>
              <DateField name="legal_state_on" optional label={t.fields.legalState} />
              <DateField name="review_by" optional label={t.fields.reviewBy} />
            </FieldRow>
            <TextField
              name="image_alt"
              optional
              label={t.fields.imageAlt}
              hint={t.fields.imageAltHint}
              maxlength={300}
            />
            <TextField
              name="change_note"
              optional
              label={t.fields.changeNote}
              hint={t.fields.changeNoteHint}
              maxlength={500}
            />
            <FormActions submit={t.write.save} cancelHref={`/library/edit/documents/${draft.documentId}`}>
              <Button name="step" value="propose">
                {t.write.propose}
              </Button>
            </FormActions>
          </Form>
          <p>
            <a href={`${path}/drop`}>{t.write.drop}</a>
          </p>
        </div>
        <section class="column" aria-label={t.write.preview}>
          <div id="preview" data-preview={`${path}/look`}>
            <DraftText draft={draft} reading={reading} />
          </div>
        </section>
      </div>
    </Page>
  );
}

/** A draft as its readers would see it. */
function DraftText({ draft, reading }: { draft: Draft; reading: Reading }) {
  return (
    <Panel title={draft.title} long>
      {draft.lead && <p class="lead">{draft.lead}</p>}
      <FactsView facts={reading.shown.facts} />
      <Markdown blocks={reading.blocks} embed={reading.embed} lower={1} />
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
  const { draft, reading, refused } = props;
  const path = `/library/edit/${draft.id}`;
  const reasons: Readonly<Record<string, string>> = t.look.refused;
  const form = { formKey: props.formKey, version: draft.rowVersion };
  return (
    <Page
      title={t.look.title(draft.title)}
      breadcrumb={useCrumbs(draft, reading.edits)}
      failed={Boolean(props.errors?.length)}
      meta={[t.states[draft.state], draft.lang, draft.authorName, draft.changeNote]}
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
