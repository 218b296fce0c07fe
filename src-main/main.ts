import { join } from 'node:path'
import type * as application from './application.ts'
import { loadProgram } from './boot/program.ts'
import { log } from './log.ts'

// The application is one large program, loaded by way of what V8 compiled of it when it was packaged: a start is a fifth shorter.
const program = loadProgram<typeof application>(join(import.meta.dirname, 'application.cjs'))
if (program.compiledAhead === 'refused') log('was compiled ahead for another runtime, and is compiled anew')
program.exports.runApplication(import.meta.dirname)

/** For the test of the package: V8 tells it of the first load alone, as it remembers what it has compiled. */
export const { compiledAhead } = program
