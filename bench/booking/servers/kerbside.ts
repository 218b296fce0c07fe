import { startServer } from '../../../src-server/index.ts'
import { readFont } from '../../../tests/support/print-fonts.ts'
import { noAssets, settingsFor } from '../site.ts'

/** Kerbside on a prepared store. Arguments: the data folder, and how many requests may share a commit. */
const [dataDir = '', share] = process.argv.slice(2)
const server = await startServer({
  settings: settingsFor(dataDir),
  assets: noAssets(dataDir),
  readFont,
  ...(share === undefined ? {} : { mostInOneCommit: Number(share) }),
})
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify({ url: server.publicUrl })}\n`)
