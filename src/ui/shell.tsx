import type { Child } from 'hono/jsx';
import { formatDateTime } from '#kernel/time.ts';
import { PrintButton } from './components/buttons.tsx';
import { Head } from './head.tsx';
import { type Reader, SiteHeader } from './header.tsx';
import { text } from './text.pl.ts';
import { useText, useView } from './view.tsx';

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

export interface PageProps {
  /** The one `h1`; also the title of the window. */
  title: string;
  /** The `h1` when it is more than words. */
  heading?: Child;
  breadcrumb?: readonly Crumb[];
  /** One sentence under the title. */
  lead?: Child;
  /** Facts under the title in one line: state tag, version, who coordinates. */
  meta?: readonly Child[];
  /** Beside the title: at most one filled button. */
  actions?: Child;
  /** `<WaitsFor>`, notices: between the title and the content. */
  before?: Child;
  /** Side column on a wide screen, after the content on a narrow one. */
  aside?: Child;
  reader?: Reader;
  /** `text`: one narrow column, for forms and articles. */
  width?: 'text';
  /** The form on this page came back with errors: the window's title says so. */
  failed?: boolean;
  /** A page that is not for paper, without a breadcrumb: it offers no print. */
  unprinted?: boolean;
  /** Further elements of the head: feeds, JSON-LD, description. */
  head?: Child;
  /** Seen by search engines only when public. */
  description?: string;
  children?: Child;
}

function Above(props: { crumbs: readonly Crumb[] }) {
  const t = useText(text);
  return (
    <div class="above">
      <nav aria-label={t.breadcrumb}>
        <ol class="crumbs">
          {props.crumbs.map((crumb) => (
            <li>
              <a href={crumb.href}>{crumb.label}</a>
            </li>
          ))}
        </ol>
      </nav>
      <PrintButton />
    </div>
  );
}

function SiteFooter() {
  const t = useText(text);
  const view = useView();
  const here = encodeURIComponent(view.path.replace(/\?.*/, ''));
  return (
    <footer class="site-foot">
      <nav class="wrap" aria-label={t.footer}>
        <ul>
          <li>
            <a href={`/help?from=${here}`} rel="nofollow">
              {t.help}
            </a>
          </li>
          <li>
            <a href="/contact">{t.contact}</a>
          </li>
          <li>
            <a href="/newsletter">{t.newsletter}</a>
          </li>
          <li>
            <a href="/site-map#feeds">{t.feeds}</a>
          </li>
          <li>
            <a href="/accessibility">{t.accessibility}</a>
          </li>
          <li>
            <a href="/privacy">{t.privacy}</a>
          </li>
          <li>
            <a href="/legal">{t.legal}</a>
          </li>
          <li>
            <a href="/site-map">{t.siteMap}</a>
          </li>
          <li>
            <a href={`/report?from=${here}`} rel="nofollow">
              {t.report}
            </a>
          </li>
          <li class="last">Splot{view.version && `, ${t.version(view.version)}`}</li>
        </ul>
      </nav>
    </footer>
  );
}

/** The whole document around one page. Who reads it follows from the actor, unless the page says it. */
export function Page(props: PageProps) {
  const t = useText(text);
  const view = useView();
  const reader = props.reader ?? (!view.actor ? 'public' : view.actor.participant ? 'participant' : 'worker');
  return (
    <html
      lang={view.lang}
      data-color-scheme={view.prefs.contrast}
      data-reader={reader}
      data-text={view.prefs.size === 'a' ? undefined : view.prefs.size}
    >
      <Head {...props} />
      <body
        data-session={view.sessionMinutes}
        data-session-text={view.sessionMinutes ? t.session : undefined}
        data-session-stay={view.sessionMinutes ? t.sessionStay : undefined}
        data-loading={t.loading}
        data-sending={t.sending}
      >
        <a class="skip" href="#main">
          {t.skip}
        </a>
        <SiteHeader reader={reader} />
        <main id="main" tabindex={-1}>
          <div class="wrap">
            {props.breadcrumb && <Above crumbs={props.breadcrumb} />}
            <div class={props.actions ? 'title with-actions' : 'title'}>
              <h1>{props.heading ?? props.title}</h1>
              {props.lead && <p class="lead">{props.lead}</p>}
              {props.meta && (
                <div class="meta">
                  {props.meta.filter(Boolean).map((fact) => (
                    <div>{fact}</div>
                  ))}
                </div>
              )}
              {props.actions && <div class="title-actions">{props.actions}</div>}
            </div>
            {props.before && <div class="before-main">{props.before}</div>}
            {props.aside ? (
              <div class="columns">
                <div class="column">{props.children}</div>
                <aside class="column">{props.aside}</aside>
              </div>
            ) : (
              <div class="column" data-width={props.width}>
                {props.children}
              </div>
            )}
            {!props.breadcrumb && !props.unprinted && (
              <div class={props.actions ? 'print-corner low' : 'print-corner'}>
                <PrintButton />
              </div>
            )}
            <p class="print-only print-foot">
              {[t.printed(formatDateTime(view.now, view.lang)), view.actor?.name, view.actor?.institutionName]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
