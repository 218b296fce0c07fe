import { onEachSecond } from './on-each-second.ts'
import { timeMessage } from './time-message.ts'

/** Hands nginx its tick; what that costs is not counted. @see nchan.conf */
const publish = `http://127.0.0.1:${process.argv[2]}/publish`
let seq = 0

function tell(): void {
  fetch(publish, { method: 'POST', body: JSON.stringify(timeMessage((seq += 1))) })
    .then((answer) => answer.arrayBuffer())
    .catch(() => {})
}

onEachSecond(tell)
