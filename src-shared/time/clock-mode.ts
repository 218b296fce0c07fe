/**
 * How far the shown time can be relied on.
 * - `init`: no exchange yet; `--:--` is shown, everything is blocked
 * - `synced`: at most 250 ms uncertain and fed by ticks; nothing is blocked
 * - `doubt`: something happened that may have moved the clock; submitting waits for the next exchange
 * - `holdover`: the link is lost; the clock runs on by itself, and submitting is blocked after 5 s
 * - `offline`: 60 s without a link, or more than 2 s uncertain; nothing can be booked
 */
export type ClockMode = 'init' | 'synced' | 'doubt' | 'holdover' | 'offline'
