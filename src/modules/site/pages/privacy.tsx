import type { Child } from 'hono/jsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Kept } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Part {
  readonly title: string;
  readonly body: string;
}

function PartsPage(props: { title: string; lead: string; parts: readonly Part[]; children?: Child }) {
  const { actor } = useView();
  return (
    <Page title={props.title} lead={props.lead} reader={actor ? undefined : 'public'} width="text">
      <div class="prose">
        {props.parts.map((part) => (
          <section>
            <h2>{part.title}</h2>
            <p>{part.body}</p>
          </section>
        ))}
      </div>
      {props.children}
    </Page>
  );
}

/** What happens with data, and for each form open to anybody: who, what for, on what basis, how long. */
export function PrivacyPage({ owner, kept }: { owner: string; kept: Kept }) {
  const { given, ...parts } = useText(text).privacy;
  return (
    <PartsPage {...parts}>
      <h2>{given.title}</h2>
      <p>{given.lead}</p>
      {Object.values(given.forms).map((form) => (
        <Panel title={form.title} level={3}>
          <SummaryList
            items={[
              { term: given.who, value: form.who(owner) },
              { term: given.why, value: form.why },
              { term: given.basis, value: form.basis },
              { term: given.long, value: form.long(kept) },
            ]}
          />
        </Panel>
      ))}
    </PartsPage>
  );
}

/** Who runs the site and on which terms it may be used. */
export function LegalPage({ owner }: { owner: string }) {
  const t = useText(text).legal;
  const parts = [{ title: t.operator, body: t.runs(owner) }, ...t.parts];
  return <PartsPage title={t.title} lead={t.lead} parts={parts} />;
}
