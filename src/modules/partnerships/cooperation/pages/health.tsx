import { formatNumber } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { HealthLine, Verdict } from '../schema.ts';
import { type Text, text } from '../text.pl.ts';

const TONES: Readonly<Record<Verdict, TagTone>> = { good: 'success', talk: 'warning', unknown: 'neutral' };

/** The number with what it is of; a veiled one as far as it may be told. */
function told({ whole, part, veil }: HealthLine, t: Text, percent: (n: number) => string): string {
  if (whole === null) return t.tooFew;
  if (whole === 0) return t.noData;
  if (part !== null)
    return whole === 1 ? t.of(part, whole) : `${percent((part / whole) * 100)}% · ${t.of(part, whole)}`;
  return veil === 'few' ? t.fewOf(whole) : veil === 'most' ? t.mostOf(whole) : t.someOf(whole);
}

/** Components with definition, number and source; no single score. */
export function HealthPanel(props: { lines: readonly HealthLine[] }) {
  const t = useText(text);
  const { lang } = useView();
  const percent = (n: number) => formatNumber(n, lang, { max: 0 });
  return (
    <Panel title={t.healthTitle} long>
      <p>{t.healthLead}</p>
      <DataTable
        caption={t.healthTitle}
        captionHidden
        rows={props.lines}
        columns={[
          {
            key: 'name',
            label: t.component,
            heading: true,
            cell: ({ code, rule }) => (
              <>
                {t.health[code].name}
                <span class="under plain">{t.health[code].about(rule.days ?? 0)}</span>
              </>
            ),
          },
          {
            key: 'value',
            label: t.value,
            cell: (line) => (
              <>
                {told(line, t, percent)}
                {line.median !== null && <span class="under">{t.median(line.median)}</span>}
              </>
            ),
          },
          {
            key: 'verdict',
            label: t.verdictTitle,
            cell: ({ verdict, rule }) => (
              <>
                <StateTag tone={TONES[verdict]} label={t.verdicts[verdict]} />
                <span class="under">
                  {rule.least === 1 && rule.goodFrom === 100
                    ? t.thresholdYes
                    : t.threshold(rule.goodFrom, rule.least)}
                </span>
              </>
            ),
          },
          {
            key: 'source',
            label: t.source,
            cell: ({ code, rule }) => (
              <>
                {t.health[code].source}
                <span class="under">{t.rule(rule.source)}</span>
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
