import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { sampleAnswer } from '../sample-answer.ts'

/**
 * Bare `node:http` and one durable row a request: no rules, no trail. Arguments: the data folder, and `single` (one
 * transaction a request) or `group` (all requests that were read in one turn of the event loop share one).
 */
const [dataDir = '', way] = process.argv.slice(2)
const db = new BetterSqlite3(join(dataDir, `bare-${way}.sqlite`))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('CREATE TABLE IF NOT EXISTS booking (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
const insert = db.prepare('INSERT INTO booking (body) VALUES (?)')
const answer = JSON.stringify(sampleAnswer)

let waiting: { body: string; response: ServerResponse }[] = []

function reply(response: ServerResponse): void {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer)
}

function flush(): void {
  const batch = waiting
  waiting = []
  db.exec('BEGIN IMMEDIATE')
  for (const { body } of batch) insert.run(body)
  db.exec('COMMIT')
  for (const { response } of batch) reply(response)
}

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (text: string) => (body += text))
  request.on('end', () => {
    JSON.parse(body)
    waiting.push({ body, response })
    if (way === 'single') flush()
    else if (waiting.length === 1) setImmediate(flush)
  })
})
process.once('SIGTERM', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${address.port}` })}\n`)
})
