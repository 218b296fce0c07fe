import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { openApiDocument } from '../../src-server/http/openapi.ts'
import { projectCache, projectRoot } from '../places.ts'
import { apiPages, type ApiPage, type OpenApi } from './api-pages.ts'
import { rootPages, sections } from './pages.ts'

/** Where the site is put together: `docs/` as it is on a code forge, made fit for the site, with the API's pages beside it. */
export const stage = join(projectCache, 'docs-site')

/** Puts the site together afresh. The sidebar that goes with it is written there as `sidebar.json`. */
export async function stageSite(): Promise<void> {
  rmSync(stage, { recursive: true, force: true })
  const document = await openApiDocument()
  const api = apiPages(document as unknown as OpenApi)
  for (const { pages } of sections) for (const { file } of pages) stagePage(`docs/${file}`, onSite(file))
  for (const { from, file } of rootPages) stagePage(from, onSite(file))
  for (const { file, text } of api) write(onSite(file), text)
  write('public/openapi.json', JSON.stringify(document, undefined, 2))
  for (const [from, to] of [
    ['docs/images', 'images'],
    ['deploy', 'public/deploy'],
    ['LICENSE', 'public/LICENSE'],
    ['src-main/icons/kerbside.svg', 'public/kerbside.svg'],
  ] as const)
    cpSync(join(projectRoot, from), join(stage, to), { recursive: true })
  write('sidebar.json', JSON.stringify(sidebar(api)))
  linkToTools()
}

/** One page of the repository, as the site has it. */
export function stagePage(from: string, to: string): void {
  const source = join(projectRoot, from)
  if (!existsSync(source)) return
  const page = sections.flatMap(({ pages }) => pages).find(({ file }) => `docs/${file}` === from)
  const head = page?.poster ? '---\npageClass: poster\n---\n\n' : ''
  write(to, head + forSite(readFileSync(source, 'utf8'), from, to))
}

/** A page whose links and pictures lead to where the site has what they lead to in the repository. */
function forSite(text: string, from: string, to: string): string {
  const moved = (target: string) => {
    const [path = '', ...anchor] = target.split(/(?=#)/)
    const isNoFile = target.startsWith('#') || /^[a-z]+:/.test(target)
    const place = isNoFile ? undefined : placeOnSite(posix.join(posix.dirname(from), path))
    if (place === undefined) return target
    const relative = posix.relative(posix.dirname(to), place)
    return (relative.startsWith('.') ? relative : `./${relative}`) + anchor.join('')
  }
  return text
    .replace(/\[([^\]]*)\]\((?:\.\.\/)*((?:deploy\/[^)#]+)|LICENSE)\)/g, (_, words: string, path: string) => {
      return `<a href="/${path}" download>${words.replaceAll(/`([^`]*)`/g, '<code>$1</code>')}</a>`
    })
    .replace(/\]\(([^)\s]+)\)/g, (_, target: string) => `](${moved(target)})`)
    .replace(/<img src="([^"]+)"/g, (_, target: string) => `<img src="${moved(target)}"`)
}

function placeOnSite(path: string): string | undefined {
  const page = rootPages.find(({ from }) => from === path)
  const file = page?.file ?? (path.startsWith('docs/') ? path.slice('docs/'.length) : undefined)
  return file === undefined ? undefined : onSite(file)
}

/** Vitepress looks for its configuration beside the pages; ours is in the tools. */
function linkToTools(): void {
  write('.vitepress/config.mts', `export { siteConfig as default } from '../../../tools/docs/site-config.ts'\n`)
  write('.vitepress/theme/index.mts', `export { siteTheme as default } from '../../../../tools/docs/theme/theme.ts'\n`)
}

interface SidebarGroup {
  readonly text: string
  readonly collapsed: boolean
  readonly items: readonly { readonly text: string; readonly link: string }[]
}

function sidebar(api: readonly ApiPage[]): SidebarGroup[] {
  const group = (text: string, pages: readonly { title: string; file: string }[], collapsed: boolean) => {
    return { text, collapsed, items: pages.map(({ title, file }) => ({ text: title, link: `/${onSite(file)}` })) }
  }
  const open = new Set(['Guide', 'See it', 'Run it'])
  return [
    ...sections.map(({ title, pages }) => group(title, pages, !open.has(title))),
    group('API', api, true),
    group('The project', rootPages, true),
  ]
}

/** A folder's page is its README on a code forge, and its index on a site. */
export function onSite(file: string): string {
  return file.replace(/README\.md$/, 'index.md')
}

function write(file: string, text: string): void {
  const path = join(stage, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
