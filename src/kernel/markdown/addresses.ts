/** Where a link may lead: the web, a letter, a telephone, a place of this site or of this page. Else null. */
export function linkAddress(typed: string): string | null {
  const address = typed.trim();
  if (/[\p{Cc}\s\\]/u.test(address)) return null;
  if (/^#[^#]*$/.test(address)) return address.length > 1 ? address : null;
  if (isOwn(address)) return address;
  if (/^tel:\+?[\d().-]{3,30}$/i.test(address)) return address.toLowerCase();
  if (!/^(https?|mailto):/i.test(address)) return null;
  const url = URL.parse(address);
  if (!url) return null;
  // An address with a name before its host looks like another host.
  if (url.protocol === 'mailto:') return url.pathname.includes('@') ? url.href : null;
  return url.username || url.password || !url.hostname ? null : url.href;
}

/** Images come from this site only: another server would learn who reads what. */
export function imageAddress(typed: string): string | null {
  const address = typed.trim();
  return isOwn(address) && !/[\p{Cc}\s\\]/u.test(address) ? address : null;
}

/** `//host` is somebody else's. */
const isOwn = (address: string): boolean => /^\/(?![/\\])/.test(address);

/** The address as others see it, outside the page: `#…` stays. */
export const absolute = (address: string, site: string): string =>
  address.startsWith('/') ? site + address : address;
