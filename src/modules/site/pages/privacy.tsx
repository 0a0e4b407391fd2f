import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

export function PrivacyPage() {
  const t = useText(text).privacy;
  const { actor } = useView();
  return (
    <Page title={t.title} lead={t.lead} reader={actor ? undefined : 'public'} width="text">
      <div class="prose">
        {t.parts.map((part) => (
          <section>
            <h2>{part.title}</h2>
            <p>{part.body}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}

/** Where everything is; the same addresses the header offers, for those who prefer a list. */
export function SiteMapPage() {
  const t = useText(text).siteMap;
  const { actor, nav } = useView();
  const links = [
    { href: '/', label: t.home },
    ...(actor ? nav : [{ href: '/sign-in', label: t.signIn }]),
    { href: '/directory', label: t.directory },
    { href: '/directory/statistics', label: t.statistics },
    { href: '/data', label: t.data },
    { href: '/procurement/assistant', label: t.procurement },
    { href: '/territory', label: t.territory },
    { href: '/accessibility', label: t.accessibility },
    { href: '/privacy', label: t.privacy },
    { href: '/report', label: t.report },
  ].filter((link, i, all) => all.findIndex(({ href }) => href === link.href) === i);
  return (
    <Page title={t.title} reader={actor ? undefined : 'public'} width="text">
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
