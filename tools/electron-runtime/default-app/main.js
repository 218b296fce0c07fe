// Runs inside the fallback Electron only. It does what Electron's own default app does, and no more:
// take the name, version and entry of the folder on the command line, and load it.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!folder) {
  console.error('Name the folder of an application.')
  app.exit(1)
} else {
  const appPath = resolve(folder)
  const manifest = JSON.parse(readFileSync(resolve(appPath, 'package.json'), 'utf8'))
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  app.name = manifest.productName ?? manifest.name
  if (manifest.version) app.setVersion(manifest.version)
  app.setAppPath(appPath)
  // Awaited, so that the application can still do what must come before Electron is ready.
  await import(pathToFileURL(resolve(appPath, manifest.main ?? 'index.js')).href)
}
