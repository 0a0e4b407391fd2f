import { Panel } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { PilotTable } from '../../pilots/pages/list.tsx';
import type { PilotCard } from '../../pilots/schema.ts';
import { text as adoption } from '../adoption/text.pl.ts';
import { text } from '../text.pl.ts';

/** Where the model has been tried, who uses it, and how to take it over: the way on from a page of a model. */
export function ModelUse(props: {
  slug: string;
  adopters: number;
  franchise: boolean;
  pilots: readonly PilotCard[];
  edits: boolean;
}) {
  const t = useText(text).facts;
  const a = useText(adoption);
  const { slug, adopters, pilots } = props;
  return (
    <>
      {pilots.length > 0 && (
        <Panel title={t.pilots} long>
          <PilotTable pilots={pilots} caption={t.pilots} withoutModel />
        </Panel>
      )}
      <Panel title={t.use}>
        <p>
          {adopters === 0 ? (
            t.noAdopters
          ) : (
            <>
              {t.adopters(adopters)}. <a href={`/models/adopters?model=${slug}`}>{t.adoptersLink}</a>
            </>
          )}
        </p>
        {props.franchise && (
          <p>
            {t.franchiseIs} <a href={`/models/${slug}/franchise`}>{t.franchiseLink}</a>
          </p>
        )}
        <p class="no-print">
          <a href={`/models/compare?m1=${slug}`}>{t.compare}</a>
          {props.edits && (
            <>
              {' · '}
              <a href={`/models/${slug}/adopters`}>{a.keep.link}</a>
            </>
          )}
        </p>
      </Panel>
    </>
  );
}
