/**
 * Where the packages that are being made will look for updates: `KERBSIDE_UPDATE_URL`, as electron-builder's arguments. Without it they look
 * nowhere until somebody sets it where they run.
 * @throws Error when it is no address that Kerbside would take updates from
 */
export function feedArguments(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const url = env['KERBSIDE_UPDATE_URL'] ?? ''
  if (url === '') return []
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw new Error(
      `KERBSIDE_UPDATE_URL: takes an https address, such as https://updates.example/kerbside/, not "${url}"`,
    )
  }
  return [`-c.publish.url=${url}`, `-c.extraMetadata.updateUrl=${url}`]
}
