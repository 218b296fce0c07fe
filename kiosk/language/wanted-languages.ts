/**
 * The languages that a customer's phone asks for, the most wanted first: the link's own (`?lang=hi`), then the browser's.
 * @param search the address's query
 */
export function wantedLanguages(search: string, ofBrowser: readonly string[]): readonly string[] {
  const ofLink = new URLSearchParams(search).get('lang')
  return ofLink === null ? ofBrowser : [ofLink, ...ofBrowser]
}
