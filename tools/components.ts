import { join } from 'node:path'
import { createServer } from 'vite'

import { projectRoot } from './places.ts'
import { say } from './terminal/progress.ts'

const server = await createServer({ configFile: join(projectRoot, 'tools/components/vite.config.ts') })
await server.listen()
say(`The controls in each of their states: ${server.resolvedUrls?.local[0] ?? ''} (Ctrl C ends it)`)
