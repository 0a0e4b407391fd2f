import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import type { Offer } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What can be printed of the case, and why the rest cannot yet. */
export function DocumentsPage(props: { head: CaseHead; offers: readonly Offer[] }) {
  const t = useText(text);
  const ready = props.offers.filter((o) => o.refused === null);
  const waiting = props.offers.filter((o) => o.refused !== null);
  return (
    <CaseFrame head={props.head} current="documents" title={t.title}>
      <p>{t.lead}</p>
      <Panel title={t.ready} long>
        <DataTable
          caption={t.ready}
          captionHidden
          rows={ready}
          columns={[
            { key: 'document', label: t.document, heading: true, cell: (o) => t.kinds[o.kind] },
            { key: 'take', label: t.take, cell: (o) => <Entries offer={o} /> },
            { key: 'contains', label: t.contains, cell: (o) => t.content[o.kind] },
            { key: 'who', label: t.who, cell: (o) => t.takers[o.kind] },
          ]}
        />
      </Panel>
      {waiting.length > 0 && (
        <Panel title={t.notYet} long>
          <DataTable
            caption={t.notYet}
            captionHidden
            rows={waiting}
            columns={[
              { key: 'document', label: t.document, heading: true, cell: (o) => t.kinds[o.kind] },
              { key: 'why', label: t.why, cell: (o) => o.refused && t.refusals[o.refused] },
              { key: 'contains', label: t.contains, cell: (o) => t.content[o.kind] },
              { key: 'who', label: t.who, cell: (o) => t.takers[o.kind] },
            ]}
          />
        </Panel>
      )}
    </CaseFrame>
  );
}

/** A document taken is written down, so nothing is fetched before somebody asks for it. */
function Entries(props: { offer: Offer }) {
  const t = useText(text);
  const kind = t.kinds[props.offer.kind];
  return (
    <>
      {props.offer.entries.map((entry) => (
        <p>
          <a href={entry.href} data-no-prefetch aria-label={`${kind}, ${entry.name}`}>
            {entry.name}
          </a>
          {entry.variants.map((v) => (
            <>
              {' · '}
              <a
                class="small"
                href={v.href}
                data-no-prefetch
                aria-label={`${kind}, ${entry.name}, ${v.label}`}
              >
                {v.label}
              </a>
            </>
          ))}
        </p>
      ))}
    </>
  );
}
