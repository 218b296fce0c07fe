import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

import { findChromium } from './browser/chromium.ts'
import { icnsOf, icnsSides, icoOf, type SquarePng } from './icons/containers.ts'
import { projectRoot } from './places.ts'
import { say } from './terminal/progress.ts'

/** What desktops on Linux look for, in pixels. */
const linuxSides = [16, 24, 32, 48, 64, 128, 256, 512]
/** What Windows shows, in pixels. */
const windowsSides = [16, 24, 32, 48, 64, 128, 256]

// The icons of the packages, from the one drawing that they all are of. They are committed: a release needs no browser.
const folder = join(projectRoot, 'src-main', 'icons')
const drawing = readFileSync(join(folder, 'kerbside.svg'), 'utf8')
const pictures = await drawn(new Set([...linuxSides, ...windowsSides, ...icnsSides]))
for (const side of linuxSides) write(`linux/${side}x${side}.png`, pictureOf(side).png)
write('kerbside.ico', icoOf(windowsSides.map(pictureOf)))
write('kerbside.icns', icnsOf(pictures))

async function drawn(sides: ReadonlySet<number>): Promise<readonly SquarePng[]> {
  const { executablePath } = await findChromium()
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath })
  try {
    const page = await browser.newPage()
    const made: SquarePng[] = []
    for (const side of sides) {
      await page.setViewportSize({ width: side, height: side })
      const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`
      await page.setContent(
        `<style>body{margin:0}img{display:block;width:${side}px;height:${side}px}</style><img src="${source}">`,
      )
      made.push({ side, png: await page.screenshot({ omitBackground: true }) })
    }
    return made
  } finally {
    await browser.close()
  }
}

function pictureOf(side: number): SquarePng {
  const found = pictures.find((picture) => picture.side === side)
  if (found === undefined) throw new Error(`no picture of ${side} pixels was drawn`)
  return found
}

function write(name: string, content: Buffer): void {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  say(`  src-main/icons/${name}: ${content.length} bytes`)
}
