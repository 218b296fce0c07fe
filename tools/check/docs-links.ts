import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { headingId } from '../docs/heading-id.ts'

/** A link or a picture of a page that leads nowhere. */
export interface DeadLink {
  readonly page: string
  readonly target: string
}

/** Every Markdown page that people read: those at the root, and all of `docs/`. Paths from the root, with `/`. */
export function readPages(root: string): string[] {
  const at = (folder: string, options: { recursive: boolean }) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), options)
          .map((name) => join(folder, String(name)).replaceAll('\\', '/'))
          .filter((name) => name.endsWith('.md'))
      : []
  return [...at('.', { recursive: false }), ...at('docs', { recursive: true })].toSorted()
}

/** Links within the repository that lead to no file, or to no heading of one, as a code forge reads them. */
export function findDeadLinks(root: string): { dead: DeadLink[]; links: number } {
  let links = 0
  const dead = readPages(root).flatMap((page) =>
    targetsIn(readFileSync(join(root, page), 'utf8'))
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        links += 1
        return !leadsSomewhere(root, page, target)
      })
      .map((target) => ({ page, target })),
  )
  return { dead, links }
}

function targetsIn(text: string): string[] {
  const bare = withoutCode(text)
  const inWords = [...bare.matchAll(/\]\(([^)\s]+)\)/g)]
  const inTags = [...bare.matchAll(/\s(?:src|href)="([^"]+)"/g)]
  return [...inWords, ...inTags].flatMap(([, target]) => (target === undefined ? [] : [target]))
}

/** What stands in a block of code is no link and no heading. */
function withoutCode(text: string): string {
  return text.replace(/^ *```[\s\S]*?^ *```/gm, '')
}

function leadsSomewhere(root: string, page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? join(root, page) : resolve(root, dirname(page), path)
  if (relative(root, file).startsWith('..') || !existsSync(file)) return false
  if (anchor === undefined) return true
  return statSync(file).isFile() && headingIds(readFileSync(file, 'utf8')).has(anchor)
}

function headingIds(text: string): Set<string> {
  const headings = [...withoutCode(text).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => heading)
  return new Set(headings.map((heading) => headingId(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'))))
}
