import type { Lang } from '#kernel/i18n.ts';
import { ThreadBadge } from './components/tags.tsx';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { text } from './text.pl.ts';
import { type Contrast, type TextSize, useText, useView } from './view.tsx';

/** Who the page is for: it decides the size of the text, the width and what the header holds. */
export type Reader = 'worker' | 'participant' | 'public';

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
    <ul class="switch" aria-label={t.language}>
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
  );
}

function SizeSwitch() {
  const t = useText(text);
  const { prefs } = useView();
  const preference = usePreference();
  return (
    <ul class="switch sizes" aria-label={t.textSize}>
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
  );
}

function LookMenu() {
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

function SearchForm() {
  const t = useText(text);
  return (
    <search>
      <form class="find" action="/search" method="get">
        <input
          type="search"
          name="q"
          aria-label={t.searchLabel}
          placeholder={t.searchHint}
          autocomplete="off"
          data-search
        />
        <button type="submit">
          <Icon name="search" label={t.search} />
        </button>
      </form>
    </search>
  );
}

function Waiting() {
  const t = useText(text);
  const { waitingCount } = useView();
  if (waitingCount === null) return null;
  return (
    <a class="waiting" href="/work" data-some={waitingCount > 0 ? '' : undefined}>
      {t.waitsForMe} <b class="num">{waitingCount}</b>
    </a>
  );
}

function WhoAmI(props: { reader: Reader }) {
  const t = useText(text);
  const { actor } = useView();
  if (!actor) {
    return (
      <a class="ds-button" data-variant="secondary" data-size="sm" href="/sign-in">
        {t.signIn}
      </a>
    );
  }
  if (props.reader === 'participant') return <a href="/account">{actor.name}</a>;
  return (
    <a
      class="whoami"
      href="/account"
      title={actor.canSwitch ? `${t.account}, ${t.switchFunction}` : t.account}
    >
      {actor.institutionThread && <ThreadBadge thread={actor.institutionThread} />}
      <span>
        <b>{actor.name}</b>
        <span class="function">, {actor.functionLabel}</span>
        <small>{actor.institutionName}</small>
      </span>
    </a>
  );
}

function Sections() {
  const t = useText(text);
  const { nav } = useView();
  if (nav.length === 0) return null;
  return (
    <nav aria-label={t.nav}>
      <ul class="nav">
        {nav.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.icon && <Icon name={item.icon} />}
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function SiteHeader(props: { reader: Reader }) {
  const t = useText(text);
  const { demo } = useView();
  const { reader } = props;
  return (
    <header class="site-head">
      {demo && <p class="demo">{t.demo}</p>}
      <div class="wrap bar">
        <a class="brand" href="/" aria-label={t.home}>
          <Mark />
          Splot
        </a>
        {reader === 'worker' && <SearchForm />}
        {reader === 'public' && <Sections />}
        <div class="tools">
          {reader === 'worker' && <Waiting />}
          {reader !== 'public' && <WhoAmI reader={reader} />}
          <LanguageSwitch />
          <SizeSwitch />
          <LookMenu />
          {reader === 'public' && <WhoAmI reader={reader} />}
        </div>
      </div>
      {reader !== 'public' && (
        <div class="sections">
          <div class="wrap">
            <Sections />
          </div>
        </div>
      )}
    </header>
  );
}
