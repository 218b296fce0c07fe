import { watch } from 'node:fs'
import { join } from 'node:path'
import { build, createServer } from 'vitepress'
import { onSite, stage, stagePage, stageSite } from './docs/stage.ts'
import { projectRoot } from './places.ts'
import { say, withProgress } from './terminal/progress.ts'

// `npm run docs` builds the documentation as a site in out/docs; `npm run docs:dev` serves it, and follows changes in docs/.
await stageSite()
if (process.argv.includes('dev')) {
  const server = await createServer(stage, { port: 5180 })
  await server.listen()
  watch(join(projectRoot, 'docs'), { recursive: true }, (_, name) => {
    const file = name?.replaceAll('\\', '/') ?? ''
    if (file.endsWith('.md')) stagePage(`docs/${file}`, onSite(file))
  })
  say(`The documentation, following docs/: ${server.resolvedUrls?.local[0] ?? ''}`)
} else {
  try {
    await withProgress('Building the documentation', () => build(stage))
    say('  out/docs: any web server that serves files will do')
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
