/** More bars than this nobody reads. */
const MOST = 24;

export interface ChartBlock {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
  readonly unit: string;
  readonly source: string;
}

/** `0,5`, `1 265` and `1265.5` are numbers; a value that is none leaves its bar out. */
function numberOf(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

/**
 * What `::chart{title="…" values="CIS: 148; KIS: 360" unit="…" source="…"}` in a text asks for. Null without a title or
 * without two bars: one bar compares nothing.
 */
export function chartOf(attrs: Readonly<Record<string, string>>): ChartBlock | null {
  const bars = (attrs.values ?? '').split(';').flatMap((part) => {
    const at = part.lastIndexOf(':');
    const value = numberOf(part.slice(at + 1));
    const label = part.slice(0, Math.max(at, 0)).trim();
    return label === '' || value === null ? [] : [{ label, value }];
  });
  const title = attrs.title?.trim() ?? '';
  if (title === '' || bars.length < 2) return null;
  return {
    title,
    bars: bars.slice(0, MOST),
    unit: attrs.unit?.trim() ?? '',
    source: attrs.source?.trim() ?? '',
  };
}
