import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { findChromium } from '../../tools/browser/chromium.ts'
import { say } from '../../tools/terminal/progress.ts'
import { leanPng } from './lean-png.ts'

const folder = join(import.meta.dirname, '../../docs/images')

/** A Chromium as the browser tests use it. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath } = await findChromium()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) })
}

/** Keeps a picture among the documentation's, as small as can be. */
export function savePicture(png: Buffer, name: string): void {
  mkdirSync(folder, { recursive: true })
  const lean = leanPng(png)
  writeFileSync(join(folder, `${name}.png`), lean)
  say(`  docs/images/${name}.png  ${Math.round(lean.length / 1024)} kB`)
}
