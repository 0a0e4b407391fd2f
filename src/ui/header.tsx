import { ThreadBadge } from './components/tags.tsx';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { LanguageSwitch, LookMenu, SizeSwitch } from './preferences.tsx';
import { text } from './text.pl.ts';
import { useText, useView } from './view.tsx';

/** Who the page is for: it decides the size of the text, the width and what the header holds. */
export type Reader = 'worker' | 'participant' | 'public';

/** Finds cases, so it stands only where the actor's functions open the list of cases. */
function SearchForm() {
  const t = useText(text);
  const { nav } = useView();
  if (!nav.some((item) => item.href === '/cases')) return null;
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
    <a class="waiting" href="/cases?view=mine" data-some={waitingCount > 0 ? '' : undefined}>
      {t.waitsForMe} <b class="num">{waitingCount}</b>
    </a>
  );
}

function WhoAmI(props: { reader: Reader }) {
  const t = useText(text);
  const { actor, path } = useView();
  if (!actor) {
    if (path.startsWith('/sign-in')) return null;
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

/** So many sections stand beside the name of the site; whoever works here has more, and they get a line of their own. */
const BESIDE = 5;

export function SiteHeader(props: { reader: Reader }) {
  const t = useText(text);
  const { demo, outbox, actor, nav } = useView();
  const { reader } = props;
  const beside = reader === 'public' && nav.length <= BESIDE;
  return (
    <header class="site-head">
      {demo && (
        <p class="demo">
          {t.demo} {outbox && actor && <a href="/outbox">{t.outbox}</a>}
        </p>
      )}
      <div class="wrap bar">
        <a class="brand" href="/" aria-label={t.home}>
          <Mark />
          Splot
        </a>
        {reader === 'worker' && <SearchForm />}
        {beside && <Sections />}
        <div class="tools">
          {reader === 'worker' && <Waiting />}
          {reader !== 'public' && <WhoAmI reader={reader} />}
          <LanguageSwitch />
          <SizeSwitch />
          <LookMenu />
          {reader === 'public' && <WhoAmI reader={reader} />}
        </div>
      </div>
      {!beside && (
        <div class="sections">
          <div class="wrap">
            <Sections />
          </div>
        </div>
      )}
    </header>
  );
}
