import { Button } from '#ui/components/buttons.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { languageName } from '../../pages/beside.tsx';
import type { Reading } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { Draft, Sent } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Facts } from './facts.tsx';
import { DraftText, useCrumbs } from './look.tsx';

/** The words of a draft. What is typed is kept by itself, and the view beside it follows. */
export function WritePage(props: Sent & { draft: Draft; formKey: string; reading: Reading }) {
  const t = useText(text);
  const w = useText(words);
  const { draft, reading } = props;
  const path = `/library/edit/${draft.id}`;
  return (
    <Page
      title={t.write.title(w.kinds[draft.kind], languageName(w, draft.lang))}
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
