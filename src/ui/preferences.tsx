import type { Lang } from '#kernel/i18n.ts';
import { Icon } from './icon.tsx';
import { text } from './text.pl.ts';
import { type Contrast, type TextSize, useText, useView } from './view.tsx';

const LANGUAGE: Record<Lang, { short: string; name: string }> = {
  pl: { short: 'PL', name: 'Polski' },
  en: { short: 'EN', name: 'English' },
  uk: { short: 'УКР', name: 'Українська' },
};
const SIZES: readonly TextSize[] = ['a', 'b', 'c'];
const CONTRASTS: readonly Contrast[] = ['auto', 'light', 'dark', 'high'];

/** A GET link that remembers a preference in a cookie and comes back here. */
function usePreference(): (name: 'lang' | 'size' | 'contrast', value: string) => string {
  const { path } = useView();
  return (name, value) => `/preferences?${name}=${value}&back=${encodeURIComponent(path)}`;
}

export function LanguageSwitch() {
  const t = useText(text);
  const { lang, langs } = useView();
  const preference = usePreference();
  return (
    <nav aria-label={t.language}>
      <ul class="switch">
        {(langs ?? (['pl', 'en'] as const)).map((each) => (
          <li>
            <a
              href={preference('lang', each)}
              hreflang={each}
              lang={each}
              aria-label={`${LANGUAGE[each].short}, ${LANGUAGE[each].name}`}
              aria-current={each === lang ? 'true' : undefined}
              data-no-prefetch
            >
              {LANGUAGE[each].short}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function SizeSwitch() {
  const t = useText(text);
  const { prefs } = useView();
  const preference = usePreference();
  return (
    <nav class="sizes" aria-label={t.textSize}>
      <ul class="switch">
        {SIZES.map((size) => (
          <li>
            <a
              class={`size-${size}`}
              href={preference('size', size)}
              aria-label={`A, ${t.textSize}: ${t.sizes[size]}`}
              aria-current={size === prefs.size ? 'true' : undefined}
              data-no-prefetch
            >
              A
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function LookMenu() {
  const t = useText(text);
  const { prefs } = useView();
  const preference = usePreference();
  const item = (href: string, label: string, current: boolean) => (
    <li>
      <a href={href} aria-current={current ? 'true' : undefined} data-no-prefetch>
        <Icon name="accept" class="tick" />
        {label}
      </a>
    </li>
  );
  return (
    <details class="menu" data-menu>
      <summary>
        <Icon name="theme" label={t.look} />
      </summary>
      <div class="menu-body">
        <div class="sizes-in-menu">
          <h2>{t.textSize}</h2>
          <ul>{SIZES.map((size) => item(preference('size', size), t.sizes[size], size === prefs.size))}</ul>
        </div>
        <h2>{t.contrast}</h2>
        <ul>
          {CONTRASTS.map((mode) =>
            item(preference('contrast', mode), t.contrasts[mode], mode === prefs.contrast),
          )}
        </ul>
      </div>
    </details>
  );
}
