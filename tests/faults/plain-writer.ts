/**
 * Writes numbers into a store that is opened as the product opens it, each in a commit of its own, and says each one
 * once its commit has returned. `plain-writer.ts FILE NORMAL` takes away what the product promises, for the control.
 */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { connect } from '../../src-server/store/sqlite/connection.ts'

const [file, synchronous] = process.argv.slice(2)
if (file === undefined || synchronous === undefined) throw new Error('plain-writer.ts FILE FULL|NORMAL')

const { writer } = connect(file, { randomBytes: (count) => randomBytes(count) })
writer.exec('CREATE TABLE IF NOT EXISTS said (number INTEGER PRIMARY KEY) STRICT')
if (synchronous !== 'FULL') writer.pragma(`synchronous = ${synchronous}`)
const insert = writer.prepare('INSERT INTO said DEFAULT VALUES RETURNING number').pluck()
for (;;) writeSync(1, `${String(insert.get())}\n`)
