import { join } from 'node:path'

/** What the console is made of. A file of another kind has no business in the page's folder and is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

export interface PageFile {
  readonly path: string
  readonly contentType: string
}

/**
 * The file that an address of the console names, or undefined when it can name none. Each part of the path must be a plain name, so that
 * no spelling of `..`, of a separator or of a drive leads out of the folder.
 * @param folder where the built console lies
 * @param pathname as in the URL, still encoded
 */
export function pageFile(folder: string, pathname: string): PageFile | undefined {
  const parts = (pathname === '/' ? '/index.html' : pathname).split('/').slice(1)
  if (!parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(part))) return undefined
  const extension = parts.at(-1)?.split('.').at(-1) ?? ''
  const contentType = Object.hasOwn(contentTypes, extension) ? contentTypes[extension] : undefined
  return contentType === undefined ? undefined : { path: join(folder, ...parts), contentType }
}
