import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packaged, type Target } from './desktop-app.ts'

/** A host of releases on this machine, and an AppImage of ours that takes them. */
export interface UpdateFeed {
  readonly url: string
  /** What was asked for, by path. */
  readonly asked: readonly string[]
  /** Lays a release there. */
  publish(release: Release): void
  close(): void
}

export interface Release {
  readonly version: string
  readonly notes?: string
  /** What is announced instead of the file's own digest. */
  readonly digest?: string
  /** What is announced instead of the file's own address. */
  readonly address?: string
  readonly channel?: 'latest' | 'beta'
  /** What the release does when it is started. */
  readonly script: string
}

export async function startFeed(): Promise<UpdateFeed> {
  const files = new Map<string, string>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://feed')
    asked.push(pathname)
    const content = files.get(pathname)
    response.writeHead(content === undefined ? 404 : 200).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/kerbside/`,
    asked,
    publish({ version, notes = '', digest, address, channel = 'latest', script }) {
      const name = `Kerbside-${version}.AppImage`
      files.set(`/kerbside/${name}`, script)
      const sha512 = digest ?? createHash('sha512').update(script).digest('base64')
      const file = { url: address ?? name, sha512, size: Buffer.byteLength(script) }
      // JSON is YAML, too.
      const list = {
        version,
        files: [file],
        path: file.url,
        sha512,
        releaseNotes: notes,
        releaseDate: '2025-12-05T00:00:00.000Z',
      }
      files.set(`/kerbside/${channel}-linux.yml`, JSON.stringify(list))
    },
    close: () => void server.close(),
  }
}

/** The package as an AppImage would have it: in a place of its own, with what electron-builder lays beside it. */
export interface AppImageLike {
  readonly target: Target
  readonly env: Record<string, string>
  /** The AppImages in the folder of the one that was started, with their contents. */
  images(): Record<string, string>
  /** What the releases that were started have written down. */
  started(): string
  /** The script of a release that writes down how it was started. */
  readonly script: string
  dispose(): void
}

export function appImageLike(): AppImageLike {
  const home = mkdtempSync(join(tmpdir(), 'kerbside-appimage-'))
  const folder = join(home, 'application')
  // By links: nothing of the package is changed, and one file is added.
  execFileSync('cp', ['-a', '--link', dirname(packaged.executable), folder])
  writeFileSync(
    join(folder, 'resources', 'app-update.yml'),
    'provider: generic\nupdaterCacheDirName: kerbside-updater\n',
  )
  const images = join(home, 'images')
  mkdirSync(images)
  const image = join(images, 'Kerbside-0.1.0.AppImage')
  writeFileSync(image, 'the version that runs')
  chmodSync(image, 0o755)
  const record = join(home, 'started')
  return {
    target: { name: 'AppImage', executable: join(folder, 'kerbside'), args: [] },
    env: { APPIMAGE: image, XDG_CACHE_HOME: join(home, 'cache') },
    images: () =>
      Object.fromEntries(readdirSync(images).map((name) => [name, readFileSync(join(images, name), 'utf8')])),
    started: () => (existsSync(record) ? readFileSync(record, 'utf8') : ''),
    script: `#!/bin/sh\necho "started, and is to exit: \${APPIMAGE_EXIT_AFTER_INSTALL:-no}" >> '${record}'\n`,
    dispose: () => rmSync(home, { recursive: true, force: true }),
  }
}
