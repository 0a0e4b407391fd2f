import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

interface Part {
  readonly title: string;
  readonly body: string;
}

function PartsPage(props: { title: string; lead: string; parts: readonly Part[] }) {
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
    </Page>
  );
}

export function PrivacyPage() {
  return <PartsPage {...useText(text).privacy} />;
}

/** Who runs the site and on which terms it may be used. */
export function LegalPage({ owner }: { owner: string }) {
  const t = useText(text).legal;
  const parts = [{ title: t.operator, body: t.runs(owner) }, ...t.parts];
  return <PartsPage title={t.title} lead={t.lead} parts={parts} />;
}
