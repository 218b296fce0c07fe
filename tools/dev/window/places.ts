import { join } from 'node:path'
import { projectCache } from '../../places.ts'

/** What Electron is started with under `npm run dev`. */
export const windowFolder = join(projectCache, 'dev', 'window')
