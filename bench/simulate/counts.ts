/** Connections are counted in spans of so many ms: a second may hide a burst. */
const SPAN_MS = 100

/** What the servers were asked for, and by when. */
export class Counts {
  /** Connections asked for in each span, by server. */
  readonly #connects: number[][] = []
  /** Messages in each second: ticks and answers out, questions and reports in. */
  readonly out: number[] = []
  readonly in: number[] = []

  connect(server: number, at: number): void {
    const spans = (this.#connects[server] ??= [])
    const span = Math.floor(at / SPAN_MS)
    spans[span] = (spans[span] ?? 0) + 1
  }

  message(direction: 'in' | 'out', at: number): void {
    const second = Math.floor(at / 1000)
    const seconds = this[direction]
    seconds[second] = (seconds[second] ?? 0) + 1
  }

  /** The most connections that any server was asked for in a span of the given one, and in a second; each by the second. */
  peaks(from: number, to: number): { readonly in100ms: number; readonly in1s: number; readonly all: number } {
    let [in100ms, in1s, all] = [0, 0, 0]
    for (const spans of this.#connects) {
      for (let span = Math.floor(from / SPAN_MS); span < to / SPAN_MS; span += 1) {
        const now = spans?.[span] ?? 0
        all += now
        in100ms = Math.max(in100ms, now)
        let second = 0
        for (let next = span; next < span + 10; next += 1) second += spans?.[next] ?? 0
        in1s = Math.max(in1s, second)
      }
    }
    return { in100ms, in1s, all }
  }
}
